namespace Observe.Tests.Masking;

public sealed class TokenMaskTests
{
    private const string Tail = "a1B2c3D4e5F6g7H8i9J0"; // keeps whole tokens out of this file

    [Theory]
    [InlineData("sk-" + Tail)]
    [InlineData("sk-proj-" + Tail + "_" + Tail)]
    [InlineData("sk-ant-api03-" + Tail + "-" + Tail + "AA")]
    [InlineData("sk-abcdefghijklmnopqrstuvwxyz")]
    [InlineData("sk-canary-1234567890")]
    [InlineData("sk_live_" + Tail)]
    [InlineData("pk_live_" + Tail)]
    [InlineData("rk_test_" + Tail)]
    [InlineData("sk_" + Tail)]
    [InlineData("xoxb-123456789012-" + Tail)]
    [InlineData("xoxe-1-" + Tail)]
    [InlineData("glpat-" + Tail)]
    [InlineData("pypi-" + Tail)]
    [InlineData("whsec_" + Tail)]
    [InlineData("npm_" + Tail)]
    [InlineData("hf_" + Tail)]
    [InlineData("gsk_" + Tail)]
    [InlineData("xai-" + Tail)]
    [InlineData("pplx-" + Tail)]
    [InlineData("shpat_" + Tail)]
    [InlineData("dckr_pat_" + Tail)]
    [InlineData("AIza" + Tail + Tail)]
    public void Tokens_with_a_known_prefix_are_masked(string token) => AssertMasked(token, "##TOKEN##");

    [Theory]
    [InlineData("AKIA" + "IOSFODNN7EXAMPLE")]
    [InlineData("ASIA" + "1234567890ABCDEF")]
    public void Key_ids_of_Amazon_are_masked(string key) => AssertMasked(key, "##AWS_KEY##");

    [Theory]
    [InlineData("ghp_" + Tail + Tail)]
    [InlineData("gho_" + Tail + Tail)]
    [InlineData("ghu_" + Tail + Tail)]
    [InlineData("ghs_" + Tail + Tail)]
    [InlineData("ghr_" + Tail + Tail)]
    [InlineData("github_pat_" + Tail + "_" + Tail)]
    public void Tokens_of_GitHub_are_masked(string token) => AssertMasked(token, "##GITHUB_TOKEN##");

    [Theory]
    [InlineData("Bearer " + Tail, "Bearer ##TOKEN##")]
    [InlineData("-H 'Bearer abc.def/ghi+0123456=='", "-H 'Bearer ##TOKEN##'")]
    [InlineData("wax_sk_" + Tail, "wax_##TOKEN##")]
    [InlineData("sk-a1B2c3… (+30 chars)", "##TOKEN##… (+30 chars)")]
    [InlineData("ghp_a1B2c3… (+30 chars)", "##GITHUB_TOKEN##… (+30 chars)")]
    [InlineData("AKIAIOSF… (+12 chars)", "##AWS_KEY##… (+12 chars)")]
    [InlineData("Bearer a1B2c3… (+30 chars)", "Bearer ##TOKEN##… (+30 chars)")]
    public void Tokens_that_are_cut_or_behind_a_word_are_masked(string text, string masked) => Assert.Equal(masked, TextMask.Default.Mask(text));

    [Theory]
    [InlineData("task-management-for-agents-and-people")]
    [InlineData("risk-assessment-1234567890")]
    [InlineData("sk-learn-based-approaches")]
    [InlineData("sk-short1")]
    [InlineData("the disk_usage_percentage_of_all_volumes_2")]
    [InlineData("pk_orders_customer_2024 and hf_hub_download_file")]
    [InlineData("Bearer certificates and bearer bonds")]
    [InlineData("AKIABC and AKIAIOSFODNN7EXAMPLEX and ASIAN MARKETS")]
    [InlineData("xAKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_short")]
    [InlineData("AIzawa")]
    [InlineData("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")]
    public void Other_text_is_left_alone(string text) => Assert.Same(text, TextMask.Default.Mask(text));

    private static void AssertMasked(string secret, string mark)
    {
        Assert.Equal(mark, TextMask.Default.Mask(secret));
        Assert.Equal($"use {mark}.", TextMask.Default.Mask($"use {secret}."));
        Assert.Equal($"\"{mark}\",({mark})\n{mark}", TextMask.Default.Mask($"\"{secret}\",({secret})\n{secret}"));
        Assert.Equal($"キー{mark}です", TextMask.Default.Mask($"キー{secret}です"));
        Assert.Equal($@"{{\""x\"":\""\n{mark}\""}}", TextMask.Default.Mask($@"{{\""x\"":\""\n{secret}\""}}"));
        Assert.Equal($@"\u0022{mark}\u0022", TextMask.Default.Mask($@"\u0022{secret}\u0022"));
        Assert.Equal($"?k={mark}&q=%22{mark}%22", TextMask.Default.Mask($"?k={secret}&q=%22{secret}%22"));
    }
}
