using Observe.CompilerServices;
using Observe.Recording;

namespace Observe.Runs;

/// <summary>Hands items on one by one; around each advance of the stream its scope is current.</summary>
internal sealed class ObservedAsyncEnumerator<T>(IAsyncEnumerator<T> inner, StreamScope scope, CaptureValue<T>? write, LlmReader<T>? read) : IAsyncEnumerator<T>
{
    public T Current => inner.Current;

    public ValueTask<bool> MoveNextAsync()
    {
        ValueTask<bool> move;
        AmbientSwap swap = scope.Enter();
        try
        {
            move = inner.MoveNextAsync();
        }
        catch (Exception exception) when (scope.Failed(exception))
        {
            throw;
        }
        finally
        {
            swap.Exit();
            scope.EndIfFailed();
        }

        return move.IsCompletedSuccessfully ? new ValueTask<bool>(Moved(move.Result)) : AwaitMoveAsync(move);
    }

    public ValueTask DisposeAsync()
    {
        ValueTask disposal;
        AmbientSwap swap = scope.Enter();
        try
        {
            disposal = inner.DisposeAsync();
        }
        catch (Exception exception) when (scope.Failed(exception))
        {
            throw;
        }
        finally
        {
            swap.Exit();
            scope.EndIfFailed();
        }

        if (!disposal.IsCompletedSuccessfully)
        {
            return AwaitDisposalAsync(disposal);
        }

        disposal.GetAwaiter().GetResult();
        scope.End(Outcome.Ok, StreamState.Left);
        return default;
    }

    private async ValueTask<bool> AwaitMoveAsync(ValueTask<bool> move)
    {
        bool moved;
        try
        {
            moved = await move.ConfigureAwait(false);
        }
        catch (Exception exception) when (scope.Failed(exception))
        {
            throw;
        }
        finally
        {
            scope.EndIfFailed();
        }

        return Moved(moved);
    }

    private async ValueTask AwaitDisposalAsync(ValueTask disposal)
    {
        try
        {
            await disposal.ConfigureAwait(false);
        }
        catch (Exception exception) when (scope.Failed(exception))
        {
            throw;
        }
        finally
        {
            scope.EndIfFailed();
        }

        scope.End(Outcome.Ok, StreamState.Left);
    }

    private bool Moved(bool moved)
    {
        if (!moved)
        {
            scope.End(Outcome.Ok, StreamState.Completed);
        }
        else
        {
            scope.Yielded();
            if (read is not null)
            {
                scope.Read(inner.Current, read);
            }

            if (write is not null)
            {
                scope.Capture(inner.Current, write);
            }
        }

        return moved;
    }
}
