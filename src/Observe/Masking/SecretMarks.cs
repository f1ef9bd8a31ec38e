using System.Text;

namespace Observe.Masking;

/// <summary>What stands in a text where a secret was: a mark says the kind and nothing else.</summary>
internal static class SecretMarks
{
    /// <summary>How a text goes on that the capture limits have cut.</summary>
    private static ReadOnlySpan<byte> Cut => "… (+"u8;

    /// <param name="rank">The number of the kind's bit.</param>
    public static ReadOnlySpan<byte> Of(int rank) => (SecretKinds)(1 << rank) switch
    {
        SecretKinds.Email => "##EMAIL##"u8,
        SecretKinds.Phone => "##PHONE##"u8,
        SecretKinds.SocialSecurityNumber => "##SSN##"u8,
        SecretKinds.CreditCard => "##CREDIT_CARD##"u8,
        SecretKinds.Password => "##PASSWORD##"u8,
        SecretKinds.ApiKey => "##API_KEY##"u8,
        SecretKinds.Secret => "##SECRET##"u8,
        SecretKinds.Token => "##TOKEN##"u8,
        SecretKinds.AwsKey => "##AWS_KEY##"u8,
        SecretKinds.GitHubToken => "##GITHUB_TOKEN##"u8,
        SecretKinds.JsonWebToken => "##JWT##"u8,
        _ => "##PRIVATE_KEY##"u8,
    };

    /// <summary>The mark of a pattern.</summary>
    public static byte[] Named(string name) => Encoding.UTF8.GetBytes("##" + name + "##");

    /// <summary>Whether the text begins with a mark, built-in or not.</summary>
    public static bool IsAtStart(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("##"u8))
        {
            return false;
        }

        const int LongestName = 64;
        int end = 2;
        while (end < text.Length && end < LongestName + 2 && IsNameByte(text[end]))
        {
            end++;
        }

        return end > 2 && text[end..].StartsWith("##"u8);
    }

    /// <summary>Whether the capture limits have cut the text here.</summary>
    public static bool IsCutAt(ReadOnlySpan<byte> text, int at) => text[at..].StartsWith(Cut);

    /// <summary>Where the text ends, without the words that say how much was cut.</summary>
    public static int EndOf(ReadOnlySpan<byte> text)
    {
        const int LongestRemark = 32;
        int from = Math.Max(0, text.Length - LongestRemark);
        int cut = text[from..].LastIndexOf(Cut);
        return cut < 0 || !text.EndsWith(" chars)"u8) ? text.Length : from + cut;
    }

    private static bool IsNameByte(byte value) => char.IsAsciiLetterUpper((char)value) || char.IsAsciiDigit((char)value) || value == '_';
}
