using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cases.Values;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class ValuesTests
{
    private static readonly Guid s_id = Guid.Parse("8c1f3b52-5f6a-4d0e-9b57-0a8f3f2b9c11");
    private readonly Everything _everything = new();

    [Fact]
    public async Task Numbers_keep_every_digit()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            _everything.Numbers(
                true, '"', sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue,
                -1, 1, Int128.MinValue, UInt128.MaxValue, (Half)0.1, 0.1f, 0.1, 1.10m, BigInteger.Pow(10, 40));
            _everything.Numbers(
                false, 'é', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Half.NaN, float.PositiveInfinity, double.NegativeInfinity, decimal.MinValue, -BigInteger.One);
        });
        Assert.Equal(
            [
                (ScopeKind.Step,
                    "numbers",
                    """
                    {"a":true,"b":"\"","c":-128,"d":255,"e":-32768,"f":65535,"g":-2147483648,"h":4294967295,"i":-9223372036854775808,
                    "j":18446744073709551615,"k":-1,"l":1,"m":-170141183460469231731687303715884105728,"n":340282366920938463463374607431768211455,
                    "o":0.1,"p":0.1,"q":0.1,"r":1.10,"s":10000000000000000000000000000000000000000}
                    """.ReplaceLineEndings(""),
                    null),
                (ScopeKind.Step,
                    "numbers",
                    """
                    {"a":false,"b":"é","c":0,"d":0,"e":0,"f":0,"g":0,"h":0,"i":0,"j":0,"k":0,"l":0,"m":0,"n":0,
                    "o":"NaN","p":"Infinity","q":"-Infinity","r":-79228162514264337593543950335,"s":-1}
                    """.ReplaceLineEndings(""),
                    null),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Texts_and_times_are_written_as_System_Text_Json_writes_them()
    {
        DateTime at = new(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc);
        DateTimeOffset then = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-5.5));
        RunTrace run = await Everywhere.CallAsync(() => _everything.Texts(
            "line\n\"quoted\" \u0001 \U0001F600",
            null,
            s_id,
            at,
            then,
            new DateOnly(1, 1, 1),
            new TimeOnly(23, 59, 59, 999),
            TimeSpan.FromDays(-1.5),
            new Uri("../relative path", UriKind.Relative),
            new Version(1, 2, 3),
            new Rune(0x1F600)));

        string expected = $$"""
            {"text":"line\n\"quoted\" \u0001 {{"\U0001F600"}}","none":null,"id":{{JsonSerializer.Serialize(s_id)}},
            "at":{{JsonSerializer.Serialize(at)}},"then":{{JsonSerializer.Serialize(then)}},"day":"0001-01-01",
            "time":{{JsonSerializer.Serialize(new TimeOnly(23, 59, 59, 999))}},"span":{{JsonSerializer.Serialize(TimeSpan.FromDays(-1.5))}},
            "uri":"../relative path","version":"1.2.3","rune":"{{"\U0001F600"}}"}
            """.ReplaceLineEndings("");
        Assert.Equal(expected, run.Scope("texts").Arguments);
    }

    [Fact]
    public async Task Nullables_are_their_values_or_null()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            _everything.Nullables(null, null, null, null, null, null);
            _everything.Nullables(1, s_id, Level.Lowest, new Money { Amount = 2.50m, Currency = "EUR" }, (3, "b"), [4, 5]);
            _everything.Nullables(0, Guid.Empty, (Level)7, default(Money), default((int, string)), default(ImmutableArray<int>));
        });
        Assert.Equal(
            [
                """{"number":null,"id":null,"level":null,"money":null,"pair":null,"items":null}""",
                $$"""{"number":1,"id":"{{s_id}}","level":"Low","money":{"Amount":2.50,"Currency":"EUR"},"pair":{"A":3,"B":"b"},"items":[4,5]}""",
                $$"""{"number":0,"id":"{{Guid.Empty}}","level":7,"money":{"Amount":0,"Currency":null},"pair":{"A":0,"B":null},"items":null}""",
            ],
            run.Scopes.Select(scope => scope.Arguments!));
    }

    [Fact]
    public async Task Tuples_are_objects_of_their_names()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(
            (3, "p"),
            _everything.Tuples((1, "p"), (3, (4, 5)), (6, 7), (1, 2, 3, 4, 5, 6, 7, 8, 9), new ValueTuple<int>(10), Tuple.Create(11, 12))));

        Assert.Equal(
            [
                (ScopeKind.Step,
                    "tuples",
                    """
                    {"plain":{"Item1":1,"Item2":"p"},"named":{"X":3,"Inner":{"Y":4,"Z":5}},"odd":{"class":6,"名":7},
                    "many":{"Item1":1,"Item2":2,"Item3":3,"Item4":4,"Item5":5,"Item6":6,"Item7":7,"Item8":8,"Ninth":9},
                    "one":{"Item1":10},"old":{"$type":"System.Tuple<int, int>"}}
                    """.ReplaceLineEndings(""),
                    """{"Count":3,"Name":"p"}"""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Collections_are_arrays_of_their_elements()
    {
        Line line = new("a", 1);
        RunTrace run = await Everywhere.CallAsync(() => _everything.Collections(
            [1, 2],
            [[1], null!, []],
            new int[1, 1],
            [1, 2, 3],
            new byte[] { 255 },
            [line],
            [null, line with { Parent = line }],
            ["s"],
            new SortedSet<Level> { Level.High, Level.Low },
            [new Money { Amount = 1 }],
            [3],
            new Queue<int>([4, 5]),
            new Order[] { null! },
            new LinkedList<Line>([line]),
            [new Order { Id = 6 }],
            [7],
            new ArraySegment<int>([8, 9, 10], 1, 1)));

        Assert.Equal(
            """
            {"array":[1,2],"jagged":[[1],null,[]],"grid":{"$type":"int[,]"},"bytes":"AQID","memory":"/w==",
            "list":[{"Sku":"a","Quantity":1,"Parent":null}],"read":[null,{"Sku":"a","Quantity":1,"Parent":{"Sku":"a","Quantity":1,"Parent":null}}],
            "set":["s"],"levels":["Low","High"],"money":[{"Amount":1,"Currency":null}],"immutable":[3],"queue":[4,5],"orders":[null],
            "lines":[{"Sku":"a","Quantity":1,"Parent":null}],
            "own":[{"Id":6,"customer_name":"","Comment":null,"Lines":[],"ByReference":1,"$error":"InvalidOperationException"}],
            "observable":[7],"segment":[9]}
            """.ReplaceLineEndings(""),
            run.Scope("collections").Arguments);
    }

    [Fact]
    public async Task Collections_that_are_not_there_are_null_and_a_lazy_one_is_named()
    {
        bool read = false;
        RunTrace run = await Everywhere.CallAsync(() => _everything.Collections(
            null!, null!, null!, null!, default, null!, null!, null!, null!, default, null!, null!, Lazy(), null!, null!, null!, default));

        Assert.False(read);
        string arguments = run.Scope("collections").Arguments!;
        Assert.StartsWith(
            """{"array":null,"jagged":null,"grid":null,"bytes":null,"memory":"","list":null,"read":null,"set":null,"levels":null,"money":null,"immutable":null,"queue":null,"orders":{"$type":""",
            arguments,
            StringComparison.Ordinal);
        Assert.Contains(""","lines":null,"own":null,"observable":null,"segment":""", arguments, StringComparison.Ordinal);

        IEnumerable<Order> Lazy()
        {
            read = true;
            yield return new Order();
        }
    }

    [Fact]
    public async Task Long_collections_are_cut_and_say_by_how_much()
    {
        RunTrace run = await Everywhere.CallAsync(() => _everything.Dictionaries(
            Enumerable.Range(0, 300).ToDictionary(number => $"k{number}"), new Dictionary<Guid, Line>(), ImmutableDictionary<Level, Money?>.Empty, [], []));
        using JsonDocument arguments = JsonDocument.Parse(run.Scope("dictionaries").Arguments!);
        Assert.Equal(44, arguments.RootElement.GetProperty("plain").GetProperty("$omitted").GetInt32());
    }

    [Fact]
    public async Task Dictionaries_are_objects_whatever_their_keys()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Empty(_everything.Dictionaries(
            new() { ["a\"b"] = 1 },
            new Dictionary<Guid, Line> { [s_id] = new("x", 2) },
            ImmutableDictionary<Level, Money?>.Empty.Add(Level.High, null),
            new() { [7] = new() { [-8] = "nested" }, [9] = null! },
            [new("p", 1), default])));

        Assert.Equal(
            [
                (ScopeKind.Step,
                    "dictionaries",
                    $$$"""
                    {"plain":{"a\"b":1},"contract":{"{{{s_id}}}":{"Sku":"x","Quantity":2,"Parent":null}},"immutable":{"High":null},
                    "nested":{"7":{"-8":"nested"},"9":null},"pairs":[{"Key":"p","Value":1},{"Key":null,"Value":0}]}
                    """.ReplaceLineEndings(""),
                    "{}"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Objects_are_their_public_properties_under_their_JSON_names()
    {
        Order order = new() { Id = 1, Customer = "Ada", Internal = "hidden-canary", Comment = "c", Lines = [new("x", 2)], PublicField = 77 };
        RushOrder rush = new() { Id = 2, Customer = "Bob", Internal = "hidden-canary", Due = DateTimeOffset.UnixEpoch };
        RunTrace run = await Everywhere.CallAsync(() =>
            Assert.Same(rush, _everything.Objects(order, rush, new Money { Amount = 3 }, new Line("y", 4), new Both())));

        Assert.Equal(
            [
                (ScopeKind.Step,
                    "objects",
                    """
                    {"order":{"Id":1,"customer_name":"Ada","Comment":"c","Lines":[{"Sku":"x","Quantity":2,"Parent":null}],"ByReference":1,"$error":"InvalidOperationException"},
                    "rush":{"Id":2,"customer_name":"Bob","ByReference":1,"$error":"InvalidOperationException"},
                    "money":{"Amount":3,"Currency":null},"line":{"Sku":"y","Quantity":4,"Parent":null},
                    "contract":{"Number":5,"Name":"of the name","IsBoth":true}}
                    """.ReplaceLineEndings(""),
                    """{"Id":2,"customer_name":"Bob","Comment":null,"Lines":[],"ByReference":1,"$error":"InvalidOperationException"}"""),
            ],
            run.Calls());
        Assert.DoesNotContain("hidden-canary", run.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("77", run.Scope("objects").Arguments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_stays_JSON()
    {
        using JsonDocument document = JsonDocument.Parse("""{"n":1.50,"big":12345678901234567890123,"list":[true,null,"x"],"empty":{}}""");
        JsonNode node = JsonNode.Parse("""[1,{"a":-2}]""")!;
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Same(node, _everything.Json(document.RootElement, node, [], null, document.RootElement.GetProperty("list"), document));
            Assert.Null(_everything.Json(default, null, new JsonObject { ["k"] = JsonValue.Create(2.5) }, [1], null, document));
        });
        Assert.Equal(
            [
                (ScopeKind.Step,
                    "json",
                    """
                    {"element":{"n":1.50,"big":12345678901234567890123,"list":[true,null,"x"],"empty":{}},"node":[1,{"a":-2}],"obj":{},"array":null,
                    "maybe":[true,null,"x"],"document":{"$type":"System.Text.Json.JsonDocument"}}
                    """.ReplaceLineEndings(""),
                    """[1,{"a":-2}]"""),
                (ScopeKind.Step,
                    "json",
                    """{"element":null,"node":null,"obj":{"k":2.5},"array":[1],"maybe":null,"document":{"$type":"System.Text.Json.JsonDocument"}}""",
                    "null"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Objects_of_unknown_type_are_scalars_or_the_names_of_their_types()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal(1.5m, _everything.Unknown(1.5m, null, [1, 2L, 'c', "s", DayOfWeek.Friday, s_id, true], new() { ["a"] = null, ["b"] = new Line("x", 1) }));
            Assert.Null(_everything.Unknown(null!, "", null!, null!));
        });
        Assert.Equal(
            [
                (ScopeKind.Step,
                    "unknown",
                    $$$$"""{"value":1.5,"nothing":null,"many":[1,2,"c","s",{"$type":"DayOfWeek"},"{{{{s_id}}}}",true],"bag":{"a":null,"b":{"$type":"Line"}}}""",
                    "1.5"),
                (ScopeKind.Step, "unknown", """{"value":null,"nothing":"","many":null,"bag":null}""", "null"),
            ],
            run.Calls());
    }

    private sealed class Both : INamedAndNumbered
    {
        string IHasName.Name => "of the name";

        string IHasNumber.Name => "of the number";

        public int Number => 5;

        public bool IsBoth => true;
    }
}
