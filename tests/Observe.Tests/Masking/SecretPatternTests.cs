using System.Text.RegularExpressions;
using Observe.Masking;

namespace Observe.Tests.Masking;

public sealed partial class SecretPatternTests
{
    private static readonly SecretPattern s_customer = new("CUSTOMER", new Regex("C-[0-9]{6}", RegexOptions.NonBacktracking));

    [Fact]
    public void An_own_pattern_is_masked_with_its_name_beside_the_built_in_kinds()
    {
        TextMask mask = new(SecretKinds.Email, s_customer);

        Assert.Equal("名##CUSTOMER##é ##EMAIL## 😀##CUSTOMER##", mask.Mask("名C-123456é jane@example.com 😀C-654321"));
        Assert.Equal(SecretKinds.Own | SecretKinds.Email, mask.Find("C-123456 jane@example.com"));
        Assert.Equal("C-1234", mask.Mask("C-1234"));
        Assert.Equal("##CUSTOMER##", new TextMask(SecretKinds.None, s_customer).Mask("C-123456"));
    }

    [Fact]
    public void An_own_pattern_wins_over_a_built_in_kind_and_a_later_one_over_an_earlier()
    {
        SecretPattern number = new("NUMBER", new Regex("[0-9]+", RegexOptions.NonBacktracking));

        Assert.Equal("##CUSTOMER##", new TextMask(SecretKinds.All, number, s_customer).Mask("C-123456"));
        Assert.Equal("##NUMBER##", new TextMask(SecretKinds.All, s_customer, number).Mask("C-123456"));
        Assert.Equal("##NUMBER##", new TextMask(SecretKinds.All, number).Mask("4111111111111111"));
    }

    [Fact]
    public void A_generated_expression_with_a_timeout_is_accepted() =>
        Assert.Equal("##ORDER##!", new TextMask(SecretKinds.None, new SecretPattern("ORDER", Order())).Mask("order-17!"));

    [Fact]
    public void A_match_that_ends_within_a_character_takes_the_whole_character()
    {
        SecretPattern half = new("HALF", new Regex("a[\uD83D]", RegexOptions.NonBacktracking));
        Assert.Equal("##HALF##b", new TextMask(SecretKinds.None, half).Mask("a😀b"));
    }

    [Fact]
    public void Invalid_bytes_do_not_move_the_mark()
    {
        MaskBuffer buffer = new(new TextMask(SecretKinds.None, s_customer));
        byte[] text = [0xFF, 0xC3, 0xE2, 0x80, .. "C-123456"u8, 0x80];
        Assert.Equal([0xFF, 0xC3, 0xE2, 0x80, .. "##CUSTOMER##"u8, 0x80], buffer.Masked(text).ToArray());
    }

    [Fact]
    public void A_text_on_which_a_pattern_runs_out_of_time_is_masked_as_a_whole()
    {
        SecretPattern slow = new("SLOW", new Regex("^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(1)));
        Assert.Equal("##SLOW##", new TextMask(SecretKinds.All, slow).Mask(new string('a', 60) + "! jane@example.com"));
    }

    [Fact]
    public void An_expression_that_may_take_unbounded_time_is_an_error()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new SecretPattern("X", new Regex("(a+)+")));
        Assert.Contains("(a+)+", error.Message, StringComparison.Ordinal);
        Assert.Contains("RegexOptions.NonBacktracking", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("customer")]
    [InlineData("A B")]
    [InlineData("A#")]
    public void A_name_that_is_no_mark_is_an_error(string name) =>
        Assert.Contains($"\"{name}\"", Assert.Throws<ArgumentException>(() => new SecretPattern(name, new Regex("a", RegexOptions.NonBacktracking))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_pattern_is_an_error() => Assert.Throws<ArgumentException>(() => new TextMask(SecretKinds.All, s_customer, null!));

    [GeneratedRegex("order-[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Order();
}
