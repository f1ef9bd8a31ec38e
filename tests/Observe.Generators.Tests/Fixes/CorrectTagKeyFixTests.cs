using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class CorrectTagKeyFixTests
{
    [Theory]
    [InlineData("{|OBS1009:Tag(\"my key!\")|}", "Tag(\"my_key\")")]
    [InlineData("{|OBS1009:Tag(key: @\"user/plan\")|}", "Tag(key: \"user_plan\")")]
    public Task The_key_of_a_role_is_corrected(string before, string after) => Fix.VerifyAsync<CorrectTagKeyFix>(
        OnParameter($"[{before}] string plan"), OnParameter($"[{after}] string plan"));

    [Theory]
    [InlineData("Tag")]
    [InlineData("Tag()")]
    public Task A_name_that_is_no_key_is_given_one(string role) => Fix.VerifyAsync<CorrectTagKeyFix>(
        OnParameter($"[{{|OBS1009:{role}|}}] string größe"), OnParameter("[Tag(\"gr_e\")] string größe"));

    [Fact]
    public Task Keys_given_by_hand_are_corrected_everywhere_at_once() => Fix.VerifyAllAsync<CorrectTagKeyFix>(
        [ByHand("{|OBS2006:\"my key!\"|}", "{|OBS2006:\"user/plan\"|}")], [ByHand("\"my_key\"", "\"user_plan\"")]);

    [Theory]
    [InlineData("{|OBS2006:Key|}")]
    [InlineData("{|OBS2006:\"!?\"|}")]
    public Task A_key_that_is_kept_elsewhere_or_has_nothing_to_keep_is_left_to_the_user(string key) =>
        Fix.VerifyNoneAsync<CorrectTagKeyFix>(ByHand(key, "\"fine\""));

    private static string OnParameter(string parameter) => $$"""
        public partial class Agent
        {
            [Step]
            public partial void Work({{parameter}});

            private void WorkCore(string {{parameter.Split(' ')[^1]}}) { }
        }
        """;

    private static string ByHand(string first, string second) => $$"""
        public class Desk
        {
            private const string Key = "customer:plan";

            public void Work(RunContext run, string plan)
            {
                run.SetTag({{first}}, plan + Key.Length);
                RunContext.Current?.SetTag(value: plan, key: {{second}});
            }
        }
        """;
}
