using System.Collections;
using Observe.CompilerServices;

namespace Observe.Runs;

/// <summary>A lazy sequence whose every enumeration is a scope.</summary>
[StackTraceHidden]
internal sealed class ObservedEnumerable<T>(IEnumerable<T> sequence, StreamScope scope, CaptureValue<T>? write, LlmReader<T>? read) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator()
    {
        StreamScope mine = scope.ForEnumeration();
        AmbientSwap swap = mine.Enter();
        try
        {
            return new ObservedEnumerator<T>(sequence.GetEnumerator(), mine, write, read);
        }
        catch (Exception exception) when (mine.Failed(exception))
        {
            throw;
        }
        finally
        {
            swap.Exit();
            mine.EndIfFailed();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
