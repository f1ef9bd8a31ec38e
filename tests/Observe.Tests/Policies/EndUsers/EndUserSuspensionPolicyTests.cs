namespace Observe.Tests.Policies.EndUsers;

public class EndUserSuspensionPolicyTests
{
    private static readonly EndUserDirectory s_users = new(new EndUser("ann"), new EndUser("bob") { Suspended = true });

    [Theory]
    [InlineData("bob", true)]
    [InlineData("ann", false)]
    [InlineData("stranger", false)]
    [InlineData(null, false)]
    public Task Nothing_runs_for_a_suspended_customer(string? user, bool blocks) => Questions.InRunAsync(
        run =>
        {
            EndUserSuspensionPolicy policy = new();
            Assert.Equal(blocks, policy.Evaluate(Questions.Before(ScopeKind.Run, "agent", run, users: s_users)).Blocked);
            Assert.Equal(blocks, policy.Evaluate(Questions.Before(ScopeKind.ToolCall, "tool", run, users: s_users)).Blocked);
        },
        new RunOptions { EndUserId = user });

    [Fact]
    public Task Switched_off_or_without_a_directory_it_lets_pass() => Questions.InRunAsync(
        run =>
        {
            EndUserSuspensionPolicy off = new(new EndUserSuspensionRules { Enabled = false });
            Assert.Same(PolicyResult.Allow, off.Evaluate(Questions.Before(ScopeKind.Run, "agent", run, users: s_users)));
            Assert.Same(PolicyResult.Allow, new EndUserSuspensionPolicy().Evaluate(Questions.Before(ScopeKind.Run, "agent", run)));
        },
        new RunOptions { EndUserId = "bob" });

    [Fact]
    public async Task A_real_run_of_a_suspended_customer_is_blocked_and_the_next_one_of_a_reinstated_customer_is_not()
    {
        EndUserDirectory users = new(new EndUser("bob") { Suspended = true });
        await using TestObserver test = new(options =>
        {
            options.Policies.Add(new EndUserSuspensionPolicy());
            options.Policies.EndUsers = users;
        });
        RunOptions forBob = new() { EndUserId = "bob" };
        bool ran = false;

        PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => { ran = true; }, forBob));
        Assert.Equal("end-user-suspension", violation.Result.PolicyName);
        Assert.False(ran);

        users.Set(new EndUser("bob"));
        test.Observer.Run("agent", _ => { ran = true; }, forBob);
        Assert.True(ran);
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        EndUserSuspensionRules rules = EndUserSuspensionRules.Read(PolicyRules.Parse("""{"enabled":false,"grace_seconds":60}"""));

        Assert.Equal(new EndUserSuspensionRules { Enabled = false, GraceSeconds = 60 }, rules);
        Assert.Equal(new EndUserSuspensionRules(), EndUserSuspensionRules.Read(PolicyRules.Parse("{}")));
        Assert.Throws<PolicyFileException>(() => EndUserSuspensionRules.Read(PolicyRules.Parse("""{"grace_seconds":-1}""")));
    }
}
