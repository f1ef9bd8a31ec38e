using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>
/// All the ways in which what is captured differs from what System.Text.Json writes. Apart from these, members may stand in another
/// order, and numbers may be written in another way that has the same value.
/// </summary>
public sealed class KnownDifferencesTests
{
    private static readonly DifferenceAgent s_agent = new();

    private static readonly KnownDifference[] s_all =
    [
        KnownDifference.Of(
            Access.Read | Access.Write, s_agent.Flags, "3", "\"Read, Write\"", "a value without a name of its own is a number"),
        KnownDifference.Of(
            new Boxed(new Point(1, 2, null)), s_agent.Boxed, """{"Value":{"$type":"Point"}}""", """{"Value":{"X":1,"Y":2,"Label":null}}""",
            "the compiler sees only an object, and nothing is looked into at run time that nobody has looked at before"),
        KnownDifference.Of(
            new Pair((1, "a")), s_agent.Pair, """{"Value":{"Number":1,"Text":"a"}}""", """{"Value":{}}""",
            "the compiler knows the names of a tuple's elements"),
        KnownDifference.Of(
            new Omitting(null), s_agent.Omitting, """{"Text":null}""", "{}", "that there was nothing is worth a record"),
        KnownDifference.Of(
            new LazyItems(new LazyNumbers()), s_agent.Lazy, """{"Items":{"$type":"LazyNumbers"}}""", """{"Items":[1]}""",
            "to enumerate a lazy sequence is an act, and capture never acts"),
        KnownDifference.Of(
            new Throwing(), s_agent.Throwing, """{"First":1,"$error":"FormatException"}""", "FormatException", "capture never throws"),
        KnownDifference.Of(
            Cycle(), s_agent.Circle, """{"Next":{"Next":{"$cycle":true}}}""", "JsonException", "what contains itself ends at a mark"),
        KnownDifference.Of(
            new PriceService(), s_agent.Service, """{"$type":"Observe.Behaviour.Tests.Differential.PriceService"}""", """{"Price":1}""",
            "a service is no data: its getters may do anything"),
        KnownDifference.Of<IPriced>(
            new Priced(), s_agent.Contract, """{"$type":"Observe.Behaviour.Tests.Differential.IPriced"}""", """{"Price":1}""",
            "what has methods is a service"),
        KnownDifference.Of(
            new FrameworkObject(new StringBuilder("a")), s_agent.Framework, """{"Text":{"$type":"System.Text.StringBuilder"}}""",
            """{"Text":{"Capacity":16,"MaxCapacity":2147483647,"Length":1}}""", "the framework's own objects are no data of the user's"),
        KnownDifference.Of(
            new Document(JsonDocument.Parse("\"\\ud800\"").RootElement), s_agent.Document,
            """{"Json":{"$error":"InvalidOperationException"}}""", "JsonException", "half a surrogate pair is no text"),
        KnownDifference.Of(
            new Document(JsonDocument.Parse("0.12345678901234567890123456789012345").RootElement), s_agent.Document,
            """{"Json":0.12345678901234568}""", """{"Json":0.12345678901234567890123456789012345}""",
            "a number of JSON that no number of .NET holds exactly becomes the nearest double"),
        KnownDifference.Of(
            new Inches(3), s_agent.Converted, """{"Number":3}""", "\"3 in\"", "a converter is code that the compiler cannot follow"),
        KnownDifference.Of(
            new Undefined(default), s_agent.Undefined, """{"Items":null}""", "InvalidOperationException", "capture never throws"),
        KnownDifference.Of(
            new Login("ann", "secret", "note"), s_agent.Login, """{"User":"ann","Password":"##SENSITIVE##"}""",
            """{"User":"ann","Password":"secret","Note":"note"}""", "this is what the attributes are for"),
        KnownDifference.Of(
            new Including(), s_agent.Including, """{"$type":"Observe.Behaviour.Tests.Differential.Including"}""",
            """{"Inside":2,"Field":1}""", "only public properties are data"),
        KnownDifference.Of(
            new Silent(1), s_agent.Silent, """{"$type":"Observe.Behaviour.Tests.Differential.Silent"}""", "{}",
            "what shows nothing of itself has at least a name"),
        KnownDifference.Of<Pet>(
            new Cat { Age = 2, Lives = 7 }, s_agent.Pet, """{"Age":2}""", """{"$type":"cat","Lives":7,"Age":2}""",
            "the compiler sees only the static type"),
        KnownDifference.Of(
            new Extended { More = { ["a"] = 1 } }, s_agent.Extended, """{"More":{"a":1}}""", """{"a":1}""",
            "a record shows the object as it is"),
        KnownDifference.Of(
            new Native(1), s_agent.Native, """{"Value":1}""", "NotSupportedException", "it is a number"),
        KnownDifference.Of(
            new Blob(new byte[] { 1 }), s_agent.Blob, """{"Value":{"$type":"System.Memory<byte>"}}""", """{"Value":"AQ=="}""",
            "memory that may be written to may be changed while it is read"),
        KnownDifference.Of(
            new Worded(1), s_agent.Worded, """{"Value":1}""", """{"Value":"1"}""", "a number is a number"),
        KnownDifference.Of(
            new Overriding { Value = 1 }, s_agent.Overriding, """{"renamed":1}""", """{"Value":1,"renamed":1}""",
            "one property has one name, also where the attribute that gives it stands on what is overridden"),
        KnownDifference.Of(
            Sky.Blue, s_agent.Member, "\"Blue\"", "\"azure\"",
            "a member is what it is called in code, as it is among the options of a decision"),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, s_all.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_known_difference_is_one(int index)
    {
        KnownDifference known = s_all[index];

        IReadOnlyList<(string Arguments, string Result)> captured = await CapturedJson.OfAsync(1, _ => known.Call());
        string theirs;
        try
        {
            theirs = known.Reference();
        }
        catch (Exception exception)
        {
            theirs = exception.GetType().Name;
        }

        Assert.Equal((known.Ours, known.Theirs), (captured[0].Result, theirs));
        Assert.True(
            known.Theirs.EndsWith("Exception", StringComparison.Ordinal) || JsonDifference.Between(known.Ours, known.Theirs).Count > 0,
            known.Because);
    }

    // The reference used in the other tests has a converter for it.
    [Fact]
    public async Task A_number_of_any_size_is_a_number_where_the_reference_writes_its_properties()
    {
        Large large = new(BigInteger.Pow(10, 40));

        IReadOnlyList<(string Arguments, string Result)> captured = await CapturedJson.OfAsync(1, _ => s_agent.Large(large));

        Assert.Equal("""{"Value":10000000000000000000000000000000000000000}""", captured[0].Result);
        Assert.StartsWith("""{"Value":{"IsPowerOfTwo":""", JsonSerializer.Serialize(large), StringComparison.Ordinal);
    }

    private static Circle Cycle()
    {
        Circle first = new() { Next = new Circle() };
        first.Next.Next = first;
        return first;
    }
}
