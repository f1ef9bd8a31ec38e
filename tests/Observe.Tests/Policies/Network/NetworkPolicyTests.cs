namespace Observe.Tests.Policies.Network;

public class NetworkPolicyTests
{
    [Theory]
    [InlineData("https://api.example.com/v1?key=s3cret", "")]
    [InlineData("http://api.example.com", "a request uses the protocol http, which is not allowed")]
    [InlineData("wss://api.example.com", "a request uses the protocol wss, which is not allowed")]
    [InlineData("ftp://bad.example.org", "a request uses the protocol ftp, which is not allowed")]
    [InlineData("https://bad.example.org/path", "a request goes to bad.example.org, which is blocked")]
    [InlineData("https://BAD.example.org.", "a request goes to bad.example.org., which is blocked")]
    [InlineData("https://api.example.com@bad.example.org/", "a request goes to bad.example.org, which is blocked")]
    [InlineData("https://deep.down.evil.net", "a request goes to deep.down.evil.net, which is blocked")]
    [InlineData("https://evil.net", "a request goes to evil.net, which is not allowed")]
    [InlineData("https://notexample.com", "a request goes to notexample.com, which is not allowed")]
    [InlineData("https://example.com.attacker.io", "a request goes to example.com.attacker.io, which is not allowed")]
    [InlineData("https://www.example.com", "")]
    [InlineData("https://example.com", "a request goes to example.com, which is not allowed")]
    [InlineData("api.example.com", "a request has no absolute URL")]
    [InlineData("", "a request has no absolute URL")]
    public Task Requests_are_held_against_the_lists(string url, string reason) => Questions.InRunAsync(run =>
    {
        NetworkPolicy policy = new(new NetworkRules
        {
            AllowedDomains = ["*.example.com", "bad.example.org"],
            BlockedDomains = ["bad.example.org", "*.evil.net"],
        });
        run.RecordNetworkRequest(new NetworkRequest(url));

        Assert.Equal(reason, policy.Evaluate(Questions.Before(ScopeKind.Step, "step", run)).Reason);
    });

    [Theory]
    [InlineData("https://localhost:8080", false)]
    [InlineData("https://127.0.0.1", false)]
    [InlineData("https://127.1", false)]
    [InlineData("https://2130706433", false)]
    [InlineData("https://10.1.2.3", false)]
    [InlineData("https://172.16.0.1", false)]
    [InlineData("https://172.31.255.255", false)]
    [InlineData("https://172.32.0.1", true)]
    [InlineData("https://192.168.1.1", false)]
    [InlineData("https://169.254.169.254", false)]
    [InlineData("https://8.8.8.8", true)]
    [InlineData("https://[::1]", false)]
    [InlineData("https://[fd00::1]", false)]
    [InlineData("https://[fe80::1]", false)]
    [InlineData("https://[::ffff:10.0.0.1]", false)]
    [InlineData("https://[::ffff:8.8.8.8]", true)]
    [InlineData("https://[2001:4860:4860::8888]", true)]
    [InlineData("https://database", false)]
    [InlineData("https://printer.local", false)]
    [InlineData("https://api.corp.internal", false)]
    [InlineData("https://internal.example.com", true)]
    [InlineData("https://mylocal", false)]
    [InlineData("https://example.notlocal", true)]
    public Task External_hosts_can_be_blocked(string url, bool isExternal) => Questions.InRunAsync(run =>
    {
        run.RecordNetworkRequest(new NetworkRequest(url));

        PolicyResult answer = new NetworkPolicy(new NetworkRules { BlockExternal = true }).Evaluate(Questions.Before(ScopeKind.Step, "step", run));

        Assert.Equal(isExternal, answer.Blocked);
    });

    [Fact]
    public Task With_allowed_hosts_every_other_one_is_external() => Questions.InRunAsync(run =>
    {
        run.RecordNetworkRequest(new NetworkRequest("https://localhost"));
        NetworkPolicy policy = new(new NetworkRules { BlockExternal = true, AllowedDomains = ["api.example.com"] });

        Assert.Equal("a request goes to localhost, which is external", policy.Evaluate(Questions.Before(ScopeKind.Step, "step", run)).Reason);
    });

    [Fact]
    public Task Names_in_other_scripts_are_compared_in_their_ascii_form() => Questions.InRunAsync(run =>
    {
        run.RecordNetworkRequest(new NetworkRequest("https://bücher.example/regal"));
        NetworkPolicy policy = new(new NetworkRules { BlockedDomains = ["BÜCHER.example"] });

        Assert.Equal("a request goes to xn--bcher-kva.example, which is blocked", policy.Evaluate(Questions.Before(ScopeKind.Step, "step", run)).Reason);
    });

    [Fact]
    public Task A_block_stays_in_force_and_a_warning_is_given_once() => Questions.InRunAsync(run =>
    {
        NetworkPolicy blocking = new();
        NetworkPolicy warning = new(new NetworkRules { ActionOnViolation = PolicyAction.Warn });
        PolicyContext step = Questions.Before(ScopeKind.Step, "step", run);
        run.RecordNetworkRequest(new NetworkRequest("http://example.com"));

        Assert.Equal(PolicyAction.Block, blocking.Evaluate(step).Action);
        Assert.Equal(PolicyAction.Warn, warning.Evaluate(step).Action);

        run.RecordNetworkRequest(new NetworkRequest("https://example.com"));
        Assert.Equal(PolicyAction.Block, blocking.Evaluate(step).Action);
        Assert.Equal(PolicyAction.Allow, warning.Evaluate(step).Action);

        run.RecordNetworkRequest(new NetworkRequest("http://example.com"));
        Assert.Equal(PolicyAction.Warn, warning.Evaluate(step).Action);
    });

    [Fact]
    public Task Each_request_is_judged_once_even_when_only_the_newest_are_kept() => Questions.InRunAsync(run =>
    {
        NetworkPolicy warning = new(new NetworkRules { ActionOnViolation = PolicyAction.Warn });
        PolicyContext step = Questions.Before(ScopeKind.Step, "step", run);
        run.RecordNetworkRequest(new NetworkRequest("http://example.com"));
        for (int i = 0; i < 999; i++)
        {
            run.RecordNetworkRequest(new NetworkRequest("https://example.com"));
        }

        Assert.Equal(PolicyAction.Warn, warning.Evaluate(step).Action);
        run.RecordNetworkRequest(new NetworkRequest("https://example.com"));
        Assert.Equal(PolicyAction.Allow, warning.Evaluate(step).Action);
        for (int i = 0; i < 1500; i++)
        {
            run.RecordNetworkRequest(new NetworkRequest(i == 1000 ? "http://example.com" : "https://example.com"));
        }

        Assert.Equal(PolicyAction.Warn, warning.Evaluate(step).Action);
        Assert.Equal(PolicyAction.Allow, warning.Evaluate(step).Action);
    });

    [Fact]
    public async Task Runs_do_not_share_what_they_did()
    {
        NetworkPolicy policy = new();
        await Questions.InRunAsync(run =>
        {
            run.RecordNetworkRequest(new NetworkRequest("http://example.com"));
            Assert.True(policy.Evaluate(Questions.Before(ScopeKind.Step, "step", run)).Blocked);
        });
        await Questions.InRunAsync(run => Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.Before(ScopeKind.Step, "step", run))));
    }

    [Fact]
    public Task After_the_run_it_only_tells() => Questions.InRunAsync(run =>
    {
        NetworkPolicy policy = new();
        PolicyContext after = Questions.After(ScopeKind.Run, "agent", run);
        Assert.Same(PolicyResult.Allow, policy.Evaluate(after));

        run.RecordNetworkRequest(new NetworkRequest("https://a.example.com"));
        run.RecordNetworkRequest(new NetworkRequest("https://b.example.com"));
        run.RecordNetworkRequest(new NetworkRequest("https://A.example.com/again"));
        Assert.Equal("Allow: 3 requests to 2 hosts", policy.Evaluate(after).ToString());

        run.RecordNetworkRequest(new NetworkRequest("http://a.example.com"));
        Assert.Equal(PolicyAction.Warn, policy.Evaluate(after).Action);
        Assert.Same(PolicyResult.Allow, new NetworkPolicy(new NetworkRules { LogAllRequests = false, AllowedProtocols = [] }).Evaluate(after));
    });

    [Fact]
    public void A_configured_endpoint_that_is_blocked_keeps_runs_from_starting()
    {
        NetworkPolicy policy = new(new NetworkRules { Endpoints = ["https://fine.example.com", "https://evil.net/x"], BlockedDomains = ["evil.net"] });

        Assert.Equal("a configured endpoint goes to evil.net, which is blocked", policy.Evaluate(Questions.Before(ScopeKind.Run, "agent")).Reason);
    }

    [Fact]
    public void A_url_among_the_arguments_of_a_tool_can_be_checked_before_the_call()
    {
        NetworkPolicy policy = new(new NetworkRules { UrlArguments = ["url"], BlockedDomains = ["evil.net"] });
        PolicyResult Ask(CapturedValue url) =>
            policy.Evaluate(Questions.Before(ScopeKind.ToolCall, "fetch", arguments: CapturedValue.Map(("url", url))));

        Assert.Equal("argument \"url\" goes to evil.net, which is blocked", Ask("https://evil.net/x").Reason);
        Assert.Same(PolicyResult.Allow, Ask("https://example.com"));
        Assert.Same(PolicyResult.Allow, Ask("page two"));
        Assert.Same(PolicyResult.Allow, Ask(2));
    }

    [Fact]
    public async Task A_real_run_is_stopped_after_a_bad_request()
    {
        await using TestObserver test = new(options =>
        {
            options.Policies.Add(new NetworkPolicy());
            options.Policies.MidExecutionGovernance = true;
        });

        PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", run =>
        {
            run.RecordNetworkRequest(new NetworkRequest("https://example.com"));
            run.RecordNetworkRequest(new NetworkRequest("http://example.com"));
        }));

        Assert.Equal("network", violation.Result.Category);
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        NetworkRules rules = NetworkRules.Read(PolicyRules.Parse(
            """
            {"allowed_domains":["a"],"blocked_domains":["b"],"allowed_protocols":["http","https"],"block_external":true,
             "log_all_requests":false,"endpoints":["https://c"],"url_arguments":["url"],"action_on_violation":"warn"}
            """));

        Assert.Equal(["a"], rules.AllowedDomains);
        Assert.Equal(["b"], rules.BlockedDomains);
        Assert.Equal(["http", "https"], rules.AllowedProtocols);
        Assert.True(rules.BlockExternal);
        Assert.False(rules.LogAllRequests);
        Assert.Equal(["https://c"], rules.Endpoints);
        Assert.Equal(["url"], rules.UrlArguments);
        Assert.Equal(PolicyAction.Warn, rules.ActionOnViolation);
        Assert.Equal(["https"], NetworkRules.Read(PolicyRules.Parse("{}")).AllowedProtocols);
        Assert.Throws<ArgumentException>(() => new NetworkPolicy(new NetworkRules { AllowedDomains = ["https://a.com/"] }));
        Assert.Throws<ArgumentException>(() => new NetworkPolicy(new NetworkRules { AllowedDomains = ["a.com:443"] }));
        Assert.Throws<ArgumentException>(() => new NetworkPolicy(new NetworkRules { BlockedDomains = [""] }));
        Assert.NotNull(new NetworkPolicy(new NetworkRules { BlockedDomains = ["[::1]", "10.*"] }));
    }
}
