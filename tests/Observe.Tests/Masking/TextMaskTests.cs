using System.Text;
using Observe.Masking;

namespace Observe.Tests.Masking;

public sealed class TextMaskTests
{
    [Fact]
    public void Clean_text_is_the_same_instance_and_costs_no_allocation()
    {
        string text = "The build of 2024-01-15 took 12.5 s; see https://example.com/builds/42?view=log, commit da39a3ee5e6b4b0d.";
        Assert.Same(text, TextMask.Default.Mask(text));

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            TextMask.Default.Mask(text);
            TextMask.Default.Find(text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Several_secrets_of_one_text_are_masked_each_with_its_kind() =>
        Assert.Equal(
            "##EMAIL## paid with ##CREDIT_CARD## (SSN ##SSN##, tel. ##PHONE##) using ##AWS_KEY##, password=##PASSWORD##",
            TextMask.Default.Mask("jane@example.com paid with 4111 1111 1111 1111 (SSN 123-45-6789, tel. 415-555-0132) using AKIAIOSFODNN7EXAMPLE, password=hunter2"));

    [Theory]
    [InlineData("password=jane@example.com", "password=##PASSWORD##")]
    [InlineData("api_key=sk-a1B2c3D4e5F6g7H8", "api_key=##TOKEN##")]
    [InlineData("token: ghp_a1B2c3D4e5F6g7H8i9J0", "token: ##GITHUB_TOKEN##")]
    [InlineData("password=\"AKIAIOSFODNN7EXAMPLE and more\"", "password=\"##AWS_KEY##\"")]
    public void What_overlaps_gets_one_mark_of_the_more_specific_kind(string text, string masked) => Assert.Equal(masked, TextMask.Default.Mask(text));

    [Fact]
    public void Only_the_chosen_kinds_are_masked()
    {
        TextMask mask = new(SecretKinds.Email | SecretKinds.SocialSecurityNumber);

        Assert.Equal("##EMAIL## 415-555-0132 ##SSN## password=hunter2", mask.Mask("jane@example.com 415-555-0132 123-45-6789 password=hunter2"));
        Assert.Equal("jane@example.com", TextMask.None.Mask("jane@example.com"));
    }

    [Fact]
    public void Find_names_the_kinds_of_a_text()
    {
        Assert.Equal(SecretKinds.None, TextMask.Default.Find("nothing here"));
        Assert.Equal(SecretKinds.Email | SecretKinds.Phone, TextMask.Default.Find("jane@example.com, 415-555-0132"));
        Assert.Equal(SecretKinds.Phone, new TextMask(SecretKinds.Phone).Find("jane@example.com, 415-555-0132"));
        Assert.Equal(SecretKinds.None, TextMask.None.Find("jane@example.com"));
    }

    [Fact]
    public void A_bit_without_a_meaning_is_an_error() =>
        Assert.Contains("SecretKinds.All", Assert.Throws<ArgumentOutOfRangeException>(() => new TextMask((SecretKinds)(1 << 20))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("%4")]
    [InlineData("\\")]
    [InlineData("\\u00")]
    [InlineData("=")]
    [InlineData("password=")]
    [InlineData("password=\"")]
    [InlineData("password=\\")]
    [InlineData("://")]
    [InlineData("+")]
    [InlineData("4111 ")]
    [InlineData("415-")]
    [InlineData("123-45")]
    [InlineData("AKIA")]
    [InlineData("eyJ")]
    [InlineData("Bearer ")]
    [InlineData("-----BEGIN ")]
    [InlineData("sk-")]
    public void Beginnings_of_secrets_alone_are_none(string text) => Assert.Same(text, TextMask.Default.Mask(text));

    [Fact]
    public void An_unpaired_surrogate_harms_nothing() => Assert.Equal("\uFFFD##EMAIL##", TextMask.Default.Mask("\uD800jane@example.com"));

    [Fact]
    public void A_long_text_is_masked_from_its_beginning_to_its_end()
    {
        string filler = new(' ', 100_000);
        Assert.Equal($"##EMAIL##{filler}##SSN##{filler}##EMAIL##", TextMask.Default.Mask($"a@example.com{filler}123-45-6789{filler}b@example.com"));
    }

    // In quadratic time each of these would take minutes.
    [Theory]
    [InlineData("@")]
    [InlineData("a@a.")]
    [InlineData("1")]
    [InlineData("4111-1111-")]
    [InlineData("+1 ")]
    [InlineData("-eyJ")]
    [InlineData("eyJ.")]
    [InlineData("-sk-")]
    [InlineData("token=")]
    [InlineData("token='\\")]
    [InlineData("token=\"")]
    [InlineData("-----BEGIN ")]
    [InlineData("://a:")]
    [InlineData("Bearer ")]
    public void Text_that_leads_the_scanner_on_is_read_to_its_end(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 1_000_000));
        Assert.EndsWith("\n##SSN##", TextMask.Default.Mask($"{text}\n123-45-6789"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threads_share_a_mask()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
        {
            string text = string.Join(' ', Enumerable.Repeat($"user{i}@example.com", 50));
            string masked = string.Join(' ', Enumerable.Repeat("##EMAIL##", 50));
            for (int n = 0; n < 200; n++)
            {
                Assert.Equal(masked, TextMask.Default.Mask(text));
            }
        })));
    }

    // Where two secrets touch, masking the one may make the other one visible.
    [Theory]
    [InlineData(" ")]
    [InlineData(", ")]
    [InlineData("\n")]
    [InlineData("\" \"")]
    public void Masking_twice_is_masking_once(string between)
    {
        RandomTexts texts = new(seed: 1, between);
        for (int i = 0; i < 20_000; i++)
        {
            string once = TextMask.Default.Mask(texts.Next());
            Assert.Equal(once, TextMask.Default.Mask(once));
        }
    }

    [Fact]
    public void Random_bytes_never_throw_and_valid_text_stays_valid()
    {
        Random random = new(5);
        RandomTexts texts = new(6);
        MaskBuffer buffer = new(TextMask.Default);
        for (int i = 0; i < 50_000; i++)
        {
            byte[] text = Encoding.UTF8.GetBytes(texts.Next());
            Assert.True(System.Text.Unicode.Utf8.IsValid(buffer.Masked(text)));
            for (int changes = random.Next(1, 6); changes > 0 && text.Length > 0; changes--)
            {
                text[random.Next(text.Length)] = (byte)random.Next(256);
            }

            buffer.Masked(text.AsSpan(random.Next(text.Length + 1)));
        }
    }
}
