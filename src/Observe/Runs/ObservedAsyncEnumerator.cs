using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;
using Observe.CompilerServices;
using Observe.Recording;

namespace Observe.Runs;

/// <summary>Hands items on one by one; around each advance of the stream its scope is current.</summary>
/// <remarks>
/// It is the source of its own advances, of which there is one at a time: an asynchronous method would cost memory with each, and stand
/// in the stack trace of whatever the body throws.
/// </remarks>
[StackTraceHidden]
internal sealed class ObservedAsyncEnumerator<T>(IAsyncEnumerator<T> inner, StreamScope scope, CaptureValue<T>? write, LlmReader<T>? read)
    : IAsyncEnumerator<T>, IValueTaskSource<bool>
{
    private ManualResetValueTaskSourceCore<bool> _advance;
    private ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _pending;
    private Action? _settle;

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

        return move.IsCompletedSuccessfully ? new ValueTask<bool>(Moved(move.Result)) : Await(move);
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _advance.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _advance.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _advance.OnCompleted(continuation, state, token, flags);

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

    private ValueTask<bool> Await(ValueTask<bool> move)
    {
        _advance.Reset();
        _pending = move.ConfigureAwait(false).GetAwaiter();
        if (_pending.IsCompleted)
        {
            Settle();
        }
        else
        {
            _pending.OnCompleted(_settle ??= Settle);
        }

        return new ValueTask<bool>(this, _advance.Version);
    }

    private void Settle()
    {
        bool moved;
        try
        {
            moved = _pending.GetResult();
        }
        catch (Exception exception)
        {
            scope.Failed(exception);
            scope.EndIfFailed();
            _advance.SetException(exception);
            return;
        }

        _advance.SetResult(Moved(moved));
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
