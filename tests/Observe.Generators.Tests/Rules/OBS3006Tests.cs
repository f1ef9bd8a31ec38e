using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS3006Tests
{
    [Theory]
    [InlineData("Card", "Card.Number")]
    [InlineData("Key", "Key")]
    [InlineData("List<Card>", "Card.Number")]
    [InlineData("Dictionary<string, Order[]>", "Card.Number")]
    [InlineData("Order", "Card.Number")]
    public async Task JSON_knows_nothing_of_marks(string type, string marked)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In($$"""
            public static CapturedValue Of({{type}} value, JsonTypeInfo<{{type}}> json) => CapturedValue.From({|OBS3006:value|}, json);
            """));

        Assert.Equal([$"'{marked}' is marked, and JSON would show it in the open; record the members that may be seen"], messages);
    }

    [Theory]
    [InlineData("Plain")]
    [InlineData("List<int>")]
    [InlineData("Hidden")]
    [InlineData("Converted")]
    [InlineData("JsonElement")]
    public Task JSON_of_what_is_not_marked_is_fine(string type) => Use.VerifyAsync(In($$"""
        public static CapturedValue Of({{type}} value, JsonTypeInfo<{{type}}> json) => CapturedValue.From(value, json);
        """));

    [Theory]
    [InlineData("run.SetTag(\"card\", JsonSerializer.Serialize({|OBS3006:card|}, json));")]
    [InlineData("run.SetMetadata(\"card\", JsonSerializer.SerializeToElement({|OBS3006:card|}, json));")]
    [InlineData("run.RecordUserMessage($\"Who is {JsonSerializer.Serialize({|OBS3006:card|}, json)}?\");")]
    [InlineData("Ask(\"Who is \" + JsonSerializer.Serialize({|OBS3006:card|}, json));")]
    [InlineData("Console.WriteLine(JsonSerializer.Serialize(card, json));")]
    public Task A_text_that_JSON_made_counts_as_well(string statement) => Use.VerifyAsync(In($$"""
        [Step]
        public static partial void Ask(string prompt);

        private static void AskCore(string prompt) { }

        public static void Work(RunContext run, Card card, JsonTypeInfo<Card> json)
        {
            {{statement}}
            Console.WriteLine(run);
        }
        """));

    [Theory]
    [InlineData("object")]
    [InlineData("object?")]
    [InlineData("dynamic")]
    public async Task No_mask_can_follow_into_an_object(string type)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In($$"""
            [Step]
            public static partial void Look({{type}} value, [NotCaptured] object? other = null);

            private static void LookCore({{type}} value, object? other) { }

            public static void Work(Card card, List<Order> orders, Plain plain)
            {
                Look({|OBS3006:card|}, card);
                Look({|OBS3006:orders|}, orders);
                Look(plain, card);
                Look(card.Holder, 1);
            }
            """));

        Assert.Equal(
            [
                $"'Card.Number' is marked, and no mask can follow it into '{type.TrimEnd('?')} value', so only the name of its type would be recorded; "
                + "give 'value' the type 'Card', or mark it [NotCaptured]",
                $"'Card.Number' is marked, and no mask can follow it into '{type.TrimEnd('?')} value', so only the name of its type would be recorded; "
                + "give 'value' the type 'List<Order>', or mark it [NotCaptured]",
            ],
            messages);
    }

    [Fact]
    public async Task A_mark_that_the_wider_type_does_not_have_is_lost()
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In("""
            public interface INamed { string Name { get; } }

            public class Person : INamed { public virtual string Name => ""; }

            public sealed class Patient : Person { [Sensitive] public override string Name => ""; }

            [NotCaptured]
            public sealed class Ghost : Person;

            public sealed class Doctor : Person { [Sensitive] public string Salary => ""; }

            [Step]
            public static partial void Look(Person person, INamed? named = null);

            private static void LookCore(Person person, INamed? named) { }

            public static void Work(Patient patient, Doctor doctor, Person person, Ghost ghost)
            {
                Look({|OBS3006:patient|});
                Look(doctor, doctor);
                Look(person, named: {|OBS3006:patient|});
                Look({|OBS3006:ghost|});
            }
            """));

        Assert.Equal(
            "'Patient.Name' is marked, and 'person' is captured as 'Person', which does not mark it; "
            + "mark it in 'Person', or mark 'person' [Sensitive] or [NotCaptured]",
            messages[0]);
    }

    [Fact]
    public Task Where_nothing_is_written_nothing_is_lost() => Use.VerifyAsync(In("""
        public interface IService { string Name { get; } void Call(); }

        public sealed class Service : IService { [Sensitive] public string Name => ""; public void Call() { } }

        [Step(Capture = CaptureMode.None)]
        public static partial void Quiet(object value);

        private static void QuietCore(object value) { }

        [Step]
        public static partial T Pass<T>(T value, IService service);

        private static T PassCore<T>(T value, IService service) => value;

        public static void Plain(object value) => Console.WriteLine(value);

        public static void Work(Card card, Service service)
        {
            Quiet(card);
            Pass(card, service);
            Plain(card);
        }
        """));

    private static string In(string members) => $$"""
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;

        public sealed record Card([Sensitive] string Number, string Holder);

        public sealed record Order(int Id, Card Card);

        [Sensitive]
        public sealed record Key(string Value);

        public sealed record Plain(string Name);

        public sealed record Hidden([property: JsonIgnore, Sensitive] string Number);

        [JsonConverter(typeof(JsonStringEnumConverter))]
        public sealed record Converted([Sensitive] string Number);

        public static partial class Desk
        {
            {{members}}
        }
        """;
}
