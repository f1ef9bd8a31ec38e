using Cases.Roles;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class RolesTests
{
    private const string Canary = "canary-iban";
    private readonly Roles _roles = new();
    private readonly Account _account = new("Ada", Canary);

    [Fact]
    public async Task Parameters_say_who_runs()
    {
        Guid endUser = Guid.Parse("8c1f3b52-5f6a-4d0e-9b57-0a8f3f2b9c11");
        RunTrace run = await Everywhere.RunAsync(async () =>
            Assert.Equal(2, await _roles.RunAsync("s-1", 42, endUser, Plan.Team, "v-1", "high", 7, _account, [1, 2], Canary)));

        Assert.Equal(("roles", "onboarding"), (run.Agent, run.Workflow));
        Assert.Equal(
            ("s-1", "42", endUser.ToString(), "Team", "v-1"),
            (run.SessionId, run.UserId, run.EndUserId, run.UserGroup, run.AnonymousId));
        Assert.Equal(
            [KeyValuePair.Create("priority", "high"), KeyValuePair.Create("tenant.id-1", "7"), KeyValuePair.Create("plan", "Team")],
            run.Tags);
        Assert.Equal(
            [
                KeyValuePair.Create("account", """{"Name":"Ada","Iban":"##SENSITIVE##"}"""),
                KeyValuePair.Create("attempts", "[1,2]"),
                KeyValuePair.Create("password", "\"##SENSITIVE##\""),
                KeyValuePair.Create("seen", "\"2026-01-02T03:04:05Z\""),
            ],
            run.Metadata);
        Assert.Equal(
            $$"""{"session":"s-1","user":42,"endUser":"{{endUser}}","group":"Team","visitor":"v-1","priority":"high","tenant":7,"account":{"Name":"Ada","Iban":"##SENSITIVE##"},"password":"##SENSITIVE##"}""",
            run.Arguments);
        Assert.Equal("2", run.Result);
        Assert.Equal([(ScopeKind.Step, "check", """{"plan":"Team","at":"2026-01-02T03:04:05Z"}""", null)], run.Calls());
        Assert.DoesNotContain(Canary, run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_parameter_does_not_say_the_attribute_says()
    {
        RunTrace run = await Everywhere.RunAsync(async () =>
            Assert.Equal(0, await _roles.RunAsync(null, 0, null, Plan.Free, " ", null!, -1, null!, [], null!)));

        Assert.Equal(
            ("s-default", "0", "e-default", "Free", null),
            (run.SessionId, run.UserId, run.EndUserId, run.UserGroup, run.AnonymousId));
        Assert.Equal([KeyValuePair.Create("tenant.id-1", "-1"), KeyValuePair.Create("plan", "Free")], run.Tags);
        Assert.Equal(
            ["null", "[]", "\"##SENSITIVE##\"", "\"2026-01-02T03:04:05Z\""],
            run.Metadata.Select(entry => entry.Value));
    }

    [Fact]
    public async Task A_body_that_throws_leaves_tags_and_identity_behind()
    {
        RunTrace run = await Everywhere.RunAsync(async () => await Assert.ThrowsAsync<NullReferenceException>(
            () => _roles.RunAsync("s-1", 42, null, (Plan)9, 3.5, "high", 7, _account, null!, Canary)));

        Assert.Equal((Outcome.Error, "System.NullReferenceException", null), (run.Outcome, run.Error!.Type, run.Result));
        Assert.Equal(("42", "9", "3.5"), (run.UserId, run.UserGroup, run.AnonymousId));
        Assert.Equal(["high", "7", "9"], run.Tags.Select(tag => tag.Value));
        Assert.DoesNotContain(Canary, run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_of_a_step_belong_to_the_run_around_it()
    {
        DateTime at = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified);
        RunTrace run = await Everywhere.CallAsync(() => _roles.Check(Plan.Free, at));
        Assert.Equal([KeyValuePair.Create("plan", "Free")], run.Tags);
        Assert.Equal([KeyValuePair.Create("seen", "\"2026-01-02T03:04:05\"")], run.Metadata);
    }

    [Fact]
    public async Task A_value_of_a_type_parameter_says_who_runs()
    {
        RunTrace run = await Everywhere.RunAsync(() => Assert.Equal(2, Roles.Minimal(5, "me")));
        Assert.Equal(("Roles", "default", "5", "me"), (run.Agent, run.Workflow, run.SessionId, run.UserId));
        Assert.Equal(("""{"session":5,"user":"me"}""", "2"), (run.Arguments, run.Result));
    }

    [Fact]
    public async Task A_child_run_inherits_whom_it_does_not_name_itself()
    {
        RunOptions outer = new() { SessionId = "outer", UserId = "outer", EndUserId = "outer", UserGroup = "outer", AnonymousId = "outer" };
        IReadOnlyList<RunTrace> runs = await Everywhere.RunInsideAsync(() => Task.FromResult(Roles.Minimal<string?>(null, "me")), outer);
        RunTrace child = runs[0];
        Assert.Equal(("Roles", "outer", "me", "outer", "outer"), (child.Agent, child.SessionId, child.UserId, child.EndUserId, child.UserGroup));
        Assert.Equal(runs[1].SpanId, child.ParentSpanId);
    }
}
