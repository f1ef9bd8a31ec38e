using Cases.Admissions;

namespace Observe.Behaviour.Tests.Governance;

/// <summary>Policies of the observer guard methods that carry none.</summary>
public sealed class ObserverWideTests
{
    [Fact]
    public async Task A_method_without_policies_is_guarded_by_those_of_the_observer()
    {
        Gatekeeper.Answer = (context, _) => new(context.Kind == ScopeKind.Run ? PolicyResult.Allow : PolicyResult.Block("no"));
        await using Recording recording = Recording.Start(options => options.Policies.Add(new Gatekeeper()));
        Plain plain = new();
        await recording.Observer.RunAsync("test", async _ =>
        {
            Assert.Throws<PolicyViolationException>(() => plain.Add(1));
            await Assert.ThrowsAsync<PolicyViolationException>(() => plain.AddAsync(1));
            await Assert.ThrowsAsync<PolicyViolationException>(() => GateCalls.ReadAsync(plain.StreamAsync()));
            Assert.Throws<PolicyViolationException>(() => plain.Again());
        });

        Assert.Equal(0, plain.Calls);
        RunTrace run = await recording.RunAsync();
        Assert.Equal(4, run.Scopes.Count);
        Assert.All(run.Scopes, scope => Assert.Equal(Outcome.Blocked, scope.Outcome));
    }

    [Fact]
    public async Task A_run_without_policies_is_guarded_by_those_of_the_observer()
    {
        Gatekeeper.Answer = (_, _) => new(PolicyResult.Block("no"));
        await using Recording recording = Recording.Start(options => options.Policies.Add(new Gatekeeper()));
        Plain plain = new();
        await Assert.ThrowsAsync<PolicyViolationException>(() => plain.RunAsync());
        Assert.Equal(0, plain.Calls);
        Assert.Equal(Outcome.Blocked, (await recording.RunAsync()).Outcome);
    }
}
