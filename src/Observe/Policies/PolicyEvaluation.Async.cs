namespace Observe.Policies;

internal sealed partial class PolicyEvaluation
{
    /// <summary>Asks every policy without holding a thread. Complete at once when every answer is there at once.</summary>
    public ValueTask RunAsync(CancellationToken cancellationToken)
    {
        while (Next() is { } entry)
        {
            ValueTask<PolicyResult> pending;
            try
            {
                pending = Start(entry, cancellationToken);
            }
            catch (Exception cancellation)
            {
                return ValueTask.FromException(cancellation);
            }

            if (!pending.IsCompletedSuccessfully)
            {
                return FinishAsync(entry, pending, cancellationToken);
            }

            PolicyResult answer = pending.Result ?? Failed(entry, "gave no answer");
            if (ShouldAskAgain(answer) || ApproverOf(answer) is not null)
            {
                return FinishAsync(entry, new(answer), cancellationToken);
            }

            Take(entry, answer);
        }

        return default;
    }

    private async ValueTask FinishAsync(PolicyEntry first, ValueTask<PolicyResult> pending, CancellationToken cancellationToken)
    {
        PolicyResult answer = await AnswerAsync(first, pending, cancellationToken).ConfigureAwait(false);
        for (PolicyEntry? entry = first; entry is not null; entry = Next())
        {
            if (!ReferenceEquals(entry, first))
            {
                answer = await AskAsync(entry, cancellationToken).ConfigureAwait(false);
            }

            while (ShouldAskAgain(answer))
            {
                Record(entry, answer);
                await Pause.ForAsync(PauseBefore(answer), _context.TimeProvider, cancellationToken).ConfigureAwait(false);
                _context.Attempt++;
                answer = await AskAsync(entry, cancellationToken).ConfigureAwait(false);
            }

            Take(entry, answer);
            if (ApproverOf(answer) is { } approver
                && await AskForApprovalAsync(approver, answer, cancellationToken).ConfigureAwait(false))
            {
                Verdict = _beforeBlock;
            }
        }
    }

    private ValueTask<PolicyResult> AskAsync(PolicyEntry entry, CancellationToken cancellationToken) =>
        AnswerAsync(entry, Start(entry, cancellationToken), cancellationToken);

    private ValueTask<PolicyResult> Start(PolicyEntry entry, CancellationToken cancellationToken)
    {
        if (t_depth >= Deepest)
        {
            return new(Failed(entry, AsksItself));
        }

        t_depth++;
        try
        {
            return entry.Policy.EvaluateAsync(_context, cancellationToken);
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            return new(Failed(entry, $"failed with {exception.GetType().Name}"));
        }
        finally
        {
            t_depth--;
        }
    }

    private static async ValueTask<PolicyResult> AnswerAsync(
        PolicyEntry entry, ValueTask<PolicyResult> pending, CancellationToken cancellationToken)
    {
        try
        {
            return await pending.ConfigureAwait(false) ?? Failed(entry, "gave no answer");
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            return Failed(entry, $"failed with {exception.GetType().Name}");
        }
    }

    private static bool IsCancellation(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
