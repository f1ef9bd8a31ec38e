using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using Observe;
using Skyline.Support.Application;
using Skyline.Support.Domain;

namespace Skyline.Support.Agents;

/// <summary>Takes a case, finds who is good at it, and goes on until somebody has solved it. Each specialist is a child run.</summary>
public sealed partial class TriageAgent : ITriage
{
    private readonly Dictionary<Department, ISpecialist> _specialists;
    private readonly ICaseRepository _cases;
    private readonly IHumanDesk _desk;
    private readonly TimeProvider _clock;
    private readonly SupportOptions _options;

    public TriageAgent(
        IEnumerable<ISpecialist> specialists, ICaseRepository cases, IHumanDesk desk, TimeProvider clock, IOptions<SupportOptions> options)
    {
        _specialists = specialists.ToDictionary(static specialist => specialist.Department);
        _cases = cases;
        _desk = desk;
        _clock = clock;
        _options = options.Value;
    }

    [Observe("triage-agent", Workflow = "support", MidExecutionGovernance = true)]
    [Budget(MaxCostUsd = 1, Per = BudgetKey.Session)]
    public partial Task<CaseResult> TakeAsync(
        [SessionId] string conversation, SupportCase supportCase, CancellationToken cancellationToken = default);

    private async Task<CaseResult> TakeCoreAsync(
        string conversation, SupportCase supportCase, RunContext run, CancellationToken cancellationToken)
    {
        run.RecordUserMessage(supportCase.Text);
        Department department = RouteCase(supportCase);
        CaseResult result = CaseResult.HandOver(department, "");
        HashSet<Department> seen = [];
        for (int handOff = 0; result.NextDepartment is { } next && handOff < _options.MaxHandOffs; handOff++)
        {
            if (!seen.Add(next) && next != Department.Human)
            {
                break; // they would send the passenger in circles
            }

            run.RecordDelegation(new Delegation(next.ToString(), supportCase.Number));
            result = next == Department.Human
                ? await AskPersonAsync(supportCase, run, cancellationToken)
                : await _specialists[next].HandleAsync(supportCase, cancellationToken);
            supportCase = supportCase.With(new CaseNote(next, result.Message, _clock.GetUtcNow()));
        }

        ReviewHandling(supportCase.Notes.Count, result.Outcome);
        run.SetTag("outcome", result.Outcome.ToString());
        run.RecordScore("hand_offs", seen.Count);
        run.RecordScore("outcome", result.Outcome switch { CaseOutcome.Solved => "solved", CaseOutcome.Refused => "refused", _ => "open" });
        run.RecordAgentResponse(result.Message);
        await _cases.SaveAsync(supportCase, result, cancellationToken);
        return result;
    }

    [Decision("route_case")]
    private partial Department RouteCase(SupportCase supportCase);

    private static Decision<Department> RouteCaseCore(SupportCase supportCase)
    {
        (Department Department, string[] Words)[] rules =
        [
            (Department.Baggage, ["bag", "suitcase", "luggage"]),
            (Department.Refunds, ["refund", "money", "compensation"]),
            (Department.Rebooking, ["rebook", "missed", "another flight"]),
        ];
        foreach ((Department department, string[] words) in rules)
        {
            if (words.FirstOrDefault(word => supportCase.Text.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return new Decision<Department>(department, $"speaks of \"{found}\"", confidence: 0.9);
            }
        }

        return new Decision<Department>(Department.Human, "no rule fits", confidence: 0.3, metadata: CapturedValue.Map(("rules", rules.Length)));
    }

    [Reasoning("review_handling")]
    private partial string ReviewHandling(int departments, CaseOutcome outcome);

    private static string ReviewHandlingCore(int departments, CaseOutcome outcome) => (departments, outcome) switch
    {
        (<= 1, CaseOutcome.Solved) => "solved at once",
        (_, CaseOutcome.Solved) => $"solved after {departments} departments",
        _ => "not solved; a person has to look at it",
    };

    private async Task<CaseResult> AskPersonAsync(SupportCase supportCase, RunContext run, CancellationToken cancellationToken)
    {
        using HumanTurn turn = run.BeginHumanTurn($"Case {supportCase.Number} needs you", channel: "desk", action: "solve");
        DeskAnswer? answer = await _desk.AskAsync(supportCase.Number, _options.Patience, cancellationToken);
        if (answer is null)
        {
            return new CaseResult(CaseOutcome.Abandoned, "Nobody is free now. We write to you.");
        }

        turn.SetResponse(answer.Text, by: answer.Clerk);
        return CaseResult.Solved(answer.Text);
    }
}

public interface IHumanDesk
{
    Task<DeskAnswer?> AskAsync(string number, TimeSpan patience, CancellationToken cancellationToken);
}

public sealed record DeskAnswer(string Clerk, string Text);
