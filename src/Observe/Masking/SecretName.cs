namespace Observe.Masking;

/// <summary>
/// Knows the names under which secrets are kept in settings, JSON objects, URLs and headers. Only how a name ends counts.
/// </summary>
internal static class SecretName
{
    /// <summary>What is kept under the name.</summary>
    /// <param name="name">A text that ends with the name.</param>
    public static SecretKinds KindOf(ReadOnlySpan<byte> name)
    {
        name = WithoutNumber(name);
        if (name.Length < 3)
        {
            return SecretKinds.None;
        }

        switch (name[^1] | 0x20)
        {
            case 'd':
                return Ends(name, "password"u8) || Ends(name, "passwd"u8) || Ends(name, "pwd"u8) ? SecretKinds.Password : SecretKinds.None;
            case 's':
                return Ends(name, "_pass"u8) ? SecretKinds.Password : SecretKinds.None; // alone it is what tests do
            case 'e':
                return Ends(name, "passphrase"u8) || Ends(name, "passcode"u8) ? SecretKinds.Password
                    : Ends(name, "signature"u8) ? SecretKinds.Secret
                    : SecretKinds.None;
            case 't':
                return Ends(name, "secret"u8) ? SecretKinds.Secret : SecretKinds.None;
            case 'n':
                return Ends(name, "token"u8) || Ends(name, "authorization"u8) ? SecretKinds.Token : SecretKinds.None;
            case 'g':
                return Ends(name, "&sig"u8) || Ends(name, "?sig"u8) ? SecretKinds.Secret : SecretKinds.None;
            case 'y':
                return Ends(name, "key"u8) ? KindOfKey(name[..^3]) : SecretKinds.None;
            default:
                return SecretKinds.None;
        }
    }

    private static SecretKinds KindOfKey(ReadOnlySpan<byte> name)
    {
        if (!name.IsEmpty && IsJoint(name[^1]))
        {
            name = name[..^1];
        }

        if (Ends(name, "access"u8))
        {
            // Of the two keys of Amazon Web Services, the secret one.
            name = name[..^6];
            name = !name.IsEmpty && IsJoint(name[^1]) ? name[..^1] : name;
            return Ends(name, "secret"u8) ? SecretKinds.Secret : SecretKinds.ApiKey;
        }

        if (Ends(name, "api"u8) || Ends(name, "account"u8) || Ends(name, "subscription"u8))
        {
            return SecretKinds.ApiKey;
        }

        return Ends(name, "secret"u8) || Ends(name, "private"u8) || Ends(name, "signing"u8) || Ends(name, "encryption"u8)
            || Ends(name, "client"u8) || Ends(name, "master"u8)
            ? SecretKinds.Secret
            : SecretKinds.None;
    }

    private static bool IsJoint(byte value) => value is (byte)'_' or (byte)'-' or (byte)'.' or (byte)' ';

    // password2
    private static ReadOnlySpan<byte> WithoutNumber(ReadOnlySpan<byte> name)
    {
        int end = name.Length;
        for (int i = 0; i < 2 && TextEdges.IsDigit(name, end - 1); i++)
        {
            end--;
        }

        return name[..end];
    }

    private static bool Ends(ReadOnlySpan<byte> name, ReadOnlySpan<byte> lowerCase) =>
        name.Length >= lowerCase.Length && System.Text.Ascii.EqualsIgnoreCase(name[^lowerCase.Length..], lowerCase);
}
