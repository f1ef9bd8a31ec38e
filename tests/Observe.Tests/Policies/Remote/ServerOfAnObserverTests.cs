using System.Text.Json;

namespace Observe.Tests.Policies.Remote;

public sealed class ServerOfAnObserverTests
{
    [Fact]
    public async Task A_server_that_blocks_keeps_the_body_from_being_called()
    {
        await using LoopbackServer server = new(
            LoopbackAnswers.Json("""{ "decision": "block", "reason": "closed today", "category": "scheduling", "policy_id": "pol_1" }"""));
        using ControlPlanePolicy policy = new(new ControlPlanePolicyOptions { Timeout = Ask.Patience, BaseAddress = server.Address });
        await using TestObserver test = new(options => options.Policies.Add(policy));
        RunOptions people = new() { Workflow = "triage", UserId = "ann", SessionId = "s1", EndUserId = "e1", UserGroup = "g1" };
        bool isCalled = false;

        PolicyViolationException exception = await Assert.ThrowsAsync<PolicyViolationException>(() => test.Observer.RunAsync(
            "support",
            _ =>
            {
                isCalled = true;
                return Task.CompletedTask;
            },
            people));

        Assert.False(isCalled);
        Assert.Equal(("control-plane", "scheduling", "closed today"), (exception.Result.PolicyName, exception.Result.Category, exception.Result.Reason));
        Assert.Equal("pol_1", exception.Result.Metadata["policy_id"]);
        JsonElement question = server.Last.Json;
        Assert.Equal(
            "agent_name=support workflow_name=triage action=run session_id=s1 user_id=ann user_group=g1 end_user_id=e1",
            string.Join(' ', question.EnumerateObject()
                .Where(member => member.Name is not ("context" or "run_id"))
                .Select(member => $"{member.Name}={member.Value.GetString()}")));
        Assert.Equal("before_run", question.GetProperty("context").GetProperty("point").GetString());
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal(Outcome.Blocked, run.Outcome);
        Assert.Equal("closed today", Assert.Single(run.PolicyChecks).Reason);
    }

    [Fact]
    public async Task Checks_within_a_run_ask_the_server_both_ways()
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "result": { "deny": ["no refunds"] } }"""));
        using OpaPolicy policy = new(new OpaPolicyOptions
        {
            Timeout = Ask.Patience,
            BaseAddress = server.Address,
            Path = "agents",
            Points = PolicyPoints.BeforeToolCall | PolicyPoints.Checkpoint,
        });
        await using TestObserver test = new(options => options.Policies.Add(policy));

        await test.Observer.RunAsync("support", async run =>
        {
            PolicyResult refused = await run.CheckPolicyAsync(ScopeKind.ToolCall, "refund", "order 7");
            Assert.Equal((PolicyAction.Block, "no refunds", "opa"), (refused.Action, refused.Reason, refused.PolicyName));
            Assert.Equal(run.RunId, server.Last.Json.GetProperty("input").GetProperty("run_id").GetString());
            Assert.Equal("order 7", server.Last.Json.GetProperty("input").GetProperty("arguments").GetString());

            server.Answer = LoopbackAnswers.Json("""{ "result": true }""");
            Assert.True(run.CheckPolicy().Allowed);
            Assert.Equal("checkpoint", server.Last.Json.GetProperty("input").GetProperty("point").GetString());
        });

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task An_observer_goes_on_without_its_server_only_when_that_was_asked_for()
    {
        Uri nobody = await LoopbackServer.NobodyAsync();
        using ControlPlanePolicy open = new(
            new ControlPlanePolicyOptions { Timeout = Ask.Patience, BaseAddress = nobody, OnFailure = PolicyFailure.Open }, "open");
        using ControlPlanePolicy closed = new(new ControlPlanePolicyOptions { Timeout = Ask.Patience, BaseAddress = nobody }, "closed");
        await using TestObserver test = new(options => options.Policies.Add(open).Add(closed, agents: ["guarded"]));

        test.Observer.Run("support", _ => { });
        Assert.Equal("closed", Assert.Throws<PolicyViolationException>(() => test.Observer.Run("guarded", _ => { })).Result.PolicyName);

        RunTrace free = Assert.Single(await test.RunsAsync(), run => run.Agent == "support");
        Assert.Equal((PolicyAction.Warn, "open"), (Assert.Single(free.PolicyChecks).Action, free.PolicyChecks[0].Policy));
    }
}
