namespace Observe.Tests.Policies.Remote;

public sealed class UnreachableServerTests
{
    private const string Allow = """{ "action": "allow", "reason": "fine" }""";

    private readonly ManualTimers _clock = new();

    public static TheoryData<string, bool> BadAnswers
    {
        get
        {
            TheoryData<string, bool> all = [];
            foreach (string name in new[] { "silence", "drip", "stall", "flood", "hang up", "cut off", "babble", "html", "truncated", "503", "500", "408" })
            {
                all.Add(name, true);
                all.Add(name, false);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task Whatever_a_server_does_the_setting_decides_and_then_the_last_answer(string name, bool isAsync)
    {
        await using LoopbackServer server = new(Bad(name));
        using ControlPlanePolicy closed = Policy(server.Address, PolicyFailure.Closed);
        using ControlPlanePolicy open = Policy(server.Address, PolicyFailure.Open);

        PolicyResult blocked = await closed.AskAsync(isAsync, About());
        Assert.Equal((PolicyAction.Block, "control-plane"), (blocked.Action, blocked.PolicyName));
        Assert.StartsWith($"{server.Address}api/v1/observe/policy-check/ gave no decision: ", blocked.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("wax_sk_abc", blocked.Reason, StringComparison.Ordinal);
        Assert.Equal(PolicyAction.Warn, (await open.AskAsync(isAsync, About())).Action);

        server.Answer = LoopbackAnswers.Json(Allow);
        using ControlPlanePolicy known = Policy(server.Address, PolicyFailure.Closed, Ask.Patience);
        Assert.Equal(PolicyAction.Allow, (await known.AskAsync(isAsync, About())).Action);
    }

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task The_last_answer_counts_while_the_server_is_away(string name, bool isAsync)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json(Allow));
        using ControlPlanePolicy policy = Policy(server.Address, PolicyFailure.Closed);
        PolicyResult first;
        do
        {
            first = await policy.AskAsync(isAsync, About()); // on a busy machine the good answer may be late too
        }
        while (first.Action != PolicyAction.Allow);

        Assert.False(first.Metadata.ContainsKey("age_seconds"));

        server.Answer = Bad(name);
        _clock.Advance(TimeSpan.FromSeconds(61));
        PolicyResult stale = await policy.AskAsync(isAsync, About());

        Assert.Equal((PolicyAction.Allow, "fine", "61"), (stale.Action, stale.Reason, stale.Metadata["age_seconds"]));
    }

    [Theory]
    [MemberData(nameof(Ask.BothWays), MemberType = typeof(Ask))]
    public async Task The_last_answer_counts_up_to_its_age_limit_and_not_for_another_question(bool isAsync)
    {
        Uri address;
        ControlPlanePolicy policy;
        await using (LoopbackServer server = new(LoopbackAnswers.Json(Allow)))
        {
            address = server.Address;
            policy = Policy(address, PolicyFailure.Closed, Ask.Patience);
            await policy.AskAsync(isAsync, About());
        }

        using ControlPlanePolicy owned = policy;
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(PolicyAction.Allow, (await policy.AskAsync(isAsync, About())).Action);
        Assert.Equal(PolicyAction.Block, (await policy.AskAsync(isAsync, About(name: "delete"))).Action);
        Assert.Equal(PolicyAction.Block, (await policy.AskAsync(isAsync, About(text: "order 8"))).Action);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(PolicyAction.Block, (await policy.AskAsync(isAsync, About())).Action);
    }

    [Theory]
    [MemberData(nameof(Ask.BothWays), MemberType = typeof(Ask))]
    public async Task A_server_that_is_not_there_is_a_failure(bool isAsync)
    {
        Uri nobody = await LoopbackServer.NobodyAsync();
        using ControlPlanePolicy closed = Policy(nobody, PolicyFailure.Closed, Ask.Patience);
        using ControlPlanePolicy open = Policy(nobody, PolicyFailure.Open, Ask.Patience);

        Assert.Equal(PolicyAction.Block, (await closed.AskAsync(isAsync)).Action);
        Assert.Equal(PolicyAction.Warn, (await open.AskAsync(isAsync)).Action);
    }

    [Theory]
    [InlineData(400, "status 400: bad, no agent (request r1)")]
    [InlineData(401, "status 401: bad, no agent (request r1); check the key")]
    [InlineData(403, "status 403: bad, no agent (request r1); check the key")]
    [InlineData(404, "status 404: bad, no agent (request r1); check the address")]
    [InlineData(302, "status 302: bad, no agent (request r1)")]
    public async Task A_refusal_is_no_reason_to_use_an_older_answer(int status, string problem)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json(Allow));
        using ControlPlanePolicy policy = Policy(server.Address, PolicyFailure.Closed, Ask.Patience);
        await policy.AskAsync(isAsync: true, About());

        server.Answer = LoopbackAnswers.Status(status, """{ "error": "bad", "message": "no agent", "request_id": "r1" }""", "Location: http://127.0.0.1:1/");
        PolicyResult refused = await policy.AskAsync(isAsync: true, About());
        Assert.Equal((PolicyAction.Block, $"{server.Address}api/v1/observe/policy-check/ gave no decision: {problem}"), (refused.Action, refused.Reason));

        server.Answer = LoopbackAnswers.HangUp;
        Assert.Equal(PolicyAction.Block, (await policy.AskAsync(isAsync: true, About())).Action);
    }

    [Theory]
    [InlineData("Retry-After: 30", "{}")]
    [InlineData("Retry-After: Wed, 04 Mar 2026 05:06:37 GMT", "{}")]
    [InlineData("X-Nothing: 1", """{ "error": "rate_limited", "retry_after_seconds": 30 }""")]
    public async Task A_server_that_asks_for_a_pause_gets_it(string header, string body)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Status(429, body, header));
        using ControlPlanePolicy policy = Policy(server.Address, PolicyFailure.Closed, Ask.Patience);

        PolicyResult first = await policy.AskAsync(isAsync: true, About());
        Assert.Equal((PolicyAction.Throttle, TimeSpan.FromSeconds(30)), (first.Action, first.RetryAfter));

        _clock.Advance(TimeSpan.FromSeconds(20));
        PolicyResult second = await policy.AskAsync(isAsync: false, About());
        Assert.Equal((PolicyAction.Throttle, TimeSpan.FromSeconds(10)), (second.Action, second.RetryAfter));
        Assert.Single(server.Requests);

        server.Answer = LoopbackAnswers.Json(Allow);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(PolicyAction.Allow, (await policy.AskAsync(isAsync: false, About())).Action);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_at_once_when_it_names_no_pause()
    {
        await using LoopbackServer server = new(LoopbackAnswers.Status(429, "slow down"));
        using ControlPlanePolicy policy = Policy(server.Address, PolicyFailure.Open, Ask.Patience);

        Assert.Equal(PolicyAction.Warn, (await policy.AskAsync(isAsync: true, About())).Action);
        Assert.Equal(PolicyAction.Warn, (await policy.AskAsync(isAsync: true, About())).Action);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task The_reason_of_a_time_out_says_how_long_was_waited()
    {
        await using LoopbackServer server = new(LoopbackAnswers.Silence);
        using ControlPlanePolicy policy = Policy(server.Address, PolicyFailure.Closed, TimeSpan.FromMilliseconds(150));

        Assert.EndsWith(": no answer within 150 ms", (await policy.AskAsync(isAsync: true)).Reason, StringComparison.Ordinal);
        Assert.EndsWith(": no answer within 150 ms", (await policy.AskAsync(isAsync: false)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_his_cancellation_and_no_answer()
    {
        await using LoopbackServer server = new(LoopbackAnswers.Silence);
        using ControlPlanePolicy policy = Policy(server.Address, PolicyFailure.Closed, TimeSpan.FromMinutes(1));
        using CancellationTokenSource caller = new();

        Task<PolicyResult> pending = policy.EvaluateAsync(About(), caller.Token).AsTask();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    private PolicyContext About(string name = "refund", string text = "order 7") => Ask.AboutTool(name, text, _clock);

    private static ControlPlanePolicy Policy(Uri address, PolicyFailure onFailure, TimeSpan? timeout = null) => new(
        new ControlPlanePolicyOptions
        {
            BaseAddress = address,
            Key = "wax_sk_abc",
            OnFailure = onFailure,
            Timeout = timeout ?? TimeSpan.FromMilliseconds(200),
        });

    private static LoopbackAnswer Bad(string name) => name switch
    {
        "silence" => LoopbackAnswers.Silence,
        "drip" => LoopbackAnswers.Drip,
        "stall" => LoopbackAnswers.Stall,
        "flood" => LoopbackAnswers.Flood,
        "hang up" => LoopbackAnswers.HangUp,
        "cut off" => LoopbackAnswers.CutOff,
        "babble" => LoopbackAnswers.Babble,
        "html" => LoopbackAnswers.Html,
        "truncated" => LoopbackAnswers.Json("{ \"action\": \"all"),
        _ => LoopbackAnswers.Status(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture), "{}"),
    };
}
