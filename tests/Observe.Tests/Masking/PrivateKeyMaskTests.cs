namespace Observe.Tests.Masking;

public sealed class PrivateKeyMaskTests
{
    private const string Body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7";
    private static readonly TextMask s_mask = new(SecretKinds.PrivateKey);

    [Theory]
    [InlineData("PRIVATE KEY")]
    [InlineData("RSA PRIVATE KEY")]
    [InlineData("EC PRIVATE KEY")]
    [InlineData("OPENSSH PRIVATE KEY")]
    [InlineData("ENCRYPTED PRIVATE KEY")]
    [InlineData("PGP PRIVATE KEY BLOCK")]
    public void Blocks_are_masked_as_a_whole(string label)
    {
        string block = $"-----BEGIN {label}-----\n{Body}\n{Body}==\n-----END {label}-----";

        Assert.Equal("##PRIVATE_KEY##", s_mask.Mask(block));
        Assert.Equal("key:\n##PRIVATE_KEY##\nend", s_mask.Mask($"key:\n{block}\nend"));
        Assert.Equal("##PRIVATE_KEY## and ##PRIVATE_KEY##", s_mask.Mask($"{block} and {block}"));
        Assert.Equal("""{"key":"##PRIVATE_KEY##\n"}""", s_mask.Mask($$"""{"key":"{{block.ReplaceLineEndings(@"\n")}}\n"}"""));
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----\n" + Body, "##PRIVATE_KEY##")]
    [InlineData("-----BEGIN PRIVATE KEY-----\n" + Body + "… (+1200 chars)", "##PRIVATE_KEY##… (+1200 chars)")]
    [InlineData("-----BEGIN PRIVATE KEY-----", "##PRIVATE_KEY##")]
    [InlineData("-----BEGIN PRIVATE KEY-----\n" + Body + "\n-----END PRIV… (+8 chars)", "##PRIVATE_KEY##… (+8 chars)")]
    public void A_block_without_its_end_is_masked_up_to_the_end_of_the_text(string text, string masked) => Assert.Equal(masked, s_mask.Mask(text));

    [Theory]
    [InlineData("-----BEGIN PUBLIC KEY-----\n" + Body + "\n-----END PUBLIC KEY-----")]
    [InlineData("-----BEGIN CERTIFICATE-----\n" + Body + "\n-----END CERTIFICATE-----")]
    [InlineData("BEGIN PRIVATE KEY")]
    [InlineData("----------------------------------------")]
    [InlineData("-----BEGIN PRIV")]
    public void Other_blocks_are_left_alone(string text) => Assert.Same(text, s_mask.Mask(text));
}
