using Observe.CompilerServices;

namespace Observe.Tests.Runs;

public class TimeTests
{
    private static readonly ScopeDescriptor s_step = new(ScopeKind.Step, "step");

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(10_000_000)]
    public async Task Times_are_those_of_the_clock(long frequency)
    {
        ManualClock clock = new(frequency);
        await using TestObserver test = new(options => options.TimeProvider = clock);
        clock.Advance(TimeSpan.FromHours(5));
        await test.Observer.RunAsync("agent", async _ =>
        {
            clock.Advance(TimeSpan.FromTicks(3));
            Assert.True(ObservedCall.TryBeginScope(s_step, out ObservedCall call));
            call.Enter();
            clock.Advance(TimeSpan.FromTicks(5));
            call.Exit();
            await Task.Yield();
            clock.Advance(TimeSpan.FromTicks(7));
        });
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal(ManualClock.Start.AddHours(5), run.StartTime);
        Assert.Equal(TimeSpan.FromTicks(15), run.Duration);
        ScopeTrace step = Assert.Single(run.Scopes);
        Assert.Equal(run.StartTime.AddTicks(3), step.StartTime);
        Assert.Equal(TimeSpan.FromTicks(5), step.Duration);
    }

    [Fact]
    public async Task The_clock_of_the_system_is_used_unless_another_is_given()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        RunTrace run = await TestObserver.TraceAsync(_ => { });
        Assert.InRange(run.StartTime, before, DateTimeOffset.UtcNow);
        Assert.True(run.Duration >= TimeSpan.Zero);
    }
}
