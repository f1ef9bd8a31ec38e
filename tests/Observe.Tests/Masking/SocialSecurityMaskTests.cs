namespace Observe.Tests.Masking;

public sealed class SocialSecurityMaskTests
{
    private static readonly TextMask s_mask = new(SecretKinds.SocialSecurityNumber);

    [Theory]
    [InlineData("123-45-6789", "##SSN##")]
    [InlineData("SSN: 123-45-6789.", "SSN: ##SSN##.")]
    [InlineData("ssn=123-45-6789;", "ssn=##SSN##;")]
    [InlineData("\"899-99-9999\"", "\"##SSN##\"")]
    [InlineData("(001-01-0001)", "(##SSN##)")]
    [InlineData("?ssn%3D123-45-6789", "?ssn%3D##SSN##")]
    [InlineData("é123-45-6789é", "é##SSN##é")]
    [InlineData("123-45-6789… (+3 chars)", "##SSN##… (+3 chars)")]
    [InlineData("123-45-6789 987-65-4321 321-54-9876", "##SSN## 987-65-4321 ##SSN##")]
    public void Numbers_are_masked(string text, string masked) => Assert.Equal(masked, s_mask.Mask(text));

    [Theory]
    [InlineData("000-12-3456")]
    [InlineData("666-12-3456")]
    [InlineData("900-12-3456")]
    [InlineData("999-12-3456")]
    [InlineData("123-00-4567")]
    [InlineData("123-45-0000")]
    [InlineData("123456789")]
    [InlineData("123 45 6789")]
    [InlineData("1123-45-6789")]
    [InlineData("123-45-67890")]
    [InlineData("a123-45-6789")]
    [InlineData("123-45-6789b")]
    [InlineData("978-123-45-6789-0")]
    [InlineData("123-45-6789-0")]
    [InlineData("2024-01-15")]
    [InlineData("123-45-678")]
    public void Other_numbers_are_left_alone(string text) => Assert.Same(text, s_mask.Mask(text));
}
