using Observe.Policies.Remote;

namespace Observe.Tests.Policies.Remote;

public sealed class RememberedDecisionTests
{
    private readonly ManualTimers _clock = new();

    [Theory]
    [MemberData(nameof(Ask.BothWays), MemberType = typeof(Ask))]
    public async Task Unless_told_otherwise_the_server_is_asked_each_time(bool isAsync)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "action": "allow" }"""));
        using ControlPlanePolicy policy = Policy(server);

        await policy.AskAsync(isAsync, Ask.AboutTool(clock: _clock));
        await policy.AskAsync(isAsync, Ask.AboutTool(clock: _clock));

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Ask.BothWays), MemberType = typeof(Ask))]
    public async Task The_same_question_is_asked_once_in_the_time_that_was_set(bool isAsync)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "action": "warn", "reason": "r" }"""));
        using ControlPlanePolicy policy = Policy(server, TimeSpan.FromSeconds(10));

        await policy.AskAsync(isAsync, Ask.AboutTool(clock: _clock));
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("r", (await policy.AskAsync(isAsync, Ask.AboutTool(clock: _clock))).Reason);
        Assert.Single(server.Requests);

        await policy.AskAsync(isAsync, Ask.AboutTool("other", clock: _clock));
        await policy.AskAsync(isAsync, Ask.AboutTool(text: "order 8", clock: _clock));
        Assert.Equal(3, server.Requests.Count);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await policy.AskAsync(isAsync, Ask.AboutTool(clock: _clock));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("throttle")]
    [InlineData("retry")]
    public async Task An_answer_that_means_another_time_is_not_remembered_and_forgets_the_one_before(string word)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "action": "allow" }"""));
        using ControlPlanePolicy policy = Policy(server, TimeSpan.FromSeconds(10));
        await policy.AskAsync(isAsync: true, Ask.AboutTool(clock: _clock));

        _clock.Advance(TimeSpan.FromSeconds(11));
        server.Answer = LoopbackAnswers.Json($$"""{ "action": "{{word}}" }""");
        await policy.AskAsync(isAsync: true, Ask.AboutTool(clock: _clock));
        server.Answer = LoopbackAnswers.HangUp;

        Assert.Equal(PolicyAction.Block, (await policy.AskAsync(isAsync: true, Ask.AboutTool(clock: _clock))).Action);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task With_no_time_for_stale_answers_there_are_none()
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "action": "allow" }"""));
        using ControlPlanePolicy policy = Policy(server, staleFor: TimeSpan.Zero);
        await policy.AskAsync(isAsync: true, Ask.AboutTool(clock: _clock));
        server.Answer = LoopbackAnswers.HangUp;

        Assert.Equal(PolicyAction.Block, (await policy.AskAsync(isAsync: true, Ask.AboutTool(clock: _clock))).Action);
    }

    [Fact]
    public async Task A_point_an_argument_or_a_person_more_makes_another_question()
    {
        await using TestObserver test = new();
        HashSet<QuestionKey> keys = [];
        ControlPlaneDialect dialect = new(new ControlPlanePolicyOptions { BaseAddress = new Uri("http://localhost") });
        void Add(RunContext run, Action<PolicyContext>? change = null)
        {
            PolicyContext context = Ask.AboutTool();
            context.Run = run;
            change?.Invoke(context);
            Assert.True(keys.Add(RemoteQuestion.Write(dialect, context, sendArguments: true).Key));
        }

        test.Observer.Run("a", run => Add(run));
        test.Observer.Run("b", run => Add(run));
        test.Observer.Run("a", run => Add(run), new RunOptions { Workflow = "w" });
        test.Observer.Run("a", run => Add(run), new RunOptions { UserId = "u" });
        test.Observer.Run("a", run => Add(run), new RunOptions { EndUserId = "u" });
        test.Observer.Run("a", run => Add(run), new RunOptions { UserGroup = "u" });
        test.Observer.Run("a", run => Add(run), new RunOptions { SessionId = "u" });
        test.Observer.Run("a", run => Add(run, context => context.Point = PolicyPoints.Checkpoint));
        test.Observer.Run("a", run => Add(run, context => context.Phase = PolicyPhase.PostExecution));
        test.Observer.Run("a", run => Add(run, context => context.Kind = ScopeKind.Step));
        test.Observer.Run("a", run => Add(run, context => context.Name = "x"));
        test.Observer.Run("a", run => Add(run, context => context.Model = "m"));
        test.Observer.Run("a", run => Add(run, context => context.ToolType = "m"));
        test.Observer.Run("a", run => Add(run, context => context.Arguments = default));
        test.Observer.Run("a", run => Add(run, context => context.Result = context.Arguments));
        test.Observer.Run("a", run => Add(run, context => context.Error = new InvalidOperationException()));

        Assert.Equal(16, keys.Count);
    }

    [Fact]
    public async Task Another_run_and_another_attempt_ask_the_same()
    {
        await using TestObserver test = new();
        HashSet<QuestionKey> keys = [];
        ControlPlaneDialect dialect = new(new ControlPlanePolicyOptions { BaseAddress = new Uri("http://localhost") });
        for (int i = 1; i <= 3; i++)
        {
            test.Observer.Run("a", run =>
            {
                PolicyContext context = Ask.AboutTool();
                (context.Run, context.Attempt) = (run, i);
                keys.Add(RemoteQuestion.Write(dialect, context, sendArguments: true).Key);
            });
        }

        Assert.Single(keys);
    }

    [Fact]
    public void What_is_remembered_stays_bounded_and_keeps_what_is_asked_for()
    {
        DecisionCache cache = new(generation: 100);
        QuestionKey favourite = new(0, 0);
        cache.Set(favourite, default);
        for (int i = 1; i <= 10_000; i++)
        {
            cache.Set(new QuestionKey(0, (UInt128)i), default);
            Assert.NotNull(cache.Find(favourite));
        }

        Assert.InRange(Enumerable.Range(0, 10_001).Count(i => cache.Find(new QuestionKey(0, (UInt128)i)) is not null), 100, 200);
    }

    private static ControlPlanePolicy Policy(LoopbackServer server, TimeSpan cacheFor = default, TimeSpan? staleFor = null) => new(
        new ControlPlanePolicyOptions
        {
            BaseAddress = server.Address,
            CacheFor = cacheFor,
            StaleFor = staleFor ?? TimeSpan.FromMinutes(5),
            Timeout = Ask.Patience,
        });
}
