using System.Text.RegularExpressions;

namespace Observe.Tests.Masking;

/// <summary>Secrets that are assigned to a name, by regular expressions; see <see cref="MaskOracle"/>.</summary>
internal static partial class AssignmentOracle
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static IEnumerable<MaskOracle.Found> Find(string text)
    {
        foreach (Match sign in Sign().Matches(text))
        {
            SecretKinds kind = KindOf(sign.Groups["name"].Value);
            int start = Skipped().Match(text, sign.Index + sign.Length) is var skipped ? skipped.Index + skipped.Length : 0;
            Match quoted = Quoted().Match(text, start);
            if (quoted.Success)
            {
                Group value = quoted.Groups["value"];
                string secret = quoted.Groups["open"].Success ? MaskOracle.WithoutRemark(value.Value) : value.Value;
                bool isCut = MaskOracle.IsCutAt(text, value.Index + secret.Length);
                int scheme = SchemeOf(secret);
                if (IsQuoted(kind, secret[scheme..], isCut || scheme > 0))
                {
                    yield return new MaskOracle.Found(value.Index + scheme, value.Index + secret.Length, kind);
                }
            }
            else
            {
                start += Mark().Match(text, start).Length;
                int value = start;
                start += Scheme().Match(text, start).Length;
                Match bare = Bare().Match(text, start);
                bool isSure = start > value || bare.Groups["cut"].Success;
                if (bare.Success && IsBare(kind, sign.Groups["name"].Value + sign.Groups["number"].Value, bare, isSure))
                {
                    yield return new MaskOracle.Found(start, start + bare.Length, kind);
                }
            }
        }
    }

    private static int SchemeOf(string value) => Scheme().Match(value) is { Success: true } scheme && scheme.Length < value.Length ? scheme.Length : 0;

    private static SecretKinds KindOf(string name) =>
        PasswordName().IsMatch(name) ? SecretKinds.Password
        : TokenName().IsMatch(name) ? SecretKinds.Token
        : ApiKeyName().IsMatch(name) ? SecretKinds.ApiKey
        : SecretKinds.Secret;

    private static bool IsQuoted(SecretKinds kind, string value, bool isSure) =>
        value != "" && !NoSecret().IsMatch(value)
        && (kind == SecretKinds.Password || isSure
            || (value.Length >= 8 && !value.Contains(' ') && !value.Contains('\t')
                && (kind != SecretKinds.Token || value.Length >= 24 || value.Any(char.IsAsciiDigit))));

    private static bool IsBare(SecretKinds kind, string name, Match bare, bool isSure)
    {
        string value = bare.Value;
        if (NoSecret().IsMatch(value) || NoBareSecret().IsMatch(value) || bare.Groups["code"].Success)
        {
            return false;
        }

        return isSure || (kind == SecretKinds.Password
            ? !(value.StartsWith('/') && name.Equals("pwd", StringComparison.OrdinalIgnoreCase))
            : value.Length >= 8 && value.Any(char.IsAsciiDigit));
    }

    [GeneratedRegex(
        """
        (?<=(?<name>password|passwd|pwd|_pass|passphrase|passcode|signature|secret|token|authorization|[&?]sig
        |(?:secret[_. -]?access|access|api|account|subscription|secret|private|signing|encryption|client|master)[_. -]?key)
        (?<number>[0-9]{0,2})(?:[ "'`\\\]*:=]|\\u002[27]|%2[27]){0,8})(?:[:=]|%3[AD])
        """, Options | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Sign();

    [GeneratedRegex("""^(?:password|passwd|pwd|_pass|passphrase|passcode)$""", Options | RegexOptions.IgnoreCase)]
    private static partial Regex PasswordName();

    [GeneratedRegex("""^(?:token|authorization)$""", Options | RegexOptions.IgnoreCase)]
    private static partial Regex TokenName();

    [GeneratedRegex("""^(?:access|api|account|subscription)[_. -]?key$""", Options | RegexOptions.IgnoreCase)]
    private static partial Regex ApiKeyName();

    [GeneratedRegex("""\G[ \t*=>:]{0,8}(?:[@$bfru](?=["'`]))?""", Options)]
    private static partial Regex Skipped();

    [GeneratedRegex(
        """
        \G(?:
        (?<mark>["'`])(?:(?<value>(?:\\[^\n]|(?!\k<mark>)[^\\\n])*)\k<mark>|(?<open>)(?<value>(?:\\[^\n]|(?!\k<mark>)[^\\\n])*\\?)\z)
        |(?<mark>\\{1,8}["'`]|\\u002[27]|%2[27])(?:(?<value>(?:(?!\k<mark>)[^\n])*)\k<mark>|(?<open>)(?<value>(?:(?!\k<mark>)[^\n])*)\z)
        )
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();

    [GeneratedRegex("""\G(?:\\{0,8}["'`]|\\u002[27]|%2[27])?""", Options)]
    private static partial Regex Mark();

    [GeneratedRegex("""\G(?:basic|token|bearer)[ ]""", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(
        """
        \G(?:(?!\xE2\x80\xA6[ ]\(\+)[^\x00-\x20,;&|"'`\\<>)\]}])+(?<cut>(?=\xE2\x80\xA6[ ]\(\+))?
        (?<code>(?<=\G(?=[A-Za-z_.])[A-Za-z0-9_.]{1,64}[(\[][^\x00-\x20]*)|(?<=\G(?=[A-Za-z_.])[A-Za-z0-9_.]{1,64})(?=<))?
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Bare();

    [GeneratedRegex(
        """
        ^(?:(?-i:\#\#[A-Z0-9_]{1,64}\#\#).*|<.*>|\{.*\}|\$\{.*\}|\*+
        |null|none|nil|undefined|true|false|str|string|bytes|int|required|optional)$
        """, Options | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NoSecret();

    [GeneratedRegex("""^(?:[\{\[(]|\$[\{(])""", Options)]
    private static partial Regex NoBareSecret();
}
