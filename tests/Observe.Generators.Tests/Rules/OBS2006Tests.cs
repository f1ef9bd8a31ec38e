using Observe.Generators.Parsing;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2006Tests
{
    [Theory]
    [InlineData("run.SetTag({|OBS2006:\"my key!\"|}, plan);", "The tag key 'my key!' is not allowed, so nothing is set: use 'my_key'")]
    [InlineData("run.SetTag(value: plan, key: {|OBS2006:\"user/plan\"|});", "The tag key 'user/plan' is not allowed, so nothing is set: use 'user_plan'")]
    [InlineData("RunContext.Current?.SetTag({|OBS2006:Key|}, plan);", "The tag key 'customer:plan' is not allowed, so nothing is set: use 'customer_plan'")]
    [InlineData("run.SetTag({|OBS2006:$\"{Key}\"|}, plan);", "The tag key 'customer:plan' is not allowed, so nothing is set: use 'customer_plan'")]
    [InlineData("run.SetTag({|OBS2006:\"\"|}, plan);", "The tag key '' is not allowed, so nothing is set: use one or more letters, digits, '_', '-' and '.'")]
    [InlineData("Action<RunContext> tag = context => context.SetTag({|OBS2006:\"größe\"|}, plan); tag(run);", "The tag key 'größe' is not allowed, so nothing is set: use 'gr_e'")]
    public async Task A_key_that_breaks_the_rule_is_a_warning(string statement, string message) =>
        Assert.Equal([message], await Use.VerifyAsync(In(statement)));

    [Theory]
    [InlineData("run.SetTag(\"plan\", plan);")]
    [InlineData("run.SetTag(\"Customer.plan_2-x\", \"any text: is fine!\");")]
    [InlineData("run.SetTag(plan, plan);")]
    [InlineData("run.SetTag($\"plan {plan}\", plan);")]
    [InlineData("run.SetMetadata(\"any key!\", plan);")]
    [InlineData("SetTag(\"any key!\", plan + Key);")]
    public Task A_key_that_keeps_the_rule_is_fine(string statement) => Use.VerifyAsync(In(statement));

    [Theory]
    [InlineData("my key!", "my_key")]
    [InlineData("  a  b  ", "a_b")]
    [InlineData("naïve café", "na_ve_caf")]
    [InlineData("a__b", "a__b")]
    [InlineData("_a-", "_a-")]
    [InlineData("x\ud800y", "x_y")]
    [InlineData("😀ok", "ok")]
    [InlineData("c#", "c")]
    [InlineData("!?", null)]
    [InlineData("", null)]
    public void A_key_is_corrected_to_the_nearest_one(string key, string? corrected) => Assert.Equal(corrected, TagKeys.Corrected(key));

    private static string In(string statement) => $$"""
        public class Desk
        {
            private const string Key = "customer:plan";

            public void Work(RunContext run, string plan)
            {
                Console.WriteLine(Key + run.Agent);
                {{statement}}
            }

            private static void SetTag(string key, string value) => Console.WriteLine(key + value);
        }
        """;
}
