using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS3005Tests
{
    [Theory]
    [InlineData("run.SetTag(\"a\", {|OBS3005:code|});", "code", "Sensitive", "SetTag")]
    [InlineData("run.SetTag(\"a\", {|OBS3005:code|}.Trim());", "code", "Sensitive", "SetTag")]
    [InlineData("run.SetTag(\"a\", $\"it is {{|OBS3005:code|}}\");", "code", "Sensitive", "SetTag")]
    [InlineData("run.SetTag(\"a\", \"it is \" + {|OBS3005:code|});", "code", "Sensitive", "SetTag")]
    [InlineData("run.SetTag(\"a\", {|OBS3005:noise|} ?? \"nothing\");", "noise", "NotCaptured", "SetTag")]
    [InlineData("run.SetTag(\"password\", {|OBS3005:code|});", "code", "Sensitive", "SetTag")]
    [InlineData("run.SetMetadata(\"a\", {|OBS3005:order.Number|});", "order.Number", "Sensitive", "SetMetadata")]
    [InlineData("run.SetMetadata(\"a\", {|OBS3005:maybe?.Number|});", "maybe?.Number", "Sensitive", "SetMetadata")]
    [InlineData("run.SetMetadata(\"a\", CapturedValue.Map((\"b\", {|OBS3005:order.Number|}), (\"c\", order.Name)));", "order.Number", "Sensitive", "SetMetadata")]
    [InlineData("run.SetResult({|OBS3005:order.Secret|});", "order.Secret", "Sensitive", "SetResult")]
    [InlineData("run.RecordAgentResponse($\"{order.Name} {{|OBS3005:order.Number|}}\");", "order.Number", "Sensitive", "RecordAgentResponse")]
    [InlineData("run.RecordReasoning(\"a\", \"b\", [order.Name, {|OBS3005:order.Number|}]);", "order.Number", "Sensitive", "RecordReasoning")]
    [InlineData("run.RecordNetworkRequest(new(\"https://a/\" + {|OBS3005:code|}));", "code", "Sensitive", "RecordNetworkRequest")]
    public async Task A_marked_value_that_is_recorded_by_hand_is_a_warning(string statement, string value, string mark, string method)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        Assert.Equal(
            [$"'{value}' is [{mark}] and would be recorded in the open by '{method}'; leave it out, or record only what may be seen"], messages);
    }

    [Theory]
    [InlineData("run.SetTag(\"a\", text);")]
    [InlineData("run.SetTag(\"a\", order.Name);")]
    [InlineData("run.SetMetadata(\"a\", code.Length);")]
    [InlineData("run.SetMetadata(\"a\", code == \"1\");")]
    [InlineData("run.SetTag(\"a\", code.Length > 3 ? \"no\" : \"yes\");")]
    [InlineData("run.SetTag(\"a\", Hash(code));")]
    [InlineData("Console.WriteLine(code + order.Number);")]
    [InlineData("Note(\"a\", code);")]
    public Task What_is_not_the_value_itself_is_fine(string statement) => Use.VerifyAsync(In(statement));

    [Fact]
    public Task The_body_knows_what_its_declaration_says() => Use.VerifyAsync("""
        public interface IAgent
        {
            Task RunAsync(string name, [NotCaptured] string trace);
        }

        public partial class Agent : IAgent
        {
            [Observe]
            public partial Task RunAsync(string name, string trace);

            private Task RunCoreAsync(RunContext run, string name, string trace)
            {
                run.SetTag("name", name);
                run.SetTag("trace", {|OBS3005:trace|});
                return Task.CompletedTask;
            }

            [Step]
            public partial void Pay([Sensitive] string code);

            private void PayCore(string code) => RunContext.Current?.SetTag("code", {|OBS3005:code|});

            [Step]
            public partial void Pay(int note);

            private void PayCore(int note) => RunContext.Current?.SetMetadata("note", note);
        }
        """);

    [Fact]
    public async Task An_open_parameter_of_another_observed_method_counts_as_well()
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync("""
            public partial class Agent
            {
                [Observe]
                public partial Task RunAsync([Sensitive] string code);

                private async Task RunCoreAsync(string code)
                {
                    Charge(code, "");
                    Charge("", note: $"by {{|OBS3005:code|}}");
                    Quiet(code);
                    await this.LookAsync({|OBS3005:code|}).ConfigureAwait(false);
                    Plain(code);
                }

                [ToolCall]
                private partial void Charge([Sensitive] string code, string note);

                private void ChargeCore(string code, string note) { }

                [Step(Capture = CaptureMode.Result)]
                private partial int Quiet(string code);

                private int QuietCore(string code) => code.Length;

                private void Plain(string code) => Console.WriteLine(code);
            }

            public static partial class Looks
            {
                [Step]
                public static partial Task LookAsync(this Agent agent, string text);

                private static Task LookCoreAsync(Agent agent, string text) => Task.CompletedTask;
            }
            """);

        Assert.Equal(
            [
                "'code' is [Sensitive] and would be recorded in the open by 'Charge'; mark 'note' [Sensitive] or [NotCaptured], too",
                "'code' is [Sensitive] and would be recorded in the open by 'LookAsync'; mark 'text' [Sensitive] or [NotCaptured], too",
            ],
            messages);
    }

    private static string In(string statement) => $$"""
        public abstract record Parent
        {
            [Sensitive]
            public abstract string Secret { get; }
        }

        public sealed record Order([Sensitive] string Number, string Name) : Parent
        {
            public override string Secret => Number;
        }

        public class Desk
        {
            public void Work(RunContext run, [Sensitive] string code, [NotCaptured] string? noise, Order order, Order? maybe, string text)
            {
                {{statement}}
                Console.WriteLine(Hash(code) + noise + maybe + text + run + order);
            }

            private static string Hash(string text) => text[..1] + "…";

            private static void Note(string key, string value) => Console.WriteLine(key + value);
        }
        """;
}
