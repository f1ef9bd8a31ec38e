namespace Observe;

/// <summary>
/// Kinds of secrets and of personal data that <see cref="TextMask"/> recognises. Where matches of several kinds overlap, the kind with
/// the larger value names the mark: credentials before personal data, and the more specific before the less specific.
/// </summary>
[Flags]
public enum SecretKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>
    /// An e-mail address with a dotted domain, also with <c>%40</c> for the at sign; marked <c>##EMAIL##</c>. The user "git" (of remote
    /// repositories) and names such as <c>logo@2x.png</c> are none.
    /// </summary>
    Email = 1 << 0,

    /// <summary>
    /// A phone number; marked <c>##PHONE##</c>. Either international with a leading plus (ITU-T E.164: at most 15 digits), or of North
    /// America as <c>415-555-0132</c>, <c>415.555.0132</c>, <c>415 555-0132</c>, <c>(415) 555 0132</c>, with or without a leading 1.
    /// Digits without a plus and without these separators are none, because other numbers look the same.
    /// </summary>
    Phone = 1 << 1,

    /// <summary>
    /// A social security number of the USA, as <c>123-45-6789</c>; marked <c>##SSN##</c>. Numbers that are never issued (areas 000, 666
    /// and 900 to 999, group 00, serial 0000) are none.
    /// </summary>
    SocialSecurityNumber = 1 << 2,

    /// <summary>
    /// A payment card number of 13 to 19 digits with a known issuer prefix and a right check digit (ISO/IEC 7812-1, the Luhn formula),
    /// whole or in the groups that are printed on cards, with spaces or dashes; marked <c>##CREDIT_CARD##</c>.
    /// </summary>
    CreditCard = 1 << 3,

    /// <summary>
    /// What is assigned to a name that ends in password, passwd, pwd, passphrase or passcode (<c>password=…</c>, <c>"pwd": "…"</c>), or
    /// the password in a URL (<c>scheme://user:…@host</c>); marked <c>##PASSWORD##</c>. The name stays. As everywhere where something is
    /// assigned: without quotation marks a value ends at white space, comma, semicolon, ampersand, bar or closing bracket, and types,
    /// calls and placeholders (<c>str</c>, <c>read()</c>, <c>${NAME}</c>) are no values.
    /// </summary>
    Password = 1 << 4,

    /// <summary>
    /// What is assigned to a name that ends in API key, access key, account key or subscription key; marked <c>##API_KEY##</c>.
    /// </summary>
    ApiKey = 1 << 5,

    /// <summary>
    /// What is assigned to a name that ends in secret, or in secret, private, signing, encryption, client or master key, and signatures
    /// in URLs; marked <c>##SECRET##</c>.
    /// </summary>
    Secret = 1 << 6,

    /// <summary>
    /// A token with a well-known prefix (<c>sk-…</c>, <c>sk_live_…</c>, <c>pk_live_…</c>, <c>xoxb-…</c>, <c>glpat-…</c>, <c>AIza…</c> and
    /// others), after <c>Bearer</c>, or assigned to a name that ends in token or authorization; marked <c>##TOKEN##</c>.
    /// </summary>
    Token = 1 << 7,

    /// <summary>An access key id of Amazon Web Services, <c>AKIA…</c> or <c>ASIA…</c>; marked <c>##AWS_KEY##</c>.</summary>
    AwsKey = 1 << 8,

    /// <summary>A token of GitHub, <c>ghp_…</c> and its sisters or <c>github_pat_…</c>; marked <c>##GITHUB_TOKEN##</c>.</summary>
    GitHubToken = 1 << 9,

    /// <summary>A JSON Web Token in compact form (RFC 7519), signed or encrypted; marked <c>##JWT##</c>.</summary>
    JsonWebToken = 1 << 10,

    /// <summary>
    /// A private key in textual form (RFC 7468), from its BEGIN line to its END line, or to the end of the text where that is missing;
    /// marked <c>##PRIVATE_KEY##</c>.
    /// </summary>
    PrivateKey = 1 << 11,

    /// <summary>A match of a <see cref="SecretPattern"/>; marked with the pattern's own name.</summary>
    Own = 1 << 12,

    /// <summary>E-mail addresses, phone numbers, social security numbers and card numbers.</summary>
    PersonalData = Email | Phone | SocialSecurityNumber | CreditCard,

    /// <summary>Passwords, keys and tokens.</summary>
    Credentials = Password | ApiKey | Secret | Token | AwsKey | GitHubToken | JsonWebToken | PrivateKey,

    /// <summary>Every built-in kind.</summary>
    All = PersonalData | Credentials,
}
