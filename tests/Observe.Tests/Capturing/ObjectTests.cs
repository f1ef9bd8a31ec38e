using System.Text.Json;
using Observe.CompilerServices;

namespace Observe.Tests.Capturing;

public class ObjectTests
{
    [Theory]
    [InlineData(1, """{"$error":"InvalidOperationException"}""")]
    [InlineData(2, """{"Name":"A","Friend":null,"$error":"FormatException"}""")]
    [InlineData(3, """{"Name":"A","Friend":null,"Age":42,"$error":"NotSupportedException"}""")]
    public void A_getter_that_throws_leaves_its_mark_in_place_of_the_member(int failsAt, string expected)
    {
        Assert.Equal(expected, Capture.Json(writer => Person.Write(writer, new Person("A") { FailsAt = failsAt })));
    }

    [Fact]
    public void A_getter_that_throws_in_a_nested_object_harms_only_that()
    {
        Person person = new("A") { Friend = new Person("B") { FailsAt = 2 } };
        Assert.Equal(
            """{"Name":"A","Friend":{"Name":"B","Friend":null,"$error":"FormatException"},"Age":42,"Last":"last"}""",
            Capture.Json(writer => Person.Write(writer, person)));
    }

    [Fact]
    public void An_object_that_contains_itself_is_cut_there()
    {
        Person person = new("A");
        person.Friend = new Person("B") { Friend = person };
        JsonElement value = Capture.Element(writer => Person.Write(writer, person));
        Assert.True(value.GetProperty("Friend").GetProperty("Friend").GetProperty("$cycle").GetBoolean());
    }

    [Fact]
    public void A_collection_that_contains_itself_is_cut_there()
    {
        List<object> list = [1];
        list.Add(list);
        Assert.Equal("""[1,{"$cycle":true}]""", Capture.Json(writer => WriteList(writer, list)));

        static void WriteList(CaptureWriter writer, object value)
        {
            if (value is List<object> nested)
            {
                writer.WriteSequence(nested, WriteList);
            }
            else
            {
                writer.WriteDynamic(value);
            }
        }
    }

    [Fact]
    public void The_same_object_twice_side_by_side_is_no_cycle()
    {
        Person shared = new("S");
        string json = Capture.Json(writer => writer.WriteSequence(new[] { shared, shared }, Person.Write));
        Assert.DoesNotContain("$cycle", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(32)]
    public void What_lies_deeper_than_the_limit_is_marked(int limit)
    {
        Person person = new("0");
        for (int i = 1; i < 60; i++)
        {
            person = new Person($"{i}") { Friend = person };
        }

        JsonElement value = Capture.Element(
            writer =>
            {
                writer.BeginArguments();
                writer.Property("person"u8);
                Person.Write(writer, person);
                writer.EndObject();
            },
            options =>
            {
                options.MaxDepth = limit;
                options.MaxBytes = 100_000;
            });
        int depth = 0;
        for (value = value.GetProperty("person"); !value.TryGetProperty("$depth", out _); value = value.GetProperty("Friend"))
        {
            depth++;
        }

        Assert.Equal(limit, depth);
    }

    [Fact]
    public void Members_that_find_no_room_are_counted()
    {
        JsonElement value = Capture.Element(
            writer =>
            {
                writer.BeginArguments();
                for (int i = 0; i < 100; i++)
                {
                    writer.Property(System.Text.Encoding.UTF8.GetBytes($"member{i}"));
                    writer.Write((long)i << 40);
                }

                writer.EndObject();
            },
            options => options.MaxBytes = 500);
        int kept = value.EnumerateObject().Count() - 1;
        Assert.InRange(kept, 10, 99);
        Assert.Equal(100, kept + value.GetProperty("$omitted").GetInt32());
    }

    [Fact]
    public void A_getter_that_captures_by_itself_disturbs_nothing()
    {
        string inner = "";
        string outer = Capture.Json(writer =>
        {
            writer.BeginArguments();
            writer.Property("before"u8);
            writer.Write(1);
            inner = Capture.Json(nested => Person.Write(nested, new Person("inside")));
            writer.Property("after"u8);
            writer.Write(2);
            writer.EndObject();
        });
        Assert.Equal("""{"before":1,"after":2}""", outer);
        Assert.Contains("inside", inner, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_that_threw_can_be_used_again()
    {
        Assert.Equal(
            """{"$error":"FormatException"}""",
            Capture.Json(writer => writer.WriteWhole(1, static (nested, _) =>
            {
                nested.BeginStruct();
                nested.Property("open"u8);
                throw new FormatException();
            })));
        Assert.Equal("1", Capture.Json(writer => writer.Write(1)));
    }
}
