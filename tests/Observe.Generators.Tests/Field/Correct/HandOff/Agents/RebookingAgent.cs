using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Observe;
using Skyline.Support.Application;
using Skyline.Support.Domain;

namespace Skyline.Support.Agents;

public sealed record RebookingFinding(string Booking, Flight? Flight, string? Confirmation);

public sealed partial class RebookingAgent(
    IAirlineGateway airline, TimeProvider clock, ICompletionService completions, IOptions<SupportOptions> options, ILogger<RebookingAgent> logger)
    : SpecialistAgent<RebookingFinding>(completions, options, logger)
{
    private const int DaysAhead = 3;

    public override Department Department => Department.Rebooking;

    [Observe("rebooking-agent", Workflow = "support")]
    public override partial Task<CaseResult> HandleAsync(SupportCase supportCase, CancellationToken cancellationToken = default);

    private async Task<CaseResult> HandleCoreAsync(SupportCase supportCase, RunContext run, CancellationToken cancellationToken) =>
        await WorkAsync(supportCase, run, cancellationToken).ConfigureAwait(false);

    protected override async Task<RebookingFinding> InvestigateAsync(SupportCase supportCase, CancellationToken cancellationToken)
    {
        string booking = supportCase.Booking ?? throw new CaseException("Which booking is it about?");
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Flight[][] flights = await Task.WhenAll(Enumerable.Range(0, DaysAhead).Select(async day =>
            (await FindFlightsAsync(booking, today.AddDays(day), cancellationToken)).ToArray()));

        if (PickFlight([.. flights.SelectMany(static day => day)]) is not { } flight)
        {
            return new RebookingFinding(booking, null, null);
        }

        return new RebookingFinding(booking, flight, await RebookAsync(booking, flight.Number, cancellationToken));
    }

    protected override CaseResult Conclude(SupportCase supportCase, RebookingFinding finding, string message) =>
        finding is { Flight: { } flight, Confirmation: { } confirmation }
            ? CaseResult.Solved($"{message} You fly with {flight.Number} at {flight.Departure:g} ({confirmation}).")
            : CaseResult.HandOver(Department.Human, "There is no seat in the next days.");

    [Retrieval("find_flights", Source = "flight-plan")]
    private partial Task<IReadOnlyList<Flight>> FindFlightsAsync(string booking, DateOnly day, CancellationToken cancellationToken);

    private Task<IReadOnlyList<Flight>> FindFlightsCoreAsync(string booking, DateOnly day, CancellationToken cancellationToken) =>
        airline.FindFlightsAsync(booking, day, cancellationToken);

    // What can be chosen is not known before the flights are.
    [Step("pick_flight")]
    private partial Flight? PickFlight(IReadOnlyList<Flight> flights);

    private static Flight? PickFlightCore(IReadOnlyList<Flight> flights, RunContext run)
    {
        Flight? best = flights.Where(static flight => flight.FreeSeats > 0).MinBy(static flight => flight.Departure);
        if (best is not null)
        {
            run.RecordDecision("flight", [.. flights.Select(static flight => flight.Number)], best.Number, "the first with a free seat", confidence: 0.9);
        }

        return best;
    }

    [ToolCall("rebook", ToolType = ToolTypes.Api)]
    [Retry(2, On = [typeof(TimeoutException)])]
    private partial Task<string> RebookAsync(string booking, string flight, CancellationToken cancellationToken);

    private Task<string> RebookCoreAsync(string booking, string flight, CancellationToken cancellationToken) =>
        airline.RebookAsync(booking, flight, cancellationToken);
}
