namespace Observe.Policies.Content;

/// <summary>The words of rules for what <see cref="TextMask"/> recognises.</summary>
internal static class ContentKinds
{
    private static readonly (string Word, SecretKinds Kind)[] s_words =
    [
        ("ssn", SecretKinds.SocialSecurityNumber),
        ("email", SecretKinds.Email),
        ("phone", SecretKinds.Phone),
        ("credit_card", SecretKinds.CreditCard),
        ("password", SecretKinds.Password),
        ("api_key", SecretKinds.ApiKey),
        ("secret", SecretKinds.Secret),
        ("generic_token", SecretKinds.Token),
        ("aws_key", SecretKinds.AwsKey),
        ("github_pat", SecretKinds.GitHubToken),
        ("jwt", SecretKinds.JsonWebToken),
        ("private_key", SecretKinds.PrivateKey),
    ];

    /// <summary>The words of these kinds, with a comma between them.</summary>
    public static string WordsOf(SecretKinds kinds) => string.Join(", ", Words(kinds));

    /// <summary>The words of these kinds.</summary>
    public static string[] Words(SecretKinds kinds)
    {
        List<string> words = [];
        foreach ((string word, SecretKinds kind) in s_words)
        {
            if ((kinds & kind) != 0)
            {
                words.Add(word);
            }
        }

        return [.. words];
    }

    /// <summary>Reads a list of words of these kinds; all of them when there is no list.</summary>
    public static SecretKinds Read(PolicyRules rules, string name, SecretKinds all)
    {
        if (!rules.Has(name))
        {
            return all;
        }

        SecretKinds kinds = SecretKinds.None;
        foreach (string chosen in rules.Texts(name, Words(all)))
        {
            foreach ((string word, SecretKinds kind) in s_words)
            {
                kinds |= word == chosen ? kind : SecretKinds.None;
            }
        }

        return kinds;
    }
}
