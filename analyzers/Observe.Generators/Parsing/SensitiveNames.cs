namespace Observe.Generators.Parsing;

/// <summary>
/// Tells by its words whether a name stands for a secret or for something personal. The end of a name says what it is: a
/// <c>passwordPolicy</c> is a policy, a <c>maxTokenCount</c> is a count.
/// </summary>
internal static class SensitiveNames
{
    private static readonly SensitiveNoun s_password = new("a password");
    private static readonly SensitiveNoun s_secret = new("a secret");
    private static readonly SensitiveNoun s_token = new("an access token");
    private static readonly SensitiveNoun s_key = new("a key");
    private static readonly SensitiveNoun s_credential = new("a credential");
    private static readonly SensitiveNoun s_connection = new("a connection string");
    private static readonly SensitiveNoun s_code = new("a code that lets somebody in", MayBeNumber: true);
    private static readonly SensitiveNoun s_card = new("a card number", MayBeNumber: true);
    private static readonly SensitiveNoun s_account = new("a bank account", MayBeNumber: true);
    private static readonly SensitiveNoun s_identity = new("an identity number", MayBeNumber: true);
    private static readonly SensitiveNoun s_mail = new("an e-mail address");
    private static readonly SensitiveNoun s_phone = new("a phone number", MayBeNumber: true);
    private static readonly SensitiveNoun s_birth = new("a date of birth", MayBeDate: true);
    private static readonly SensitiveNoun s_home = new("somebody's address");

    private static readonly Dictionary<string, SensitiveNoun> s_byWords = Index(
        (s_password, "password passwd pwd passphrase passcode passwordhash"),
        (s_secret, "secret seedphrase mnemonicphrase"),
        (s_token, "token jwt bearer authorization authorizationheader authheader authorizationcode cookie"),
        (s_key, "apikey accesskey privatekey secretkey encryptionkey signingkey masterkey accountkey subscriptionkey sharedkey storagekey saskey"),
        (s_credential, "credential"),
        (s_connection, "connectionstring connstring connstr"),
        (s_code, "pincode otp totp onetimecode mfacode recoverycode verificationcode"),
        (new("a PIN"), "pin"),
        (s_card, "cardnumber cardno creditcard debitcard creditcardnumber debitcardnumber cvv cvc securitycode"),
        (new("a card number"), "pan"),
        (s_account, "iban accountnumber bankaccount bankaccountnumber"),
        (s_identity, "ssn socialsecurity socialsecuritynumber nationalid nationalidnumber nationalidentitynumber nationalinsurancenumber "
            + "passport passportnumber passportno driverlicense driverslicense driverlicensenumber driverslicensenumber"),
        (s_mail, "email emailaddress mailaddress"),
        (s_phone, "phone phonenumber phoneno telephone telephonenumber mobilenumber cellphone"),
        (s_birth, "birthdate birthday dateofbirth dob"),
        (s_home, "homeaddress streetaddress residentialaddress"));

    // A name that says so itself is not the thing any more, or only says whether there is one.
    private static readonly HashSet<string> s_harmless = Words(
        "masked redacted hashed encrypted hidden obfuscated anonymized anonymised anonymous tokenized fake dummy "
        + "has is needs requires expects missing invalid public");

    // What tokens of texts, pages, streams and tool kits are called.
    private static readonly HashSet<string> s_otherTokens = Words(
        "page paging pagination continuation next previous prev cancellation cancel cancelled stopping end start begin stop sync delta cursor resume "
        + "skip eos bos pad unk mask first last current input output prompt completion max min special word text separator stream change "
        + "concurrency reward base quote design native utility governance syntax keyword operator lexer parsed parser string json new sub");

    // What a mail that is being written or read is called: then it is the text.
    private static readonly HashSet<string> s_otherMails = Words("draft reply inbound incoming outgoing html welcome raw drafted generated");

    private static readonly HashSet<string> s_forms = Words("value text string plain raw bytes base");

    private static readonly HashSet<string> s_readers = Words(
        "get fetch find lookup load read resolve retrieve reveal decrypt acquire obtain request refresh issue create");

    /// <summary>What is kept under the name of a parameter, property, tag …, or null.</summary>
    public static SensitiveNoun? Of(string name) => Of(NameWords.Of(name), from: 0);

    /// <summary>What a method of this name returns, or null; the name says it only where it begins with a verb of giving.</summary>
    public static SensitiveNoun? OfResult(string method)
    {
        List<string> words = NameWords.Of(method);
        if (words.Count > 0 && words[words.Count - 1] == "async")
        {
            words.RemoveAt(words.Count - 1);
        }

        // Who reads an e-mail gets its text.
        return words.Count > 1 && s_readers.Contains(words[0]) && words[words.Count - 1] is not ("email" or "mail") ? Of(words, from: 1) : null;
    }

    /// <summary>Whether the name is <c>token</c> and no more: it may be an access token or a piece of a text.</summary>
    public static bool IsBareToken(string name) => NameWords.Of(name) is ["token"];

    /// <summary>Whether any of the words of a name says that this is about the pieces of a text.</summary>
    public static bool IsAboutText(string name) => NameWords.Of(name).Exists(static word =>
        word is "stream" or "emit" or "write" or "append" or "chunk" or "delta" or "tokenize" or "tokens" or "on" or "embed" or "logprob"
            or "probability" or "prob" or "index" or "position" or "offset" or "rank" or "term" or "length" or "start" or "text");

    private static SensitiveNoun? Of(List<string> words, int from)
    {
        int end = words.Count;
        while (end > from)
        {
            if (Match(words, from, end) is { } noun)
            {
                return noun;
            }

            if (!s_forms.Contains(words[end - 1]))
            {
                return null;
            }

            end--; // passwordText
        }

        return null;
    }

    private static SensitiveNoun? Match(List<string> words, int from, int end)
    {
        for (int start = from; start < end; start++)
        {
            string tail = string.Concat(words.Skip(start).Take(end - start));
            if (Find(tail) is { } noun)
            {
                IEnumerable<string> before = words.Skip(from).Take(start - from);
                string? previous = start > from ? words[start - 1] : null;
                return before.Any(s_harmless.Contains) || IsSomethingElse(noun, tail, previous) ? null : noun;
            }
        }

        return null;
    }

    // Several tokens are a number of them; of everything else several are as secret as one.
    private static SensitiveNoun? Find(string words) =>
        s_byWords.TryGetValue(words, out SensitiveNoun? noun) ? noun
        : words == "tokens" ? null
        : Without("s", words) ?? Without("es", words);

    private static SensitiveNoun? Without(string plural, string words) =>
        words.EndsWith(plural, StringComparison.Ordinal)
        && s_byWords.TryGetValue(words.Substring(0, words.Length - plural.Length), out SensitiveNoun? noun) ? noun : null;

    private static bool IsSomethingElse(SensitiveNoun noun, string tail, string? previous) =>
        previous is not null
        && ((tail == "token" && s_otherTokens.Contains(previous)) || (ReferenceEquals(noun, s_mail) && s_otherMails.Contains(previous)));

    private static HashSet<string> Words(string words) => [.. words.Split(' ')];

    private static Dictionary<string, SensitiveNoun> Index(params (SensitiveNoun Noun, string Words)[] nouns) =>
        nouns.SelectMany(static entry => entry.Words.Split(' ').Select(words => (words, entry.Noun)))
            .ToDictionary(static entry => entry.words, static entry => entry.Noun, StringComparer.Ordinal);
}
