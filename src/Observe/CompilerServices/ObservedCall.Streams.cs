using Observe.Runs;

namespace Observe.CompilerServices;

public ref partial struct ObservedCall
{
    /// <summary>Ends the call when the stream has been read to its end, is left, fails or is cancelled.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="stream">What the body returned.</param>
    /// <param name="write">Writes one item; null when items are not captured.</param>
    public readonly IAsyncEnumerable<T> Complete<T>(IAsyncEnumerable<T> stream, CaptureValue<T>? write) => CompleteLlm(stream, write, read: null);

    /// <summary>
    /// Ends the call when the sequence has been read to its end, is left or fails. A collection that is already there is returned
    /// as it is.
    /// </summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="sequence">What the body returned.</param>
    /// <param name="write">Writes one item; null when items are not captured.</param>
    public readonly IEnumerable<T> Complete<T>(IEnumerable<T> sequence, CaptureValue<T>? write) => CompleteLlm(sequence, write, read: null);

    /// <summary>Ends the call when the stream has been read to its end, is left, fails or is cancelled.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="stream">What the body returned.</param>
    /// <param name="write">Writes one item; null when items are not captured.</param>
    /// <param name="read">Reads from one item what the call used; null when items do not say.</param>
    public readonly IAsyncEnumerable<T> CompleteLlm<T>(IAsyncEnumerable<T> stream, CaptureValue<T>? write, LlmReader<T>? read)
    {
        if (_scopeId == NotRecorded)
        {
            return stream;
        }

        if (stream is null)
        {
            Scope.End(Outcome.Ok, default);
            return stream!;
        }

        return new ObservedAsyncEnumerable<T>(stream, new StreamScope(Scope, _run, _descriptor!), write, read);
    }

    /// <summary>
    /// Ends the call when the sequence has been read to its end, is left or fails. A collection that is already there is returned
    /// as it is.
    /// </summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="sequence">What the body returned.</param>
    /// <param name="write">Writes one item; null when items are not captured.</param>
    /// <param name="read">Reads from one item what the call used; null when items do not say.</param>
    public readonly IEnumerable<T> CompleteLlm<T>(IEnumerable<T> sequence, CaptureValue<T>? write, LlmReader<T>? read)
    {
        if (_scopeId == NotRecorded)
        {
            return sequence;
        }

        if (sequence is null or ICollection<T> or IReadOnlyCollection<T>)
        {
            _scope?.Llm?.ReadAll(sequence, read);
            Scope.EndWith(sequence, write is null ? null : (writer, items) => writer.WriteSequence(items, write));
            return sequence!;
        }

        return new ObservedEnumerable<T>(sequence, new StreamScope(Scope, _run, _descriptor!), write, read);
    }
}
