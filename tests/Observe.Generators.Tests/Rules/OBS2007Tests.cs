using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2007Tests
{
    [Theory]
    [InlineData("run.RecordScore(\"relevance\", {|OBS2007:\"0.9\"|});", "0.9")]
    [InlineData("run.RecordScore(\"stars\", {|OBS2007:\"12\"|}, \"many\");", "12")]
    [InlineData("run.RecordScore(\"stars\", {|OBS2007:\" -1.50 \"|});", "-1.5")]
    [InlineData("run.RecordScore(\"helpful\", {|OBS2007:\"True\"|});", "true")]
    [InlineData("run.RecordScore(value: {|OBS2007:\"false\"|}, name: \"helpful\");", "false")]
    [InlineData("RunContext.Current?.RecordScore(\"relevance\", {|OBS2007:Full|});", "1.0")]
    [InlineData("observer.RecordScore(run.RunId, \"relevance\", {|OBS2007:\"0.9\"|});", "0.9")]
    [InlineData("run.RecordScore(\"relevance\", {|OBS2007:score.ToString()|});", "score")]
    [InlineData("run.RecordScore(\"relevance\", {|OBS2007:score.ToString(\"F2\", System.Globalization.CultureInfo.InvariantCulture)|});", "score")]
    [InlineData("run.RecordScore(\"good\", {|OBS2007:(score > 0.5).ToString()|});", "(score > 0.5)")]
    public async Task A_number_or_truth_value_as_a_text_is_a_warning(string statement, string meant)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        string written = meant == "1.0" ? "1" : meant;
        Assert.Equal([$"'RecordScore' is given a text, which is a category and can never be averaged; write {written}"], messages);
    }

    [Theory]
    [InlineData("run.RecordScore(\"relevance\", {|OBS2007:double.NaN|});", "NaN")]
    [InlineData("observer.RecordScore(run.RunId, \"relevance\", {|OBS2007:double.NegativeInfinity|});", "-Infinity")]
    [InlineData("run.RecordScore(\"relevance\", {|OBS2007:1 / 0.0|});", "Infinity")]
    public async Task What_is_no_number_is_a_warning(string statement, string value)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        Assert.Equal([$"'RecordScore' is given {value}, which spoils every average; leave the call out where there is no score"], messages);
    }

    [Theory]
    [InlineData("run.SetTag(\"plan\", {|OBS2007:null|});")]
    [InlineData("run.SetTag(\"plan\", value: {|OBS2007:default|});")]
    [InlineData("RunContext.Current?.SetTag(\"plan\", {|OBS2007:(string?)null|});")]
    public async Task A_tag_of_nothing_is_a_warning(string statement)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        Assert.Equal(["'SetTag' is given null, which sets nothing; give a text, or leave the call out"], messages);
    }

    [Theory]
    [InlineData("run.RecordScore(\"relevance\", 0.9);")]
    [InlineData("run.RecordScore(\"stars\", 12);")]
    [InlineData("run.RecordScore(\"helpful\", true, \"true\");")]
    [InlineData("run.RecordScore(\"tone\", \"friendly\");")]
    [InlineData("run.RecordScore(\"tone\", \"\");")]
    [InlineData("run.RecordScore(\"size\", \"1.2.3\");")]
    [InlineData("run.RecordScore(\"size\", \"NaN\");")]
    [InlineData("run.RecordScore(\"bucket\", run.Usage.Steps.ToString(System.Globalization.CultureInfo.InvariantCulture));")]
    [InlineData("run.RecordScore(\"day\", DayOfWeek.Friday.ToString());")]
    [InlineData("run.RecordScore(\"relevance\", score);")]
    [InlineData("observer.RecordScore(run.RunId, \"0.9\", 0.9);")]
    [InlineData("run.SetTag(\"plan\", \"true\");")]
    [InlineData("run.SetTag(\"plan\", run.UserId);")]
    [InlineData("run.SetMetadata(\"size\", \"12\");")]
    [InlineData("RecordScore(\"relevance\", \"0.9\" + Full);")]
    public Task A_value_of_the_right_type_is_fine(string statement) => Use.VerifyAsync(In(statement));

    private static string In(string statement) => $$"""
        public class Desk
        {
            private const string Full = "1.0";

            public void Work(RunContext run, Observer observer, double score)
            {
                Console.WriteLine(Full + run.Agent + observer.IsEnabled + score);
                {{statement}}
            }

            private static void RecordScore(string key, string value) => Console.WriteLine(key + value);
        }
        """;
}
