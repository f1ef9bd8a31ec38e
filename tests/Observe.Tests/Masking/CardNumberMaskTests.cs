using System.Text;

namespace Observe.Tests.Masking;

public sealed class CardNumberMaskTests
{
    private static readonly TextMask s_mask = new(SecretKinds.CreditCard);

    // The numbers that payment services publish for tests.
    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("4012888888881881")]
    [InlineData("4222222222222")]
    [InlineData("5555555555554444")]
    [InlineData("5105105105105100")]
    [InlineData("2223003122003222")]
    [InlineData("378282246310005")]
    [InlineData("371449635398431")]
    [InlineData("6011111111111117")]
    [InlineData("6011000990139424")]
    [InlineData("30569309025904")]
    [InlineData("38520000023237")]
    [InlineData("3530111333300000")]
    [InlineData("6200000000000005")]
    [InlineData("6304000000000000")]
    [InlineData("6205500000000000004")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("3782 822463 10005")]
    [InlineData("3782-822463-10005")]
    [InlineData("3056 930902 5904")]
    [InlineData("6205 5000 0000 0000 004")]
    public void Card_numbers_are_masked(string number)
    {
        Assert.Equal("##CREDIT_CARD##", s_mask.Mask(number));
        Assert.Equal($"pay with ##CREDIT_CARD##, please: \"##CREDIT_CARD##\"", s_mask.Mask($"pay with {number}, please: \"{number}\""));
        Assert.Equal($"カード##CREDIT_CARD##です", s_mask.Mask($"カード{number}です"));
    }

    [Theory]
    [InlineData("card=4111111111111111&cvv=123", "card=##CREDIT_CARD##&cvv=123")]
    [InlineData("card%3D4111111111111111%26cvv", "card%3D##CREDIT_CARD##%26cvv")]
    [InlineData("4111 1111 1111 1111 123 12/30", "##CREDIT_CARD## 123 12/30")]
    [InlineData("5 4111111111111111.", "5 ##CREDIT_CARD##.")]
    [InlineData("No.4111111111111111", "No.##CREDIT_CARD##")]
    [InlineData(@"\n4111111111111111\n", @"\n##CREDIT_CARD##\n")]
    public void Card_numbers_among_other_text_are_masked(string text, string masked) => Assert.Equal(masked, s_mask.Mask(text));

    [Theory]
    [InlineData("4111111111111112")] // check digit
    [InlineData("4111 1111 1111 1112")]
    [InlineData("1234567812345670")] // right check digit, no issuer
    [InlineData("411111111111111")] // no Visa number has 15 digits
    [InlineData("0000000000000000")]
    [InlineData("4111 11111111 1111")] // not as printed
    [InlineData("4111  1111  1111  1111")]
    [InlineData("4111 1111-1111 1111")]
    [InlineData("x4111111111111111")]
    [InlineData("4111111111111111x")]
    [InlineData("41111111111111111111")]
    [InlineData("0.4111111111111111")]
    [InlineData("4111111111111111.5")]
    [InlineData("1732099200123 1732099200123456 1732099200123456789")] // times
    [InlineData("4bf92f3577b34da6a3ce929d0e0e4736 00f067aa0ba902b7")]
    [InlineData("12345678-4111-1111-1111-111111111111")]
    [InlineData("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")]
    public void Other_numbers_are_left_alone(string text) => Assert.Same(text, s_mask.Mask(text));

    [Fact]
    public void Of_ten_check_digits_one_is_right()
    {
        for (int prefix = 0; prefix < 1000; prefix++)
        {
            StringBuilder digits = new();
            for (int check = 0; check < 10; check++)
            {
                digits.Append(System.Globalization.CultureInfo.InvariantCulture, $"4{prefix:D3}12345678901{check},");
            }

            Assert.Equal(2, s_mask.Mask(digits.ToString()).Split("##CREDIT_CARD##").Length);
        }
    }
}
