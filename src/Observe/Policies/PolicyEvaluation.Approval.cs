using Observe.Runs;

namespace Observe.Policies;

internal sealed partial class PolicyEvaluation
{
    private PolicyResult _beforeBlock = PolicyResult.Allow;

    /// <summary>Who may lift a block: nobody for a throttle, and nobody after the fact.</summary>
    private IApprovalHandler? ApproverOf(PolicyResult answer) =>
        answer.Action == PolicyAction.Block && _question.CanHold ? _question.Run.ApprovalHandler ?? _options.ApprovalHandler : null;

    private bool AskForApproval(IApprovalHandler approver, PolicyResult answer, CancellationToken cancellationToken) =>
        Wait.For(() => AskForApprovalAsync(approver, answer, cancellationToken));

    private async Task<bool> AskForApprovalAsync(IApprovalHandler approver, PolicyResult answer, CancellationToken cancellationToken)
    {
        ApprovalRequest request = RequestFor(answer);
        long began = _recorder.Now();
        ApprovalDecision decision = await DecideAsync(approver, request, began, cancellationToken).ConfigureAwait(false);
        _last = _recorder.Now();
        _question.Run.RecordHumanTurn(
            _question.ScopeId,
            began,
            new HumanTurnFacts
            {
                Name = "approval",
                Prompt = $"{request.Operation}: {answer.Reason}",
                Channel = approver.GetType().Name,
                Response = decision.Approved ? "approved" : "denied",
                By = decision.By,
                Reason = decision.Reason,
            });
        if (decision.Approved)
        {
            (_context.Policy as IApprovalListener)?.OnApproved(_context);
        }

        return decision.Approved;
    }

    private async Task<ApprovalDecision> DecideAsync(IApprovalHandler approver, ApprovalRequest request, long began, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(request.Timeout, _context.TimeProvider);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            // The handler may ignore its token, or hold its thread: the wait ends with the time all the same.
            Task<ApprovalDecision> pending = Task.Run(() => approver.RequestAsync(request, both.Token).AsTask(), CancellationToken.None);
            return await pending.WaitAsync(both.Token).ConfigureAwait(false)
                ?? new ApprovalDecision(false, Reason: "the handler gave no answer");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested || IsTimeUp(request, began))
        {
            bool goesOn = request.Result.Metadata.TryGetValue("action_on_timeout", out string? action) && action == "warn";
            return new ApprovalDecision(goesOn, Reason: $"no answer within {request.Timeout}");
        }
        catch (Exception exception)
        {
            return new ApprovalDecision(false, Reason: $"the handler failed with {exception.GetType().Name}");
        }
    }

    /// <summary>A handler may keep the time itself, with a timer that fires a moment before ours.</summary>
    private bool IsTimeUp(ApprovalRequest request, long began) =>
        _context.TimeProvider.GetElapsedTime(began, _recorder.Now()) + TimeSpan.FromSeconds(1) >= request.Timeout;

    private ApprovalRequest RequestFor(PolicyResult answer) => new()
    {
        Result = answer.From(_context.Policy!),
        Agent = _question.Run.Agent,
        RunId = _question.Run.RunId,
        Kind = _question.Kind,
        Operation = _question.Name,
        Arguments = _question.Arguments.ToJson(),
        Approvers = answer.Metadata.TryGetValue("approvers", out string? approvers)
            ? approvers.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [],
        Timeout = answer.Metadata.TryGetValue("timeout_minutes", out string? minutes)
            && double.TryParse(minutes, System.Globalization.CultureInfo.InvariantCulture, out double value) && value is > 0 and < 14_400
            ? TimeSpan.FromMinutes(value)
            : TimeSpan.FromMinutes(30),
    };
}
