using Observe.CompilerServices;

namespace Observe.Runs;

/// <summary>A stream whose every enumeration is a scope.</summary>
[StackTraceHidden]
internal sealed class ObservedAsyncEnumerable<T>(IAsyncEnumerable<T> stream, StreamScope scope, CaptureValue<T>? write, LlmReader<T>? read) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        StreamScope mine = scope.ForEnumeration();
        AmbientSwap swap = mine.Enter();
        try
        {
            return new ObservedAsyncEnumerator<T>(stream.GetAsyncEnumerator(cancellationToken), mine, write, read);
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
}
