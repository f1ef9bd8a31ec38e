using System.Text;
using System.Text.RegularExpressions;

namespace Observe.Tests.Masking;

/// <summary>
/// What is a secret, said a second time: by regular expressions over the bytes of the text, one character for each byte. A byte is masked
/// if it belongs to any match, and what overlaps gets one mark, that of the largest kind.
/// </summary>
internal static partial class MaskOracle
{
    // A word begins: behind no letter and no digit, or behind an escape.
    private const string Start = """(?:(?<![A-Za-z0-9])|(?<=\\[nrtbf])|(?<=%[0-9A-Fa-f]{2})|(?<=\\u[0-9A-Fa-f]{4}))""";
    private const string Cut = """(?=\xE2\x80\xA6[ ]\(\+)""";
    private const string Plus = """(?:\+|%2[Bb])""";
    private const string PhoneEnd = """(?![0-9A-WYZa-wyz])""";
    private const string Group = """(?:\)[ -]?|[ -]\(?|\()?[0-9]""";
    private const string InParentheses = """\([2-9][0-9]{2}\)[-. ]?[0-9]{3}[-. ][0-9]{4}""";
    private const string Plain = """[2-9][0-9]{2}(?:-[0-9]{3}-|\.[0-9]{3}\.|[ ][0-9]{3}[-.])[0-9]{4}""";
    private const string Letter = """(?:[A-Za-z0-9]|[\xC3-\xDF][\x80-\xBF])""";
    private const string LetterOrDash = """(?:[A-Za-z0-9-]|[\xC3-\xDF][\x80-\xBF])""";
    private const string LongWord = """(?:[A-Za-z0-9_-]*[_-])?[A-Za-z0-9]{16}""";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static string Mask(string latin1, SecretKinds kinds)
    {
        List<Found> all = [];
        IEnumerable<Found> wanted = All(latin1, kinds).Where(found => (found.Kind & kinds) != 0 && found.Length > 0);
        foreach (Found found in wanted.OrderBy(static found => found.Start))
        {
            if (all.Count > 0 && all[^1].End > found.Start)
            {
                Found last = all[^1];
                all[^1] = new Found(last.Start, Math.Max(last.End, found.End), last.Kind > found.Kind ? last.Kind : found.Kind);
            }
            else
            {
                all.Add(found);
            }
        }

        StringBuilder masked = new();
        int read = 0;
        foreach (Found found in all)
        {
            masked.Append(latin1, read, found.Start - read).Append(MarkOf(found.Kind));
            read = found.End;
        }

        return masked.Append(latin1, read, latin1.Length - read).ToString();
    }

    /// <summary>The text without the words that say how much was cut.</summary>
    public static string WithoutRemark(string latin1) => Remark().Match(latin1) is { Success: true } remark ? latin1[..remark.Index] : latin1;

    public static bool IsCutAt(string latin1, int at) => CutHere().IsMatch(latin1, at);

    private static string MarkOf(SecretKinds kind) => kind switch
    {
        SecretKinds.SocialSecurityNumber => "##SSN##",
        SecretKinds.CreditCard => "##CREDIT_CARD##",
        SecretKinds.ApiKey => "##API_KEY##",
        SecretKinds.AwsKey => "##AWS_KEY##",
        SecretKinds.GitHubToken => "##GITHUB_TOKEN##",
        SecretKinds.JsonWebToken => "##JWT##",
        SecretKinds.PrivateKey => "##PRIVATE_KEY##",
        _ => $"##{kind.ToString().ToUpperInvariant()}##",
    };

    private static IEnumerable<Found> All(string text, SecretKinds kinds)
    {
        List<Found> urls = [.. From(UrlPassword(), text, SecretKinds.Password)];
        bool masksUrls = (kinds & SecretKinds.Password) != 0;
        return urls
            .Concat(
                from email in Emails(text)
                where !masksUrls || !urls.Exists(url => email.At >= url.Start && email.At <= url.End)
                select email.Found)
            .Concat(From(Phone(), text, SecretKinds.Phone))
            .Concat(From(SocialSecurityNumber(), text, SecretKinds.SocialSecurityNumber))
            .Concat(
                from cards in (Regex[])[WholeCard(), GroupedCard(), LongGroupedCard()]
                from card in From(cards, text, SecretKinds.CreditCard)
                where IsCard(text[card.Start..card.End])
                select card)
            .Concat(From(AwsKey(), text, SecretKinds.AwsKey))
            .Concat(From(GitHubToken(), text, SecretKinds.GitHubToken))
            .Concat(From(Token(), text, SecretKinds.Token))
            .Concat(WebTokens(text))
            .Concat(PrivateKeys(text))
            .Concat(AssignmentOracle.Find(text));
    }

    // Matches at every place, also within one another.
    private static IEnumerable<Found> From(Regex regex, string text, SecretKinds kind)
    {
        for (Match match = regex.Match(text); match.Success; match = regex.Match(text, match.Index + 1))
        {
            Group secret = match.Groups["secret"].Success ? match.Groups["secret"] : match;
            yield return new Found(secret.Index, secret.Index + secret.Length, kind);
            if (match.Index == text.Length)
            {
                break;
            }
        }
    }

    private static IEnumerable<(int At, Found Found)> Emails(string text)
    {
        foreach (Match match in Email().Matches(text))
        {
            string name = match.Groups["name"].Value;
            while (name.Length > 64)
            {
                name = name[(name[0] >= 0xC3 ? 2 : 1)..];
            }

            int start = match.Index - name.Length;
            name = AfterEscape(text, start, match.Index).TrimStart('.', '+', '-');
            if (name is not ("" or "git"))
            {
                yield return (match.Index, new Found(match.Index - name.Length, match.Index + match.Length, SecretKinds.Email));
            }
        }
    }

    private static string AfterEscape(string text, int start, int end)
    {
        Match escape = start == 0 ? System.Text.RegularExpressions.Match.Empty : LeadingEscape().Match(text, start - 1);
        start += escape.Success ? escape.Length - 1 : 0;
        return start > end ? "" : text[start..end];
    }

    private static IEnumerable<Found> WebTokens(string text)
    {
        int from = 0;
        for (Match match = WebToken().Match(text); match.Success; match = WebToken().Match(text, from))
        {
            int rest = match.Length - match.Groups["header"].Length;
            bool isCut = IsCutAt(text, match.Index + match.Length);
            if (rest > 8 || isCut)
            {
                yield return new Found(match.Index, match.Index + match.Length, SecretKinds.JsonWebToken);
                from = match.Index + match.Length;
            }
            else
            {
                from = match.Index + 1;
            }
        }
    }

    private static IEnumerable<Found> PrivateKeys(string text)
    {
        // Two blocks may share their dashes.
        for (Match match = PrivateKey().Match(text); match.Success; match = PrivateKey().Match(text, match.Index + match.Length - 5))
        {
            int end = match.Index + match.Length;
            yield return new Found(match.Index, match.Groups["closed"].Success ? end : WithoutRemark(text).Length, SecretKinds.PrivateKey);
        }
    }

    private static bool IsCard(string text)
    {
        int[] digits = [.. text.Where(char.IsAsciiDigit).Select(static digit => digit - '0')];
        int sum = digits.Reverse().Select(static (digit, i) => i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10)).Sum();
        return sum % 10 == 0 && Issued().IsMatch(string.Concat(digits));
    }

    public readonly record struct Found(int Start, int End, SecretKinds Kind)
    {
        public int Length => End - Start;
    }

    [GeneratedRegex(
        """(?<=(?<name>(?:[A-Za-z0-9._+-]|[\xC3-\xDF][\x80-\xBF])+))(?:@|%40)(?![0-9]x\.)"""
        + Letter + LetterOrDash + """*(?:\.""" + Letter + LetterOrDash + """*)*\.[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]""", Options)]
    private static partial Regex Email();

    [GeneratedRegex("""\G(?:\\(?:[nrtbf]|u[0-9A-Fa-f]{4})|%[0-9A-Fa-f]{2})""", Options)]
    private static partial Regex LeadingEscape();

    [GeneratedRegex(
        "(?:" + Start + @"(?<!\+)" + Plus + @"(?:[1-9][0-9]{9,14}|(?=[0-9]{1,3}[ ()-])(?:1(?:" + Group + "){10}|[2-9](?:" + Group + "){7,14}))"
        + "|(?:" + Plus + "1[-. ](?:" + InParentheses + "|" + Plain + ")|" + InParentheses
        + "|" + Start + @"(?<![0-9][-.])(?:1[-. ](?:" + InParentheses + "|" + Plain + ")|" + Plain + @"))(?![-.][0-9]))" + PhoneEnd, Options)]
    private static partial Regex Phone();

    [GeneratedRegex(Start + """(?<![0-9][-.])(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}(?![A-Za-z0-9]|-[0-9])""", Options)]
    private static partial Regex SocialSecurityNumber();

    [GeneratedRegex(Start + """(?<![0-9]\.)[0-9]{13,19}(?![A-Za-z0-9]|\.[0-9])""", Options)]
    private static partial Regex WholeCard();

    [GeneratedRegex(Start + """(?<![0-9]\.)[0-9]{4}(?<s>[ -])(?:[0-9]{4}\k<s>[0-9]{4}\k<s>[0-9]{4}|[0-9]{6}\k<s>[0-9]{4,5})(?![A-Za-z0-9]|\.[0-9])""", Options)]
    private static partial Regex GroupedCard();

    [GeneratedRegex(Start + """(?<![0-9]\.)[0-9]{4}(?<s>[ -])[0-9]{4}\k<s>[0-9]{4}\k<s>[0-9]{4}\k<s>[0-9]{3}(?![A-Za-z0-9]|\.[0-9])""", Options)]
    private static partial Regex LongGroupedCard();

    [GeneratedRegex(
        """
        ^(?:4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})|3[47][0-9]{13}|(?:5[1-5]|222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]*(?<=^[0-9]{16})
        |(?:30[0-5]|3095|3[689])[0-9]*(?<=^(?:[0-9]{14}|[0-9]{16}))|(?:352[89]|35[3-8][0-9]|220[0-4]|6011|64[4-9]|65|62)[0-9]*(?<=^[0-9]{16,19})
        |(?:5018|5020|5038|5893|6304|6759|676[123])[0-9]*)$
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Issued();

    [GeneratedRegex(Start + "A[KS]IA(?:[A-Z0-9]{16}(?![A-Za-z0-9])|[A-Z0-9]{4,16}" + Cut + ")", Options)]
    private static partial Regex AwsKey();

    [GeneratedRegex(Start + "(?:gh[pousr]|github_pat)_(?:[A-Za-z0-9_-]{10,}|[A-Za-z0-9_-]{4,}" + Cut + ")", Options)]
    private static partial Regex GitHubToken();

    [GeneratedRegex(
        Start + "(?:(?:[spr]k_(?:live|test)_|whsec_|pypi-|glpat-|shpat_|dckr_pat_|xox[abeoprs]-)(?:[A-Za-z0-9_-]{10,}|[A-Za-z0-9_-]{4,}" + Cut + ")"
        + "|(?:sk|xai|pplx)-(?:(?=[A-Za-z0-9_-]*[0-9]|" + LongWord + ")[A-Za-z0-9_-]{16,}|[A-Za-z0-9_-]{4,}" + Cut + ")"
        + "|(?:g?sk|pk|rk|npm|hf)_(?:(?=" + LongWord + ")[A-Za-z0-9_-]{16,}|[A-Za-z0-9_-]{4,}" + Cut + ")"
        + "|AIza(?:[A-Za-z0-9_-]{30,}|[A-Za-z0-9_-]{4,}" + Cut + ")"
        + "|Bearer[ ](?<secret>(?=[A-Za-z0-9_.~+/=-]*[0-9])[A-Za-z0-9_.~+/=-]{16,}|[A-Za-z0-9_.~+/=-]{4,}" + Cut + "))", Options)]
    private static partial Regex Token();

    [GeneratedRegex(Start + """(?<header>eyJ[A-Za-z0-9_-]{7,})(?![A-Za-z0-9_-])(?:\.(?:[A-Za-z0-9_-]+|(?=\.[A-Za-z0-9_-]))){0,4}""", Options)]
    private static partial Regex WebToken();

    [GeneratedRegex("""\G\xE2\x80\xA6[ ]\(\+""", Options)]
    private static partial Regex CutHere();

    [GeneratedRegex("""\xE2\x80\xA6[ ]\(\+(?:(?!\xE2\x80\xA6[ ]\(\+)[\s\S]){0,26}(?<=[ ]chars\))\z""", Options)]
    private static partial Regex Remark();

    [GeneratedRegex(
        """
        -----BEGIN[ ](?=(?:(?!-----)[\s\S])*PRIVATE[ ]KEY)(?:(?!-----)[\s\S]){0,53}-----
        (?:(?!-----END[ ])[\s\S])*(?:(?<closed>-----END[ ](?:(?!-----)[\s\S]){0,55}-----)|[\s\S]*)
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PrivateKey();

    [GeneratedRegex("""(?<=://[^\x00-\x20/?#"'<>\\`:]*:)(?<secret>[^\x00-\x20/?#"'<>\\`]+)@(?![^\x00-\x20/?#"'<>\\`]*@)""", Options)]
    private static partial Regex UrlPassword();
}
