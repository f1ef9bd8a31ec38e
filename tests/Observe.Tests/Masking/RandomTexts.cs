using System.Text;

namespace Observe.Tests.Masking;

/// <summary>Random texts that are made of pieces of secrets.</summary>
internal sealed class RandomTexts(int seed, string between = "")
{
    private static readonly string[] s_pieces =
    [
        "@", "%40", "%", ".", "-", "_", " ", ":", "=", "\"", "'", "\\", "\\n", "\\\"", "\\u0022", "%22", "%2B", "%3D", "%20", "\n", "+",
        "(", ")", ",", ";", "/", "://", "?", "&",
        "a", "x", "B", "J", "A", "1", "9", "é", "д", "名", "…", "… (+12 chars)", "\u00a0", "##", "##EMAIL##", "##X", "*", ">", "<", "[",
        "]", "{", "}", "${",
        "john", "john.doe+tag", "example.com", "mail.example.co.uk", "bücher.de", "git@", "@2x.png", "jane@example.org",
        "123", "45", "6789", "123-45-6789", "000-12-3456", "666", "912", "4111", "1111", "411111111111", "4111111111111111",
        "4111 1111 1111 1111", "4111-1111-1111-1111",
        "3782 822463 10005", "378282246310005", "5555555555554444", "123456", "30569309025904", "6304000000000000",
        "6799990100000000019", "2024-01-15", "550e8400-e29b-41d4-a716-446655440000",
        "415", "555", "2671", "415-555-2671", "(415) 555-2671", "+1", "+44", "20 7946 0958", "+14155552671", "1-800-555-0199",
        "256 512 1024", "x42",
        "AKIA", "ASIA", "IOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE", "AIza", "SyA1234567890abcdefghijklmnopqrstu",
        "ghp_", "ghs_", "github_pat_", "0123456789abcdefghij", "abcdefghijklmnop", "abcdefg", "sk-", "sk_live_", "pk_", "xoxb-",
        "glpat-", "hf_", "npm_", "whsec_", "sk-proj-", "gsk_", "wax_sk_",
        "eyJ", "eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxMjM0In0", "dozjgNryP4J3jVmN", "Bearer ", "Basic ", "token ",
        "-----BEGIN ", "-----", "BEGIN ", "RSA PRIVATE KEY", "-----BEGIN RSA PRIVATE KEY-----", "-----END RSA PRIVATE KEY-----",
        "-----END ", "MIIEpAIBAAKCAQEA", "PUBLIC KEY",
        "password", "PASSWORD", "passwd", "pwd", "db_pass", "secret", "client_secret", "apiKey", "api_key", "api-key", "x-api-key",
        "token", "access_token", "Authorization", "sig", "AccountKey",
        "secret_access_key", "private key", "hunter2", "correct horse", "null", "string", "get_token(", "os.environ[", "process.env.X",
        "List<", "postgres://user:", "@host:5432/db", "https://",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    public string Next()
    {
        _text.Clear();
        for (int pieces = _random.Next(1, 12); pieces > 0; pieces--)
        {
            _text.Append(s_pieces[_random.Next(s_pieces.Length)]).Append(between);
        }

        return _text.ToString();
    }
}
