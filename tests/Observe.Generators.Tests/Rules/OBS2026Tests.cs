using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2026Tests
{
    [Theory]
    [InlineData("run.RecordDecision(\"route\", [\"a\", \"b\"], {|OBS2026:\"c\"|});", "The chosen \"c\" is not among the options; add it, or choose one of them")]
    [InlineData("run.RecordDecision(\"route\", new[] { \"a\", \"b\" }, {|OBS2026:\"A\"|});", "The chosen \"A\" is not among the options; add it, or choose one of them")]
    [InlineData("run.RecordDecision(\"route\", new string[] { First, Second }, {|OBS2026:Third|});", "The chosen \"c\" is not among the options; add it, or choose one of them")]
    [InlineData("run.RecordDecision(chosen: {|OBS2026:\"c\"|}, name: \"route\", options: new List<string> { \"a\" });", "The chosen \"c\" is not among the options; add it, or choose one of them")]
    [InlineData("RunContext.Current?.RecordDecision(\"route\", [nameof(run), \"b\"], {|OBS2026:\"c\"|});", "The chosen \"c\" is not among the options; add it, or choose one of them")]
    [InlineData("run.RecordDecision(\"route\", {|OBS2026:[]|}, \"a\");", "There are no options to choose from; name those that were open")]
    [InlineData("run.RecordDecision(\"route\", {|OBS2026:Array.Empty<string>()|}, answer);", "There are no options to choose from; name those that were open")]
    [InlineData("run.RecordDecision(\"route\", {|OBS2026:new List<string>()|}, answer);", "There are no options to choose from; name those that were open")]
    [InlineData("run.RecordDecision(\"route\", [\"a\", \"b\", {|OBS2026:\"a\"|}], answer);", "The option \"a\" is named twice; name it once")]
    public async Task A_decision_that_chooses_from_nothing_known_is_a_warning(string statement, string message) =>
        Assert.Equal([message], await Use.VerifyAsync(In(statement)));

    [Theory]
    [InlineData("run.RecordDecision(\"route\", [\"a\", \"b\"], \"a\");")]
    [InlineData("run.RecordDecision(\"route\", [First, Second], Second);")]
    [InlineData("run.RecordDecision(\"route\", [\"a\", answer], \"c\");")]
    [InlineData("run.RecordDecision(\"route\", [\"a\", .. open], \"c\");")]
    [InlineData("run.RecordDecision(\"route\", [\"a\", \"b\"], answer);")]
    [InlineData("run.RecordDecision(\"route\", open, \"c\");")]
    [InlineData("run.RecordDecision(\"route\", new List<string>(open), \"c\");")]
    [InlineData("run.RecordDecision(\"route\", Enum.GetNames<DayOfWeek>(), \"c\");")]
    public Task A_decision_with_known_or_open_options_is_fine(string statement) => Use.VerifyAsync(In(statement));

    private static string In(string statement) => $$"""
        public class Desk
        {
            private const string First = "a";
            private const string Second = "b";
            private const string Third = "c";

            public void Work(RunContext run, string answer, IReadOnlyList<string> open)
            {
                Console.WriteLine(First + Second + Third + run.Agent + answer + open.Count);
                {{statement}}
            }
        }
        """;
}
