using System.Text;

namespace Observe.Tests.Masking;

/// <summary>The scanner and regular expressions agree on random texts that are made of pieces of secrets.</summary>
public sealed class MaskOracleTests
{
    [Theory]
    [InlineData(SecretKinds.All, 1)]
    [InlineData(SecretKinds.All, 2)]
    [InlineData(SecretKinds.Email, 3)]
    [InlineData(SecretKinds.Phone, 4)]
    [InlineData(SecretKinds.SocialSecurityNumber, 5)]
    [InlineData(SecretKinds.CreditCard, 6)]
    [InlineData(SecretKinds.Password, 7)]
    [InlineData(SecretKinds.Token, 8)]
    [InlineData(SecretKinds.JsonWebToken | SecretKinds.AwsKey, 9)]
    [InlineData(SecretKinds.PrivateKey | SecretKinds.GitHubToken, 10)]
    [InlineData(SecretKinds.ApiKey | SecretKinds.Secret, 11)]
    public void The_scanner_finds_what_regular_expressions_find(SecretKinds kinds, int seed)
    {
        TextMask mask = new(kinds);
        RandomTexts texts = new(seed);
        for (int i = 0; i < 20_000; i++)
        {
            string text = texts.Next();
            string expected = MaskOracle.Mask(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)), kinds);
            string actual = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(mask.Mask(text)));
            Assert.True(expected == actual, $"{text.ReplaceLineEndings("\\n")}\nexpected {expected}\nactual   {actual}");
        }
    }
}
