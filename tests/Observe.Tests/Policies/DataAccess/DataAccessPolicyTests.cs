namespace Observe.Tests.Policies.DataAccess;

public class DataAccessPolicyTests
{
    private static readonly DataAccessRules s_rules = new()
    {
        AllowedDataSources = ["orders", "customers", "logs_*", "secrets"],
        BlockedDataSources = ["secrets"],
        ReadOnlySources = ["customers"],
    };

    [Theory]
    [InlineData("orders", "write", null, "Allow")]
    [InlineData("Orders", "read", 1000, "Allow")]
    [InlineData("orders", "read", 1001, "Warn: 1001 records of source \"orders\" in one access, more than 1000")]
    [InlineData("logs_2026", "read", null, "Allow")]
    [InlineData("secrets", "read", null, "Block: source \"secrets\" is blocked")]
    [InlineData("payroll", "read", null, "Block: source \"payroll\" is not allowed")]
    [InlineData("customers", "READ", null, "Allow")]
    [InlineData("customers", "write", null, "Block: source \"customers\" is read-only")]
    [InlineData("customers", "upsert", 5000, "Block: source \"customers\" is read-only")]
    public Task Accesses_are_held_against_the_lists(string source, string operation, int? records, string answer) => Questions.InRunAsync(run =>
    {
        run.RecordDataAccess(new Observe.DataAccess(source, operation, records));

        Assert.Equal(answer, new DataAccessPolicy(s_rules).Evaluate(Questions.Before(ScopeKind.ToolCall, "tool", run)).ToString());
    });

    [Fact]
    public Task The_most_severe_of_several_accesses_counts_and_stays_in_force() => Questions.InRunAsync(run =>
    {
        DataAccessPolicy policy = new(s_rules);
        run.RecordDataAccess(new Observe.DataAccess("orders", Records: 5000));
        run.RecordDataAccess(new Observe.DataAccess("secrets"));
        run.RecordDataAccess(new Observe.DataAccess("orders"));

        Assert.Contains("secrets", policy.Evaluate(Questions.Before(ScopeKind.Step, "step", run)).Reason, StringComparison.Ordinal);
        Assert.True(policy.Evaluate(Questions.Before(ScopeKind.Step, "step", run)).Blocked);
    });

    [Fact]
    public Task Too_many_records_never_block_and_are_told_once() => Questions.InRunAsync(run =>
    {
        DataAccessPolicy policy = new(s_rules);
        run.RecordDataAccess(new Observe.DataAccess("orders", Records: 5000));

        Assert.Equal(PolicyAction.Warn, policy.Evaluate(Questions.Before(ScopeKind.Step, "step", run)).Action);
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.Before(ScopeKind.Step, "step", run)));
    });

    [Fact]
    public Task After_the_run_it_sums_up_or_warns() => Questions.InRunAsync(run =>
    {
        DataAccessPolicy policy = new(s_rules);
        PolicyContext after = Questions.After(ScopeKind.Run, "agent", run);
        Assert.Same(PolicyResult.Allow, policy.Evaluate(after));

        run.RecordDataAccess(new Observe.DataAccess("orders"));
        run.RecordDataAccess(new Observe.DataAccess("orders", "write"));
        run.RecordDataAccess(new Observe.DataAccess("customers"));
        Assert.Equal("Allow: 3 accesses to 2 sources, 1 of them written", policy.Evaluate(after).ToString());

        run.RecordDataAccess(new Observe.DataAccess("secrets"));
        Assert.Equal("Warn: source \"secrets\" is blocked", policy.Evaluate(after).ToString());
    });

    [Fact]
    public void A_configured_source_that_is_blocked_keeps_runs_from_starting()
    {
        DataAccessPolicy policy = new(s_rules with { DataSources = ["orders", "secrets"] });

        Assert.Equal("Block: configured source \"secrets\" is blocked", policy.Evaluate(Questions.Before(ScopeKind.Run, "agent")).ToString());
        Assert.Same(PolicyResult.Allow, new DataAccessPolicy(s_rules).Evaluate(Questions.Before(ScopeKind.Run, "agent")));
    }

    [Fact]
    public async Task A_real_run_is_told_by_a_check()
    {
        await using TestObserver test = new(options => options.Policies.Add(new DataAccessPolicy(s_rules)));

        PolicyResult? verdict = null;
        test.Observer.Run("agent", run =>
        {
            run.RecordDataAccess(new Observe.DataAccess("payroll"));
            verdict = run.CheckPolicy();
        });

        Assert.True(verdict!.Blocked);
        Assert.Equal("data-access", verdict.Category);
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        DataAccessRules rules = DataAccessRules.Read(PolicyRules.Parse(
            """
            {"allowed_data_sources":["a"],"blocked_data_sources":["b"],"read_only_sources":["c"],"max_records_per_query":null,
             "data_sources":["d"],"action_on_violation":"warn"}
            """));

        Assert.Equal(["a"], rules.AllowedDataSources);
        Assert.Equal(["b"], rules.BlockedDataSources);
        Assert.Equal(["c"], rules.ReadOnlySources);
        Assert.Null(rules.MaxRecordsPerQuery);
        Assert.Equal(["d"], rules.DataSources);
        Assert.Equal(PolicyAction.Warn, rules.ActionOnViolation);
        Assert.Equal(1000, DataAccessRules.Read(PolicyRules.Parse("{}")).MaxRecordsPerQuery);
        Assert.Throws<ArgumentException>(() => new DataAccessPolicy(new DataAccessRules { MaxRecordsPerQuery = -1 }));
        Assert.Throws<ArgumentException>(() => new DataAccessPolicy(new DataAccessRules { ReadOnlySources = [""] }));
    }
}
