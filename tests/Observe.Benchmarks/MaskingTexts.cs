using System.Text;

namespace Observe.Benchmarks;

/// <summary>Texts to mask: as agents write them, full of secrets, and made to be slow.</summary>
internal static class MaskingTexts
{
    private const string Prose =
        """
        The build of 2024-01-15 at 10:30:00 took 12.5 s, 3.2 % less than the 1,204 builds before it (see https://ci.example.com/builds/48213?view=log#L120).
        I compared versions 1.10.0-preview.24156.5 and 1.9.4: the regression came with commit da39a3ee5e6b4b0d3255bfef95601890afd80709, which changed the retry
        policy from 5 attempts to 3. Request 550e8400-e29b-41d4-a716-446655440000 (trace 4bf92f3577b34da6a3ce929d0e0e4736) failed after 30,000 ms on 10.0.12.7:8443.
        Recommendation: restore the old limits, add an alert for p99 > 250 ms, and review the sizes 256, 512 and 1024 again next week. 名前は変わりません。

        """;

    private const string Json =
        """
        {"id":48213,"created":"2024-01-15T10:30:00.123Z","status":"open","customer":{"id":"c_81725","name":"Jane Doe","tier":"gold","since":"2019-05-01"},"items":[{"sku":"AB-1002",
        "quantity":2,"price":19.99},{"sku":"XY-77","quantity":1,"price":5.25}],"total":45.23,"currency":"EUR","notes":"Deliver after 17:00, ring twice.","tags":["priority","eu-west-1"]}

        """;

    private const string Code =
        """
            private static async Task<int> CountAsync(HttpClient client, Uri address, int max_retries, CancellationToken cancellationToken)
            {
                for (int i = 0; i < max_retries; i++)
                {
                    using HttpResponseMessage response = await client.GetAsync(address, cancellationToken).ConfigureAwait(false);
                    if (response.StatusCode == HttpStatusCode.OK) { return total_count - last_count; } // 200: done
                }
                self._session = requests.Session(); self._session.headers["x-request-id"] = request_id

        """;

    private const string Secrets =
        """
        jane.doe@example.com called from (415) 555-0132 or +44 20 7946 0958, SSN 123-45-6789, and paid with 4111 1111 1111 1111. Use AKIAIOSFODNN7EXAMPLE,
        password=hunter2, "api_key": "0a1b2c3d4e5f", postgres://sa:hunter2@db.example.com/x, sk-a1B2c3D4e5F6g7H8i9J0, Authorization: Bearer a1b2c3d4e5f6a7b8c9.

        """;

    /// <summary>As agents write them.</summary>
    public static IEnumerable<(string Name, string Piece)> Ordinary =>
    [
        ("prose with numbers, URLs and ids", Prose),
        ("JSON of a tool", Json),
        ("code", Code),
        ("base64 of an image", Convert.ToBase64String(RandomBytes(48 * 1024))),
        ("letters only", "the quick brown fox jumps over the lazy dog and then some more of it "),
        ("nothing but secrets", Secrets),
    ];

    /// <summary>Pieces that lead a detector on and then disappoint it.</summary>
    public static IEnumerable<(string Name, string Piece)> Hostile =>
        from piece in (string[])
            [
                "@", "a@a.", "a.", "1", "1-", "4111 ", "4111-1111-", "+1 ", "+44 2", "(415) ", "415-555-", "123-45-", "eyJ", "-eyJ", "eyJaaaaaaa.", "sk-", "sk_", "ghp_", "AIza", "AKIA",
                "Bearer ", "password ", "password=", "token=", "token=\"", "token='\\", "password=\\\"", "secret: ", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "-", "://", "://a:", "://a:b",
                "%40", "%", "\\", "\\u0022", "##", "… (+", "\u00e9", "\u00e9@",
            ]
        select (piece, piece);

    public static byte[] Repeat(string piece, int bytes)
    {
        byte[] one = Encoding.UTF8.GetBytes(piece);
        byte[] text = new byte[bytes];
        for (int at = 0; at < bytes; at += one.Length)
        {
            one.AsSpan(0, Math.Min(one.Length, bytes - at)).CopyTo(text.AsSpan(at));
        }

        return text;
    }

    private static byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
