namespace Observe.Tests.Masking;

public sealed class PhoneMaskTests
{
    private static readonly TextMask s_mask = new(SecretKinds.Phone);

    [Theory]
    [InlineData("415-555-0132", "##PHONE##")]
    [InlineData("415.555.0132", "##PHONE##")]
    [InlineData("415 555-0132", "##PHONE##")]
    [InlineData("(415) 555-0132", "##PHONE##")]
    [InlineData("(415)555-0132", "##PHONE##")]
    [InlineData("(415) 555 0132", "##PHONE##")]
    [InlineData("(415-555-0132)", "(##PHONE##)")]
    [InlineData("1-800-555-0199", "##PHONE##")]
    [InlineData("1 (800) 555-0199", "##PHONE##")]
    [InlineData("+1 415 555 0132", "##PHONE##")]
    [InlineData("+1.415.555.0132", "##PHONE##")]
    [InlineData("+1 (415) 555-0132", "##PHONE##")]
    [InlineData("+14155550132", "##PHONE##")]
    [InlineData("+44 20 7946 0958", "##PHONE##")]
    [InlineData("+49 (0)30 901820", "##PHONE##")]
    [InlineData("+351 912 345 678", "##PHONE##")]
    [InlineData("Call 415-555-0132.", "Call ##PHONE##.")]
    [InlineData("tel:+14155550132;ext=7", "tel:##PHONE##;ext=7")]
    [InlineData("415-555-0132x42", "##PHONE##x42")]
    [InlineData("?phone=%2B14155550132&n=1", "?phone=##PHONE##&n=1")]
    [InlineData("?phone=415-555-0132", "?phone=##PHONE##")]
    [InlineData("?q=call%20415-555-0132", "?q=call%20##PHONE##")]
    [InlineData("電話+81 3-1234-5678まで", "電話##PHONE##まで")]
    [InlineData(@"{\""phone\"":\""415-555-0132\"",\""note\"":\""\n415-555-0133\""}", @"{\""phone\"":\""##PHONE##\"",\""note\"":\""\n##PHONE##\""}")]
    public void Numbers_are_masked(string text, string masked) => Assert.Equal(masked, s_mask.Mask(text));

    [Theory]
    [InlineData("4155550132")]
    [InlineData("1732099200 1732099200123 1732099200123456")] // seconds, milliseconds and microseconds
    [InlineData("2024-01-15T10:30:00.123+02:00")]
    [InlineData("2024-01-15 10:30:00 +0200")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("12345678-1234-1234-1234-123456789012")]
    [InlineData("192.168.100.200 10.0.0.1:8080 255.255.255.255")]
    [InlineData("1.10.0-preview.24156.5")]
    [InlineData("sizes 256 512 1024 and 200 300 4000")]
    [InlineData("$1,234,567.89 and 1,234,567 and +100,000")]
    [InlineData("+37.774929, -122.419416")]
    [InlineData("1+12345 = 12346; x+14155550132")]
    [InlineData("+1-2 +3")]
    [InlineData("9780-306-406-1573")]
    [InlineData("115-555-0132")]
    [InlineData("415-555-01321")]
    [InlineData("415-555-0132-7")]
    [InlineData("a415-555-0132")]
    [InlineData("+0441234567890")]
    [InlineData("+1234567890123456")]
    [InlineData("@@ -123,7 +456,9 @@")]
    [InlineData("+2024-01-15 10:30:00 a line of a diff")]
    [InlineData("da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    public void Other_numbers_are_left_alone(string text) => Assert.Same(text, s_mask.Mask(text));
}
