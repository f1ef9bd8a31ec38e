using System.Globalization;
using System.Numerics;

namespace Observe.Aot.Checks;

/// <summary>Values of every kind, and the JSON that becomes of them.</summary>
internal static class ValueChecks
{
    public static async Task RunAsync(Checks checks)
    {
        IReadOnlyList<RunTrace> runs = await Recorded.RunsOfAsync(observer => observer.RunAsync("values", CallAsync));
        IReadOnlyList<ScopeTrace> scopes = runs[0].Scopes;

        checks.Equal(
            "numbers",
            """{"a":255,"b":-9223372036854775808,"c":18446744073709551615,"d":-170141183460469231731687303715884105728,"e":1267650600228229401496703205376,"f":0.5,"g":1.5,"h":0.1,"i":19.90,"j":true,"k":"x"}""",
            scopes[0].Arguments);
        checks.Equal(
            "times",
            """{"at":"2026-02-03T04:05:06.789Z","then":"2026-02-03T04:05:06+02:00","day":"2026-02-03","time":"04:05:06","span":"1.02:03:04"}""",
            scopes[1].Arguments);
        checks.Equal(
            "texts",
            """{"text":"a \"quoted\" line\n","none":null,"id":"00112233-4455-6677-8899-aabbccddeeff","uri":"https://example.org/a?b=c","route":"Shipping","unnamed":7,"bytes":"AQID"}""",
            scopes[2].Arguments);
        checks.Equal(
            "collections",
            """{"items":[{"Sku":"pen","Quantity":2,"Price":1.5,"grand_total":3.0}],"numbers":[1,2],"cards":{"main":{"Number":"##SENSITIVE##","Holder":"Ada"}},"byRoute":{"Billing":[],"Shipping":[1]},"pair":{"Left":1,"Right":"r"}}""",
            scopes[3].Arguments);
        checks.Equal("collection as result", """[{"Sku":"pen","Quantity":2,"Price":1.5,"grand_total":3.0}]""", scopes[3].Result);
        checks.Equal("cycle", """{"node":{"Name":"a","Next":{"Name":"b","Next":{"$cycle":true}}}}""", scopes[4].Arguments);
        checks.Equal(
            "masks",
            """{"card":{"Number":"##SENSITIVE##","Holder":"Ada"},"pin":"##SENSITIVE##","stream":{"$type":"System.IO.Stream"},"unknown":{"$type":"Version"}}""",
            scopes[5].Arguments);
        checks.Equal("masked result", "\"##SENSITIVE##\"", scopes[5].Result);
    }

    private static Task CallAsync(RunContext run)
    {
        Values values = new();
        Node node = new("a") { Next = new Node("b") };
        node.Next.Next = node;
        values.Numbers(255, long.MinValue, ulong.MaxValue, Int128.MinValue, BigInteger.Pow(2, 100), (Half)0.5, 1.5f, 0.1, 19.90m, true, 'x');
        values.Times(
            new DateTime(2026, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc),
            DateTimeOffset.Parse("2026-02-03T04:05:06+02:00", CultureInfo.InvariantCulture),
            new DateOnly(2026, 2, 3),
            new TimeOnly(4, 5, 6),
            new TimeSpan(1, 2, 3, 4));
        values.Texts(
            "a \"quoted\" line\n", null, new Guid("00112233-4455-6677-8899-aabbccddeeff"), new Uri("https://example.org/a?b=c"),
            Route.Shipping, (Route)7, [1, 2, 3]);
        values.Collections(
            [new Item("pen", 2, 1.5m)], [1, 2], new() { ["main"] = new Card("4242", "Ada") },
            new() { [Route.Shipping] = [1], [Route.Billing] = [] }, (1, "r"));
        values.Cycle(node);
        values.Pay(new Card("4242", "Ada"), "1234", "noise", Stream.Null, new Version(1, 2));
        return Task.CompletedTask;
    }
}
