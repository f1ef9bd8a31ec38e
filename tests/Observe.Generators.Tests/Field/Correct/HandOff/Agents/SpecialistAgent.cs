using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Observe;
using Skyline.Support.Application;
using Skyline.Support.Domain;

namespace Skyline.Support.Agents;

/// <summary>What specialists share: a model to ask, rules to keep, a word for the passenger.</summary>
/// <typeparam name="TFinding">What the specialist finds out about a case.</typeparam>
public abstract partial class SpecialistAgent<TFinding> : ISpecialist
    where TFinding : class
{
    private readonly ICompletionService _completions;

    protected SpecialistAgent(ICompletionService completions, IOptions<SupportOptions> options, ILogger logger)
    {
        _completions = completions;
        Options = options.Value;
        Logger = logger;
    }

    public abstract Department Department { get; }

    protected SupportOptions Options { get; }

    protected ILogger Logger { get; }

    public abstract Task<CaseResult> HandleAsync(SupportCase supportCase, CancellationToken cancellationToken = default);

    protected abstract Task<TFinding> InvestigateAsync(SupportCase supportCase, CancellationToken cancellationToken);

    protected abstract CaseResult Conclude(SupportCase supportCase, TFinding finding, string message);

    /// <summary>The way every specialist works: look, write, conclude. What cannot be done is handed to a person.</summary>
    protected async Task<CaseResult> WorkAsync(SupportCase supportCase, RunContext run, CancellationToken cancellationToken)
    {
        run.SetTag("case", supportCase.Number);
        run.SetTag("tier", supportCase.Passenger.Tier);
        try
        {
            TFinding finding = await InvestigateAsync(supportCase, cancellationToken).ConfigureAwait(false);
            string message = await WriteAsync(Options.Model, supportCase.Text, cancellationToken).ConfigureAwait(false);
            CaseResult result = Conclude(supportCase, finding, message);
            run.RecordScore("solved", result.Outcome == CaseOutcome.Solved);
            return result;
        }
        catch (CaseException problem)
        {
            Logger.LogInformation("{Department} gives up on {Case}: {Reason}", Department, supportCase.Number, problem.Message);
            run.RecordScore("solved", false, problem.Message);
            return CaseResult.HandOver(Department.Human, problem.Message);
        }
        catch (PolicyViolationException violation)
        {
            Logger.LogWarning(violation, "{Policy} stops {Department}", violation.Result.PolicyName, Department);
            run.SetTag("stopped_by", violation.Result.PolicyName);
            return new CaseResult(CaseOutcome.Refused, "We are not allowed to do that.", Department.Human);
        }
    }

    [LlmCall("write_to_passenger", Task = "compose")]
    [Retry(3, DelayMilliseconds = 250)]
    protected partial Task<string> WriteAsync(string model, string text, CancellationToken cancellationToken);

    private async Task<LlmResult<string>> WriteCoreAsync(string model, string text, CancellationToken cancellationToken)
    {
        string instructions = Options.Instructions.TryGetValue(Department, out string? own) ? own : "Be brief.";
        Completion completion = await _completions.CompleteAsync(model, instructions, text, cancellationToken).ConfigureAwait(false);
        return new LlmResult<string>(
            completion.Text,
            TokenUsage.OpenAI(completion.Usage.PromptTokens, completion.Usage.CompletionTokens),
            completion.Model);
    }
}

/// <summary>The case cannot be solved here; the message may be shown to the passenger.</summary>
public sealed class CaseException : Exception
{
    public CaseException()
    {
    }

    public CaseException(string message)
        : base(message)
    {
    }

    public CaseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
