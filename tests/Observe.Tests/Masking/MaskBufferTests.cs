using System.Text;
using Observe.Masking;

namespace Observe.Tests.Masking;

public sealed class MaskBufferTests
{
    private readonly MaskBuffer _buffer = new(TextMask.Default);

    [Fact]
    public void Clean_bytes_come_back_as_they_are()
    {
        byte[] text = [.. "nothing to hide: 12.5 % of 2024-01-15, 名前"u8];
        Assert.True(_buffer.Masked(text) == text);

        long before = GC.GetAllocatedBytesForCurrentThread();
        _buffer.Masked(text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Texts_of_all_lengths_follow_one_another()
    {
        Assert.Equal("##EMAIL##", Masked("jane@example.com"));
        Assert.Equal(string.Join(',', Enumerable.Repeat("##PRIVATE_KEY##", 20)), Masked(string.Join(',', Enumerable.Repeat("-----BEGIN PRIVATE KEY----------END -----", 20))));
        Assert.Equal("##SSN##", Masked("123-45-6789"));
        Assert.Equal("", Masked(""));
    }

    [Fact]
    public void Once_grown_nothing_is_allocated()
    {
        byte[] text = [.. "jane@example.com 123-45-6789"u8];
        _buffer.Masked(text);

        long before = GC.GetAllocatedBytesForCurrentThread();
        _buffer.Masked(text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Invalid_bytes_stay_and_the_rest_is_masked() =>
        Assert.Equal([0xFF, .. "##EMAIL##"u8, 0xC3], _buffer.Masked([0xFF, .. "jane@example.com"u8, 0xC3]).ToArray());

    [Theory]
    [InlineData("password", "hunter2", "##PASSWORD##")]
    [InlineData("Password", "correct horse", "##PASSWORD##")]
    [InlineData("smtpPassword", "x", "##PASSWORD##")]
    [InlineData("api_key", "abcdefgh", "##API_KEY##")]
    [InlineData("ApiKey", "abcdefgh", "##API_KEY##")]
    [InlineData("clientSecret", "abcdefgh", "##SECRET##")]
    [InlineData("accessToken", "a1b2c3d4", "##TOKEN##")]
    [InlineData("Authorization", "Basic amFuZQ==", "##TOKEN##")]
    [InlineData("password", "jane@example.com", "##PASSWORD##")]
    [InlineData("contact", "jane@example.com", "##EMAIL##")]
    [InlineData("password", "", "")]
    [InlineData("password", "##SENSITIVE##", "##SENSITIVE##")]
    [InlineData("token", " the", " the")]
    [InlineData("maxTokens", "12345678", "12345678")]
    [InlineData("name", "hunter2", "hunter2")]
    public void A_member_is_masked_by_its_name_too(string name, string value, string masked) =>
        Assert.Equal(masked, Encoding.UTF8.GetString(_buffer.MaskedMember(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value))));

    [Fact]
    public void A_kind_that_is_not_masked_is_not_masked_by_name_either() =>
        Assert.Equal("hunter2"u8.ToArray(), new MaskBuffer(new TextMask(SecretKinds.Email)).MaskedMember("password"u8, "hunter2"u8).ToArray());

    private string Masked(string text) => Encoding.UTF8.GetString(_buffer.Masked(Encoding.UTF8.GetBytes(text)));
}
