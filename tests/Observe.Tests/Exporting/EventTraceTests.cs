using Observe.CompilerServices;
using Observe.Tests.Runs;

namespace Observe.Tests.Exporting;

public class EventTraceTests
{
    private static readonly ScopeDescriptor s_step = new(ScopeKind.Step, "step");
    private static readonly ScopeDescriptor s_retried = new(ScopeKind.Retry, "fetch")
    {
        Retry = new RetryRules { MaxAttempts = 2, DelayMilliseconds = 0 },
    };

    [Fact]
    public async Task Events_have_kind_name_time_and_what_is_known_of_them()
    {
        ManualClock clock = new();
        (RunTrace run, string line) = await ExportedRun.OfAsync(
            run =>
            {
                clock.Advance(TimeSpan.FromTicks(7));
                run.RecordScore("helpful", 0.8, "to the point");
                run.RecordScore("correct", true);
                run.RecordScore("tone", "friendly");
                clock.Advance(TimeSpan.FromTicks(5));
                run.RecordUserMessage("Where is my refund?");
                run.RecordAgentResponse("On its way.");
                run.RecordRetry(1, "timeout", originalError: "TimeoutException", fallbackTo: "cache", strategy: "fallback", maxAttempts: 3);
                run.RecordRetrievalResult(new RetrievalResult(0.9, "docs", "eu", ManualClock.Start));
                run.RecordNetworkRequest(new NetworkRequest("https://a.example/", "POST", 201));
                run.RecordDataAccess(new DataAccess("crm", "write", 12));
                run.RecordDelegation(new Delegation("planner", "plan it"));
                run.RecordChange(ChangeKind.TransactionAmount, 19.90m);
            },
            options => options.TimeProvider = clock);
        Assert.Equal(
        [
            (EventKind.Score, "helpful", """{"value":0.8,"comment":"to the point"}"""),
            (EventKind.Score, "correct", """{"value":true}"""),
            (EventKind.Score, "tone", """{"value":"friendly"}"""),
            (EventKind.UserMessage, "user_message", "\"Where is my refund?\""),
            (EventKind.AgentResponse, "agent_response", "\"On its way.\""),
            (EventKind.Retry, "fallback", """{"attempt":1,"reason":"timeout","strategy":"fallback","original_error":"TimeoutException","fallback_to":"cache","max_attempts":3}"""),
            (EventKind.RetrievalResult, "docs", """{"relevance_score":0.9,"source":"docs","collection":"eu","date":"2026-03-04T05:06:07+00:00"}"""),
            (EventKind.NetworkRequest, "POST", """{"url":"https://a.example/","method":"POST","status":201}"""),
            (EventKind.DataAccess, "write", """{"source":"crm","operation":"write","records":12}"""),
            (EventKind.Delegation, "planner", """{"agent":"planner","task":"plan it"}"""),
            (EventKind.Change, "transaction_amount", """{"kind":"transaction_amount","amount":19.90}"""),
        ], run.Events.Select(happened => (happened.Kind, happened.Name, happened.Value)));
        Assert.Equal(run.StartTime.AddTicks(7), run.Events[0].Time);
        Assert.Equal(run.StartTime.AddTicks(12), run.Events[3].Time);
        Assert.Contains("{\"kind\":\"agent_response\",\"name\":\"agent_response\",\"at_ns\":1200,\"value\":\"On its way.\"}", line, StringComparison.Ordinal);
        Assert.Empty(run.Scopes);
    }

    [Fact]
    public async Task Events_belong_to_the_scope_in_which_they_happened()
    {
        (RunTrace run, _) = await ExportedRun.OfAsync(run =>
        {
            Assert.True(ObservedCall.TryBeginScope(s_step, out ObservedCall call));
            call.Enter();
            run.RecordScore("inside", 1);
            call.Exit();
            run.RecordScore("outside", 1);
        });
        Assert.Equal("inside", Assert.Single(Assert.Single(run.Scopes).Events).Name);
        Assert.Equal("outside", Assert.Single(run.Events).Name);
    }

    [Fact]
    public async Task The_same_message_twice_without_an_answer_between_is_one_message()
    {
        (RunTrace run, _) = await ExportedRun.OfAsync(run =>
        {
            run.RecordUserMessage("hello");
            run.RecordUserMessage("hello");
            run.RecordAgentResponse("hi");
            run.RecordUserMessage("hello");
        });
        Assert.Equal([EventKind.UserMessage, EventKind.AgentResponse, EventKind.UserMessage], run.Events.Select(happened => happened.Kind));
    }

    [Fact]
    public async Task Attempts_of_an_observed_method_are_events_of_its_scope()
    {
        (RunTrace run, _) = await ExportedRun.OfAsync(_ =>
        {
            Assert.True(ObservedCall.TryBeginScope(s_retried, out ObservedCall call));
            call.Enter();
            RetryLoop attempts = new(s_retried);
            Assert.True(attempts.Begin());
            Assert.True(attempts.Failed(new TimeoutException("slow")));
            Assert.True(attempts.Begin());
            Assert.False(attempts.Failed(new TimeoutException("slower")));
            call.Exit();
        });
        ScopeTrace scope = Assert.Single(run.Scopes);
        Assert.Equal(ScopeKind.Retry, scope.Kind);
        Assert.Equal(
        [
            """{"attempt":1,"reason":"failed","strategy":"retry","original_error":"System.TimeoutException: slow","max_attempts":2}""",
            """{"attempt":2,"reason":"failed for the last time","strategy":"retry","original_error":"System.TimeoutException: slower","max_attempts":2}""",
        ], scope.Events.Select(happened => happened.Value));
    }

    [Fact]
    public async Task A_human_turn_lasts_from_the_question_to_the_answer()
    {
        ManualClock clock = new();
        (RunTrace run, _) = await ExportedRun.OfAsync(
            run =>
            {
                using (HumanTurn turn = run.BeginHumanTurn("Refund 20 EUR?", "slack", "approval"))
                {
                    clock.Advance(TimeSpan.FromSeconds(90));
                    turn.SetResponse("no");
                    turn.SetResponse("yes", "ana");
                }

                using (run.BeginHumanTurn())
                {
                    clock.Advance(TimeSpan.FromSeconds(5));
                }

                run.RecordHumanInteraction("Sure?", "yes", duration: TimeSpan.FromSeconds(3));
            },
            options => options.TimeProvider = clock);
        Assert.All(run.Scopes, scope => Assert.Equal(ScopeKind.HumanTurn, scope.Kind));
        Assert.Equal(["approval", "input", "input"], run.Scopes.Select(scope => scope.Name));
        Assert.Equal([90.0, 5, 3], run.Scopes.Select(scope => scope.Duration!.Value.TotalSeconds));
        Assert.Equal([0.0, 90, 92], run.Scopes.Select(scope => (scope.StartTime - run.StartTime).TotalSeconds));
        Assert.Equal("""{"prompt":"Refund 20 EUR?","channel":"slack"}""", run.Scopes[0].Arguments);
        Assert.Equal("""{"response":"yes","by":"ana"}""", run.Scopes[0].Result);
        Assert.Null(run.Scopes[1].Result);
        Assert.Equal("""{"response":"yes"}""", run.Scopes[2].Result);
    }
}
