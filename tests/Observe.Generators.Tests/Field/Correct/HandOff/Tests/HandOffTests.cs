using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Observe;
using Skyline.Support.Agents;
using Skyline.Support.Application;
using Skyline.Support.Domain;
using Skyline.Support.Infrastructure;
using Xunit;

namespace Skyline.Support.Tests;

public sealed class HandOffTests : IAsyncLifetime
{
    private readonly InMemoryExporter _memory = new();
    private readonly FakeAirline _airline = new();
    private readonly IOptions<SupportOptions> _options = Options.Create(new SupportOptions());
    private Observer _observer = null!;

    public Task InitializeAsync()
    {
        _observer = Observer.Create(options =>
        {
            options.Exporters.Add(_memory);
            options.Policies.ApprovalHandler = new AutoApproveHandler();
        });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _observer.DisposeAsync();

    [Fact]
    public async Task A_lost_bag_goes_to_baggage()
    {
        CaseResult result = await TakeAsync("My suitcase is gone, tag 0123456789");

        Assert.Equal(CaseOutcome.Solved, result.Outcome);
        RunTrace triage = Assert.Single(_memory.Runs, static run => run.Agent == "triage-agent");
        Assert.Equal("conv-1", triage.SessionId);
        Assert.Contains(_memory.Runs, run => run.Agent == "baggage-agent" && run.TraceId == triage.TraceId);
    }

    [Theory]
    [InlineData("I want a refund, the flight was cancelled", "refund-agent")]
    [InlineData("I missed it, is there another flight?", "rebooking-agent")]
    public async Task A_case_is_a_child_run_of_its_specialist(string text, string agent)
    {
        await TakeAsync(text);

        RunTrace specialist = Assert.Single(_memory.Runs, run => run.Agent == agent);
        Assert.NotNull(specialist.ParentSpanId);
        Assert.DoesNotContain("jane@", specialist.Arguments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_needs_a_person()
    {
        await using Observer strict = Observer.Create(options =>
        {
            options.Exporters.Add(_memory);
            options.Policies.ApprovalHandler = new AutoDenyHandler();
        });
        using (strict.Activate())
        {
            CaseResult result = await Triage().TakeAsync("conv-2", CaseOf("refund please, cancelled"));

            Assert.NotEqual(CaseOutcome.Solved, result.Outcome);
        }

        Assert.True((await strict.FlushAsync()).IsComplete);
        Assert.Equal(0, _airline.PaidOut);
    }

    [Fact]
    public async Task A_budget_of_nothing_blocks_everything()
    {
        await using Observer strict = Observer.Create(options =>
        {
            options.Exporters.Add(_memory);
            options.Policies.Add(new MaxStepsPolicy(0));
        });
        using IDisposable active = strict.Activate();
        BaggageAgent agent = new(_airline, new FakeCompletions(), _options, NullLogger<BaggageAgent>.Instance);

        CaseResult result = await agent.HandleAsync(CaseOf("My bag 0123456789"));

        Assert.Equal(CaseOutcome.Refused, result.Outcome);
    }

    private async Task<CaseResult> TakeAsync(string text)
    {
        CaseResult result;
        using (_observer.Activate())
        {
            result = await Triage().TakeAsync("conv-1", CaseOf(text));
        }

        FlushResult written = await _observer.FlushAsync();
        Assert.True(written.IsComplete);
        return result;
    }

    private TriageAgent Triage()
    {
        FakeCompletions completions = new();
        ISpecialist[] specialists =
        [
            new BaggageAgent(_airline, completions, _options, NullLogger<BaggageAgent>.Instance),
            new RefundAgent(_airline, _airline, completions, _options, NullLogger<RefundAgent>.Instance),
            new RebookingAgent(_airline, TimeProvider.System, completions, _options, NullLogger<RebookingAgent>.Instance),
        ];
        return new TriageAgent(specialists, new CaseRepository(), new EmptyDesk(), TimeProvider.System, _options);
    }

    private static SupportCase CaseOf(string text) => new()
    {
        Number = "C-1",
        Passenger = new Passenger("P-7", "Jane Doe", "jane@example.org", new DateOnly(1990, 1, 1)),
        Text = text,
        Booking = "XK7Q2A",
    };
}
