namespace Observe;

/// <summary>What a <see cref="SafetyPolicy"/> warns of in texts.</summary>
[Flags]
public enum SafetyFilters
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>E-mail addresses, phone numbers and the like: <see cref="SecretKinds.PersonalData"/>. Word in policy files: <c>pii</c>.</summary>
    PersonalData = 1,

    /// <summary>Some dozen English swear words, as whole words. Word in policy files: <c>profanity</c>.</summary>
    Profanity = 2,

    /// <summary>Passwords, keys, tokens: <see cref="SecretKinds.Credentials"/>. Word in policy files: <c>credentials</c>.</summary>
    Credentials = 4,
}
