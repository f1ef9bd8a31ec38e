using Cases.SupportAgent;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class SupportAgentTests
{
    private const string Canary = "canary-4111";
    private static readonly Guid s_user = Guid.Parse("8c1f3b52-5f6a-4d0e-9b57-0a8f3f2b9c11");
    private readonly SupportAgent _agent = new("Hello");

    [Theory]
    [InlineData(Priority.High, Route.Human)]
    [InlineData(Priority.Low, Route.Billing)]
    public async Task A_ticket_leaves_a_whole_trace(Priority priority, Route route)
    {
        RunTrace run = await Everywhere.RunAsync(async () =>
        {
            Reply reply = await _agent.HandleAsync("s-1", s_user, new Ticket("refund", priority, Canary));
            Assert.Equal($"Hello: {route}, 12.5", reply.Text);
            Assert.Equal(new string[2], reply.Sources);
        });

        string ticket = $$"""{"Subject":"refund","Priority":"{{priority}}","CardNumber":"##SENSITIVE##"}""";
        Assert.Equal(("support-agent", "triage", "s-1", s_user.ToString(), Outcome.Ok), (run.Agent, run.Workflow, run.SessionId, run.UserId, run.Outcome));
        Assert.Equal($$"""{"session":"s-1","user":"{{s_user}}","ticket":{{ticket}}}""", run.Arguments);
        Assert.Equal($$"""{"Text":"Hello: {{route}}, 12.5","Sources":[null,null]}""", run.Result);
        Assert.Equal([KeyValuePair.Create("priority", priority.ToString())], run.Tags);
        Assert.Equal(
            [
                (ScopeKind.Decision, "route_ticket", $$"""{"ticket":{{ticket}}}""", $"\"{route}\""),
                (ScopeKind.Step, "search", """{"query":"refund","topK":2}""", "[null,null]"),
                (ScopeKind.ToolCall,
                    "stripe_refund",
                    """{"orderId":"A-1","cardToken":"##SENSITIVE##"}""",
                    """{"OrderId":"A-1","Amount":12.5,"At":"1970-01-01T00:00:00+00:00"}"""),
            ],
            run.Calls());

        ScopeTrace decision = run.Scope("route_ticket");
        Assert.Equal(["Billing", "Technical", "Human"], decision.Options);
        Assert.Equal(("by priority", 0.95), (decision.Reasoning, decision.Confidence!.Value));
        Assert.Equal("api", run.Scope("stripe_refund").ToolType);
        Assert.Equal(1, run.Scope("search").StepNumber);
        Assert.All(run.Scopes, scope => Assert.Equal((0, Outcome.Ok), (scope.ParentId, scope.Outcome)));
        Assert.Empty(run.Warnings);
        Assert.DoesNotContain(Canary, run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_ticket_ends_in_the_search()
    {
        RunTrace run = await Everywhere.RunAsync(async () => await Assert.ThrowsAsync<TaskCanceledException>(
            () => _agent.HandleAsync("s-1", s_user, new Ticket("refund", Priority.Low, Canary), new CancellationToken(canceled: true))));

        Assert.Equal((Outcome.Cancelled, null), (run.Outcome, run.Result));
        Assert.Equal("route_ticket\nsearch Cancelled", run.Tree());
        Assert.DoesNotContain(Canary, run.Text(), StringComparison.Ordinal);
    }
}
