namespace Observe.Generators.Parsing;

/// <summary>Finds connection strings with the secret in them.</summary>
internal static class ConnectionStrings
{
    private const int ShortestPassword = 6;
    private const int ShortestKey = 20;

    // The key that every installation of the storage emulator has.
    private const string Emulator = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq";

    private static readonly string[] s_places =
        ["server=", "host=", "data source=", "user id=", "uid=", "username=", "user=", "database=", "initial catalog="];

    private static readonly HashSet<string> s_everybodys = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwd", "mypassword", "p@ssw0rd", "postgres", "mysql", "admin", "sa", "root", "guest", "letmein", "sqlserver",
    };

    public static SecretLiteral? Find(string text)
    {
        if (text.IndexOf('=') < 0 || text.IndexOf(';') < 0)
        {
            return null;
        }

        return ValueOf(text, "AccountKey=", "SharedAccessKey=") is { Length: >= ShortestKey } key
                && !key.StartsWith(Emulator, StringComparison.Ordinal) && RandomText.Is(key, 0, key.Length)
            ? new SecretLiteral("a connection string with a key", "AccountKey=")
            : ValueOf(text, "Password=", "Pwd=") is { Length: >= ShortestPassword } password && HasPlace(text) && IsPassword(password)
            ? new SecretLiteral("a connection string with a password", "Password=")
            : null;
    }

    private static string? ValueOf(string text, string name, string other)
    {
        int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        int start = at + name.Length;
        if (at < 0)
        {
            at = text.IndexOf(other, StringComparison.OrdinalIgnoreCase);
            start = at + other.Length;
        }

        if (at < 0)
        {
            return null;
        }

        int end = text.IndexOf(';', start);
        return text.Substring(start, (end < 0 ? text.Length : end) - start).Trim();
    }

    private static bool HasPlace(string text) => s_places.Any(place => text.IndexOf(place, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsPassword(string value) =>
        value[0] is not ('<' or '{' or '$' or '%' or '*' or '[' or '@')
        && !s_everybodys.Contains(value)
        && !RandomText.IsStopgap(value, 0, value.Length)
        && !value.All(character => character == value[0]);
}
