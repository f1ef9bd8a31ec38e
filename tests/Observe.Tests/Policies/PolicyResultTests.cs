namespace Observe.Tests.Policies;

public class PolicyResultTests
{
    [Theory]
    [InlineData(PolicyAction.Allow, true, false)]
    [InlineData(PolicyAction.Warn, true, false)]
    [InlineData(PolicyAction.Redact, true, false)]
    [InlineData(PolicyAction.Retry, false, false)]
    [InlineData(PolicyAction.Skip, false, false)]
    [InlineData(PolicyAction.Throttle, false, true)]
    [InlineData(PolicyAction.Block, false, true)]
    public void Skip_and_retry_are_neither_allowed_nor_blocked(PolicyAction action, bool allowed, bool blocked)
    {
        PolicyResult result = new(action, "why");
        Assert.Equal((allowed, blocked, action == PolicyAction.Retry), (result.Allowed, result.Blocked, result.ShouldRetry));
    }

    [Fact]
    public void An_answer_says_what_was_given_to_it()
    {
        PolicyResult retry = PolicyResult.Retry("busy", TimeSpan.FromSeconds(2), "say less");
        Assert.Equal(("busy", TimeSpan.FromSeconds(2), "say less"), (retry.Reason, retry.RetryAfter, retry.Feedback));
        Assert.Equal("new", PolicyResult.Redact("pii", "new").RedactedContent);
        Assert.Empty(PolicyResult.Allow.Metadata);
        Assert.Equal("Block: no", PolicyResult.Block("no").ToString());
    }
}
