using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Observe.Tests.Capturing;

public class JsonValueTests
{
    private static readonly int[] s_numbers = [1, 0, 2];

    [Theory]
    [InlineData("""{"a":[1,-2,3.5,"x",true,false,null,{}],"b":{"c":[]}}""")]
    [InlineData("[]")]
    [InlineData("18446744073709551615")]
    [InlineData("-9223372036854775808")]
    [InlineData("0.10")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1E-50")]
    [InlineData("1E+300")]
    [InlineData("0")]
    [InlineData("-0")]
    public void JSON_is_captured_with_its_structure(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(json, Capture.Json(writer => writer.Write(document.RootElement)));
        Assert.Equal(json, Capture.Json(writer => writer.Write(JsonNode.Parse(json))));
    }

    [Fact]
    public void JSON_of_unknown_static_type_keeps_its_structure()
    {
        using JsonDocument document = JsonDocument.Parse("""{"city":"Lisbon","days":[1,2]}""");
        Assert.Equal("""{"city":"Lisbon","days":[1,2]}""", Capture.Json(writer => writer.WriteDynamic<object>(document.RootElement)));
        Assert.Equal("""{"a":1}""", Capture.Json(writer => writer.WriteDynamic<object?>(JsonNode.Parse("""{"a":1}"""))));
    }

    [Fact]
    public void JSON_with_half_a_surrogate_pair_leaves_a_mark_and_no_open_container()
    {
        using JsonDocument document = JsonDocument.Parse("""{"a":{"b":["\ud800"]}}""");
        Assert.Equal("""{"$error":"InvalidOperationException"}""", Capture.Json(writer => writer.Write(document.RootElement)));
        Assert.Equal(
            """[1,{"$error":"InvalidOperationException"},2]""",
            Capture.Json(writer => writer.WriteSequence(s_numbers, (nested, value) =>
            {
                if (value == 0)
                {
                    nested.Write(document.RootElement);
                }
                else
                {
                    nested.Write(value);
                }
            })));
    }

    [Fact]
    public void JSON_that_has_been_disposed_leaves_a_mark()
    {
        JsonDocument document = JsonDocument.Parse("{}");
        JsonElement element = document.RootElement;
        document.Dispose();
        Assert.Equal("""{"$error":"ObjectDisposedException"}""", Capture.Json(writer => writer.Write(element)));
    }

    [Fact]
    public void A_converter_that_throws_leaves_a_mark()
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        JsonTypeInfo<Person> metadata = (JsonTypeInfo<Person>)options.GetTypeInfo(typeof(Person));
        CapturedValue good = CapturedValue.From(new Person("A"), metadata);
        CapturedValue bad = CapturedValue.From(new Person("A") { FailsAt = 2 }, metadata);
        Assert.Equal("A", Capture.Element(good.WriteTo).GetProperty("Name").GetString());
        Assert.Equal("""{"$error":"FormatException"}""", Capture.Json(bad.WriteTo));
        Assert.Equal("""{"$error":"ArgumentNullException"}""", Capture.Json(CapturedValue.From(1, null!).WriteTo));
    }

    [Fact]
    public void Maps_and_lists_take_nulls_for_what_they_are()
    {
        Assert.Equal("{}", Capture.Json(CapturedValue.Map(null!).WriteTo));
        Assert.Equal("null", Capture.Json(CapturedValue.List(null!).WriteTo));
        Assert.Equal("""{"":null,"a":[null,1]}""", Capture.Json(CapturedValue.Map((null!, default), ("a", CapturedValue.List(default, 1))).WriteTo));
    }
}
