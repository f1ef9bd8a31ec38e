using System.Collections;
using Observe.CompilerServices;
using Observe.Recording;

namespace Observe.Runs;

/// <summary>Hands items on one by one; around each advance of the sequence its scope is current.</summary>
[StackTraceHidden]
internal sealed class ObservedEnumerator<T>(IEnumerator<T> inner, StreamScope scope, CaptureValue<T>? write, LlmReader<T>? read) : IEnumerator<T>
{
    public T Current => inner.Current;

    object? IEnumerator.Current => inner.Current;

    public bool MoveNext()
    {
        bool moved;
        AmbientSwap swap = scope.Enter();
        try
        {
            moved = inner.MoveNext();
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

    public void Dispose()
    {
        AmbientSwap swap = scope.Enter();
        try
        {
            inner.Dispose();
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

        scope.End(Outcome.Ok, StreamState.Left);
    }

    public void Reset() => inner.Reset();
}
