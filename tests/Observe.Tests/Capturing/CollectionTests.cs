using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Observe.CompilerServices;

namespace Observe.Tests.Capturing;

public class CollectionTests
{
    private static readonly int[] s_two = [1, 2];
    private static readonly CaptureValue<int> s_number = static (writer, value) => writer.Write(value);
    private static readonly CaptureValue<string> s_text = static (writer, value) => writer.Write(value);

    [Fact]
    public void Every_kind_of_collection_is_an_array()
    {
        IEnumerable<int> numbers = Enumerable.Range(1, 3);
        foreach (IEnumerable<int> items in (IEnumerable<int>[])
            [numbers.ToArray(), numbers.ToList(), numbers.ToHashSet(), numbers.ToImmutableArray(), new Queue<int>(numbers)])
        {
            Assert.Equal("[1,2,3]", Capture.Json(writer => writer.WriteSequence(items, s_number)));
        }
    }

    [Fact]
    public void No_collection_and_an_immutable_array_that_was_never_made_are_null()
    {
        Assert.Equal("null", Capture.Json(writer => writer.WriteSequence(null, s_number)));
        Assert.Equal("null", Capture.Json(writer => writer.WriteSequence(default(ImmutableArray<int>), s_number)));
        Assert.Equal("null", Capture.Json(writer => writer.WriteDictionary(null, s_text, s_number)));
    }

    [Fact]
    public void A_covariant_array_is_walked()
    {
        IEnumerable<object> items = new string[] { "a", null!, "b" };
        Assert.Equal("""["a",null,"b"]""", Capture.Json(writer => writer.WriteSequence(items, static (nested, value) => nested.WriteDynamic(value))));
    }

    [Fact]
    public void A_lazy_sequence_is_named_and_never_enumerated()
    {
        string json = Capture.Json(writer => writer.WriteSequence(Lazy(), s_number));
        Assert.StartsWith("""{"$type":""", json, StringComparison.Ordinal);
        Assert.StartsWith("""{"$type":""", Capture.Json(writer => writer.WriteSequence(s_two.Select(Explode), s_number)), StringComparison.Ordinal);
        Assert.StartsWith("""{"$type":""", Capture.Json(writer => writer.WriteDictionary(LazyPairs(), s_text, s_number)), StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_over_the_limit_are_counted()
    {
        IEnumerable<int> numbers = Enumerable.Range(0, 50);
        foreach (IEnumerable<int> items in (IEnumerable<int>[])[numbers.ToArray(), numbers.ToList(), numbers.ToHashSet()])
        {
            JsonElement value = Capture.Element(writer => writer.WriteSequence(items, s_number), options => options.MaxItems = 7);
            Assert.Equal(8, value.GetArrayLength());
            Assert.Equal(43, value[7].GetProperty("$omitted").GetInt32());
        }
    }

    [Fact]
    public void Elements_that_find_no_room_are_counted()
    {
        List<string> items = [.. Enumerable.Range(0, 100).Select(i => new string((char)('a' + (i % 26)), 10))];
        JsonElement value = Capture.Element(writer => writer.WriteSequence(items, s_text), options => options.MaxBytes = 300);
        int kept = value.GetArrayLength() - 1;
        Assert.Equal(100, kept + value[kept].GetProperty("$omitted").GetInt32());
        Assert.True(kept > 5);
    }

    [Fact]
    public void Entries_over_the_limit_are_counted()
    {
        Dictionary<string, int> entries = Enumerable.Range(0, 50).ToDictionary(i => $"k{i}");
        JsonElement value = Capture.Element(writer => writer.WriteDictionary(entries, s_text, s_number), options => options.MaxItems = 7);
        Assert.Equal(8, value.EnumerateObject().Count());
        Assert.Equal(43, value.GetProperty("$omitted").GetInt32());
    }

    [Fact]
    public void A_large_collection_is_not_walked_behind_the_limit()
    {
        CountingCollection items = new(1_000_000);
        JsonElement value = Capture.Element(writer => writer.WriteSequence(items, s_number), options => options.MaxItems = 10);
        Assert.Equal(999_990, value[10].GetProperty("$omitted").GetInt32());
        Assert.InRange(items.Steps, 10, 11);
    }

    [Fact]
    public void Keys_that_are_no_text_become_text()
    {
        Assert.Equal("""{"1":1,"-2":2}""", Capture.Json(writer => writer.WriteDictionary(new Dictionary<int, int> { [1] = 1, [-2] = 2 }, s_number, s_number)));
        Assert.Equal(
            """{"00000000-0000-0000-0000-000000000000":1}""",
            Capture.Json(writer => writer.WriteDictionary(new Dictionary<Guid, int> { [Guid.Empty] = 1 }, static (nested, key) => nested.Write(key), s_number)));
        Assert.Equal(
            """{"True":1}""",
            Capture.Json(writer => writer.WriteDictionary(new Dictionary<bool, int> { [true] = 1 }, static (nested, key) => nested.Write(key), s_number)));
        Assert.Equal(
            """{"1.50":1}""",
            Capture.Json(writer => writer.WriteDictionary(new Dictionary<decimal, int> { [1.50m] = 1 }, static (nested, key) => nested.Write(key), s_number)));
        Assert.Equal(
            """{"a\"\n":1}""",
            Capture.Json(writer => writer.WriteDictionary(new Dictionary<string, int> { ["a\"\n"] = 1 }, s_text, s_number)));
    }

    [Fact]
    public void A_collection_that_throws_keeps_its_beginning_and_says_so()
    {
        string json = Capture.Json(writer => writer.WriteSequence(new ThrowingCollection(2), s_number));
        Assert.Equal("""[0,1,{"$error":"InvalidOperationException"}]""", json);
    }

    [Fact]
    public void A_dictionary_that_changes_while_it_is_read_keeps_its_whole_entries()
    {
        Dictionary<string, int> entries = new() { ["a"] = 1, ["b"] = 2 };
        string json = Capture.Json(writer => writer.WriteDictionary(
            entries,
            s_text,
            (nested, value) =>
            {
                nested.Write(value);
                entries[$"new {entries.Count}"] = 3;
            }));
        Assert.Equal("""{"a":1,"$error":"InvalidOperationException"}""", json);
    }

    [Fact]
    public void An_element_writer_that_throws_leaves_no_open_container_behind()
    {
        CaptureValue<int> write = static (writer, value) =>
        {
            writer.BeginStruct();
            writer.Property("inside"u8);
            throw new FormatException();
        };
        Assert.Equal("""[{"$error":"FormatException"}]""", Capture.Json(writer => writer.WriteSequence(s_two, write)));
        Assert.Equal("""[{"$error":"FormatException"}]""", Capture.Json(writer => writer.WriteSequence(new HashSet<int> { 1, 2 }, write)));
        Assert.Equal(
            """{"$error":"FormatException"}""",
            Capture.Json(writer => writer.WriteDictionary(new Dictionary<string, int> { ["a"] = 1 }, s_text, write)));
    }

    private static int Explode(int value) => throw new InvalidOperationException("enumerated");

    private static IEnumerable<int> Lazy()
    {
        Assert.Fail("enumerated");
        yield return 1;
    }

    private static IEnumerable<KeyValuePair<string, int>> LazyPairs()
    {
        Assert.Fail("enumerated");
        yield return default;
    }

    private sealed class CountingCollection(int count) : IReadOnlyCollection<int>
    {
        public int Steps { get; private set; }

        public int Count => count;

        public IEnumerator<int> GetEnumerator()
        {
            for (int i = 0; i < count; i++)
            {
                Steps++;
                yield return i;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class ThrowingCollection(int after) : IReadOnlyCollection<int>
    {
        public int Count => after + 1;

        public IEnumerator<int> GetEnumerator()
        {
            for (int i = 0; i < after; i++)
            {
                yield return i;
            }

            throw new InvalidOperationException("gone");
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
