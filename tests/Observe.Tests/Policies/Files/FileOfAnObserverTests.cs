namespace Observe.Tests.Policies.Files;

public sealed class FileOfAnObserverTests
{
    [Fact]
    public async Task A_policy_of_a_file_blocks_the_agents_that_it_is_for()
    {
        using TemporaryFile file = new(
            """[ { "name": "stop", "category": "stub", "rules": { "answer": "block" }, "scope": { "agents": ["codex-*"] } } ]""");
        await using TestObserver test = new(options => Add(options, file));
        List<string> called = [];

        test.Observer.Run("support", _ => called.Add("support"));
        PolicyViolationException exception = Assert.Throws<PolicyViolationException>(
            () => test.Observer.Run("codex-7", _ => called.Add("codex-7")));

        Assert.Equal(["support"], called);
        Assert.Equal(("stop", "stub", "as the file says"), (exception.Result.PolicyName, exception.Result.Category, exception.Result.Reason));
        RunTrace blocked = Assert.Single(await test.RunsAsync(), run => run.Agent == "codex-7");
        Assert.Equal(Outcome.Blocked, blocked.Outcome);
    }

    [Fact]
    public async Task A_changed_file_counts_for_the_next_run()
    {
        using TemporaryFile file = new("[]");
        await using TestObserver test = new(options => Add(options, file));
        test.Observer.Run("agent", _ => { });

        file.Write("""[ { "name": "stop", "category": "stub", "rules": { "answer": "block" } } ]""");

        await UntilAsync(() => Record.Exception(() => test.Observer.Run("agent", _ => { })) is PolicyViolationException);
        Assert.Empty(test.Warnings);
    }

    [Fact]
    public async Task A_changed_file_that_is_wrong_is_a_warning_of_the_observer()
    {
        using TemporaryFile file = new("""[ { "name": "stop", "category": "stub", "rules": { "answer": "block" } } ]""");
        await using TestObserver test = new(options => Add(options, file));

        file.Write("""[ { "name": "stop", "category": "stub", "rules": { "answer": "stop" } } ]""");

        await UntilAsync(() => test.Warnings.Length > 0);
        Assert.Contains($"{file.FullPath}(1): $[0].rules.answer: \"stop\" must be one of", Assert.Single(test.Warnings), StringComparison.Ordinal);
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => { }));
    }

    [Fact]
    public async Task A_file_gives_an_observer_the_built_in_policies_too()
    {
        using TemporaryFile file = new(
            """[ { "name": "few", "category": "rate_limit", "rules": { "max_per_minute": 2, "max_per_hour": null, "max_concurrent": null } } ]""");
        await using TestObserver test = new(options => Add(options, file));
        test.Observer.Run("agent", _ => { });
        test.Observer.Run("agent", _ => { });

        Assert.Equal("few", Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => { })).Result.PolicyName);
    }

    private static void Add(ObserverOptions options, TemporaryFile file) => options.Policies
        .AddCategory("stub", definition => new FilePolicyStub(definition))
        .AddFile(file.FullPath, new PolicyFileOptions { PollInterval = TimeSpan.FromMilliseconds(10), SettleTime = TimeSpan.FromMilliseconds(1) });

    private static async Task UntilAsync(Func<bool> isReached)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
        while (!isReached())
        {
            await Task.Delay(5, limit.Token);
        }
    }
}
