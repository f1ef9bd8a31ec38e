using Observe.Capturing;
using Observe.Recording;

namespace Observe;

public sealed partial class RunContext
{
    /// <summary>Records a step that has just been done.</summary>
    /// <param name="name">Name of the step.</param>
    /// <param name="output">What came out. Default: nothing.</param>
    /// <param name="duration">How long it took, up to now. Default: zero.</param>
    public void RecordStep(string name, CapturedValue output = default, TimeSpan duration = default) =>
        Record(ScopeKind.Step, name, null, [], default, output, duration, null, null, null);

    /// <summary>Records a call of a tool that has just been made.</summary>
    /// <param name="name">Name of the tool.</param>
    /// <param name="input">What went in. Default: nothing.</param>
    /// <param name="output">What came out. Default: nothing.</param>
    /// <param name="duration">How long it took, up to now. Default: zero.</param>
    /// <param name="toolType">One of <see cref="ToolTypes"/> or any other text. Default: <c>"function"</c>.</param>
    /// <param name="error">What went wrong; its presence makes the call an error. Default: it went well.</param>
    public void RecordToolCall(
        string name,
        CapturedValue input = default,
        CapturedValue output = default,
        TimeSpan duration = default,
        string toolType = ToolTypes.Function,
        string? error = null) =>
        Record(ScopeKind.ToolCall, name, toolType, [], input, output, duration, error, null, null);

    /// <summary>Records a decision that has just been made.</summary>
    /// <param name="name">Name of the decision.</param>
    /// <param name="options">The options that were open.</param>
    /// <param name="chosen">The chosen option.</param>
    /// <param name="reasoning">Why it was chosen. Default: not recorded.</param>
    /// <param name="confidence">
    /// How sure the choice is, from 0 to 1. A value outside this range is not recorded and the run carries a warning. Default: not recorded.
    /// </param>
    public void RecordDecision(
        string name, IReadOnlyList<string> options, string chosen, string? reasoning = null, double? confidence = null) =>
        Record(ScopeKind.Decision, name, null, Snapshot(options), default, chosen, default, null, reasoning, confidence);

    private void Record(
        ScopeKind kind,
        string name,
        string? toolType,
        string[] options,
        CapturedValue input,
        CapturedValue output,
        TimeSpan duration,
        string? error,
        string? reasoning,
        double? confidence)
    {
        if (Recorder is null)
        {
            return;
        }

        long end = Recorder.Now();
        long begin = end - RunClock.ToTimestamps(duration, Recorder.Observer.Options.TimeProvider);
        int scopeId;
        using (CapturedBytes bytes = new(Recorder.Observer, input))
        {
            scopeId = Recorder.BeginNamedScope(kind, CurrentScopeId, name ?? "", toolType, options, begin, bytes.Span);
        }

        if (scopeId < 0)
        {
            return;
        }

        if (reasoning is not null || confidence is not null)
        {
            Recorder.NoteDecision(scopeId, confidence, reasoning);
        }

        if (error is not null)
        {
            Recorder.NoteError(scopeId, error);
        }

        using CapturedBytes result = new(Recorder.Observer, output);
        Recorder.EndScope(scopeId, new ScopeEnded(end, error is null ? Outcome.Ok : Outcome.Error, StreamState.None, 0), result.Span);
    }

    /// <summary>A copy that nobody changes while it is recorded.</summary>
    private string[] Snapshot(IReadOnlyList<string>? options)
    {
        try
        {
            if (Recorder is null || options is null)
            {
                return [];
            }

            List<string> snapshot = [];
            foreach (string? option in options)
            {
                snapshot.Add(option ?? "");
            }

            return [.. snapshot];
        }
        catch (Exception exception)
        {
            Recorder?.Warn($"The options of a decision are not recorded: listing them threw {exception.GetType().Name}.");
            return [];
        }
    }
}
