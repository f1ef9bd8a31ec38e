namespace Observe.Tests.Policies.Scope;

public class ScopePolicyTests
{
    [Theory]
    [InlineData(ChangeKind.RecordsModified, 100, "100 records modified", "101 records modified, more than 100")]
    [InlineData(ChangeKind.RecordsDeleted, 0, "none", "1 records deleted, more than 0")]
    [InlineData(ChangeKind.FilesChanged, 10, "10 files", "11 files changed, more than 10")]
    [InlineData(ChangeKind.TransactionAmount, 1000, "1000", "1001 moved in transactions, more than 1000")]
    [InlineData(ChangeKind.ApiWrites, 50, "50", "51 API writes, more than 50")]
    public Task A_change_above_its_limit_blocks_what_comes_next(ChangeKind kind, int limit, string allowed, string reason) => Questions.InRunAsync(run =>
    {
        ScopePolicy policy = new();
        run.RecordChange(kind, limit);
        Assert.True(policy.Evaluate(Questions.Before(ScopeKind.ToolCall, "tool", run)).Allowed, allowed);

        run.RecordChange(kind);

        PolicyResult answer = policy.Evaluate(Questions.Before(ScopeKind.ToolCall, "tool", run));
        Assert.Equal(PolicyAction.Block, answer.Action);
        Assert.Equal(reason, answer.Reason);
        Assert.Equal(PolicyAction.Warn, policy.Evaluate(Questions.After(ScopeKind.Run, "agent", run)).Action);
    });

    [Fact]
    public Task The_first_limit_exceeded_gives_the_answer() => Questions.InRunAsync(run =>
    {
        run.RecordChange(ChangeKind.ApiWrites, 100);
        run.RecordChange(ChangeKind.RecordsDeleted, 1);

        Assert.Contains("records deleted", new ScopePolicy().Evaluate(Questions.Checkpoint(run)).Reason, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_limit_can_be_left_out() => Questions.InRunAsync(run =>
    {
        run.RecordChange(ChangeKind.RecordsDeleted, 1_000_000);

        Assert.Same(PolicyResult.Allow, new ScopePolicy(new ScopeRules { MaxRecordsDeleted = null }).Evaluate(Questions.Checkpoint(run)));
    });

    [Fact]
    public Task Changes_without_rollback_are_warned_about_after_the_run() => Questions.InRunAsync(run =>
    {
        ScopePolicy policy = new(new ScopeRules { RequireRollbackCapability = true });
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.After(ScopeKind.Run, "agent", run)));

        run.RecordChange(ChangeKind.FilesChanged);
        Assert.Equal(PolicyAction.Warn, policy.Evaluate(Questions.After(ScopeKind.Run, "agent", run)).Action);

        run.SetTag("rollback", "true");
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.After(ScopeKind.Run, "agent", run)));
    });

    [Fact]
    public Task A_dry_run_is_asked_for_by_metadata() => Questions.InRunAsync(run =>
    {
        PolicyResult answer = new ScopePolicy(new ScopeRules { DryRunFirst = true }).Evaluate(Questions.Checkpoint(run));

        Assert.True(answer.Allowed);
        Assert.Equal("true", answer.Metadata["dry_run"]);
    });

    [Fact]
    public async Task A_real_run_that_deletes_too_much_cannot_go_on()
    {
        await using TestObserver test = new(options => options.Policies.Add(new ScopePolicy()));

        PolicyResult? verdict = null;
        test.Observer.Run("agent", run =>
        {
            Assert.True(run.CheckPolicy().Allowed);
            run.RecordChange(ChangeKind.RecordsDeleted, 3);
            verdict = run.CheckPolicy();
        });

        Assert.Equal("3 records deleted, more than 0", verdict!.Reason);
        Assert.True(verdict.Blocked);
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        ScopeRules rules = ScopeRules.Read(PolicyRules.Parse(
            """
            {"max_records_modified":1,"max_records_deleted":2,"max_files_changed":3,"max_transaction_amount":4.5,"max_api_writes":null,
             "require_rollback_capability":true,"dry_run_first":true,"action_on_violation":"warn"}
            """));

        Assert.Equal(
            new ScopeRules
            {
                MaxRecordsModified = 1,
                MaxRecordsDeleted = 2,
                MaxFilesChanged = 3,
                MaxTransactionAmount = 4.5m,
                MaxApiWrites = null,
                RequireRollbackCapability = true,
                DryRunFirst = true,
                ActionOnViolation = PolicyAction.Warn,
            },
            rules);
        Assert.Equal(new ScopeRules(), ScopeRules.Read(PolicyRules.Parse("{}")));
        Assert.Throws<PolicyFileException>(() => ScopeRules.Read(PolicyRules.Parse("""{"max_api_writes":-1}""")));
        Assert.Throws<ArgumentException>(() => new ScopePolicy(new ScopeRules { MaxFilesChanged = -1 }));
    }
}
