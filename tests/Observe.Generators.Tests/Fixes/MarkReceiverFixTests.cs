using Observe.CodeFixes.Privacy;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class MarkReceiverFixTests
{
    [Theory]
    [InlineData("LookAsync({|OBS3005:code|}).ConfigureAwait(false)", "LookAsync(code).ConfigureAwait(false)", "Sensitive")]
    [InlineData("this.LookAsync(text: $\"by {{|OBS3005:code|}}\")", "this.LookAsync(text: $\"by {code}\")", "NotCaptured")]
    public Task Who_receives_a_secret_hides_it_too(string before, string after, string mark) =>
        Fix.VerifyAsync<MarkReceiverFix>(In(before, "string text"), In(after, $"[{mark}] string text"), mark);

    [Fact]
    public Task What_is_recorded_by_hand_is_left_to_the_user() => Fix.VerifyNoneAsync<MarkReceiverFix>(
        In("Task.Yield(); run.SetTag(\"a\", {|OBS3005:code|})", "string text"));

    private static string In(string call, string parameter) => $$"""
        public partial class Agent
        {
            [Observe]
            public partial Task PayAsync([Sensitive] string code);

            private async Task PayCoreAsync(string code, RunContext run)
            {
                run.SetResult(1);
                await {{call}};
            }

            [ToolCall]
            public partial Task LookAsync({{parameter}});

            private Task LookCoreAsync(string text) => Task.FromResult(text);
        }
        """;
}
