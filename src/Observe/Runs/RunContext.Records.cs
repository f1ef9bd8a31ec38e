using Observe.Capturing;
using Observe.Recording;
using Observe.Runs;

namespace Observe;

public sealed partial class RunContext
{
    /// <summary>Records a step that has just been done. Steps are numbered from 1 in the order in which they begin.</summary>
    /// <param name="name">Name of the step.</param>
    /// <param name="output">What came out. Default: nothing.</param>
    /// <param name="duration">How long it took, up to now. Default: zero.</param>
    /// <exception cref="PolicyViolationException">The run has mid-execution governance, and a policy does not let it go on.</exception>
    public void RecordStep(string name, CapturedValue output = default, TimeSpan duration = default)
    {
        Record(new NamedScope(ScopeKind.Step, name) { Output = output, Duration = duration });
        Checkpoint();
    }

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
        Record(new NamedScope(ScopeKind.ToolCall, name) { Type = toolType, Input = input, Output = output, Duration = duration, Error = error });

    /// <summary>Records a decision that has just been made.</summary>
    /// <param name="name">Name of the decision.</param>
    /// <param name="options">The options that were open.</param>
    /// <param name="chosen">The chosen option.</param>
    /// <param name="reasoning">Why it was chosen. Default: not recorded.</param>
    /// <param name="confidence">
    /// How sure the choice is, from 0 to 1. A value outside this range is not recorded and the run carries a warning. Default: not recorded.
    /// </param>
    /// <param name="metadata">More to know about the choice, usually <see cref="CapturedValue.Map"/>. Default: nothing.</param>
    /// <param name="instrumentationType">How it came to be recorded: <c>manual</c>, <c>decorator</c> or <c>auto</c>. Default: <c>manual</c>.</param>
    public void RecordDecision(
        string name,
        IReadOnlyList<string> options,
        string chosen,
        string? reasoning = null,
        double? confidence = null,
        CapturedValue metadata = default,
        string instrumentationType = "manual")
    {
        NamedScope scope = new(ScopeKind.Decision, name) { Type = instrumentationType, Options = SnapshotOfTexts(options), Output = chosen };
        int scopeId = Begin(scope, out long end);
        if (scopeId >= 0)
        {
            using CapturedBytes bytes = new(Recorder!.Observer, metadata);
            if (reasoning is not null || confidence is not null || bytes.Span.Length > 0)
            {
                Recorder.NoteDecision(scopeId, confidence, reasoning, bytes.Span);
            }

            End(scopeId, scope, end);
        }
    }

    /// <summary>Records a search for documents that has just been made.</summary>
    /// <param name="query">What was searched for.</param>
    /// <param name="documents">What was found, usually <see cref="CapturedValue.List"/> of <see cref="CapturedValue.Map"/>. Default: nothing.</param>
    /// <param name="source">Where was searched. Default: not known.</param>
    /// <param name="duration">How long it took, up to now. Default: zero.</param>
    /// <param name="topK">How many documents were asked for. Default: not known.</param>
    /// <param name="scores">How well the documents fit, in their order. Default: the members <c>score</c> of the documents, if they have them.</param>
    public void RecordRetrieval(
        string query,
        CapturedValue documents = default,
        string source = "",
        TimeSpan duration = default,
        int? topK = null,
        IReadOnlyList<double>? scores = null)
    {
        List<(string, CapturedValue)> input = [("query", query)];
        if (topK is { } count)
        {
            input.Add(("top_k", count));
        }

        if (!string.IsNullOrEmpty(source))
        {
            input.Add(("source", source));
        }

        if (scores is not null)
        {
            double[] snapshot = Snapshot(scores);
            CapturedValue[] values = new CapturedValue[snapshot.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = snapshot[i];
            }

            input.Add(("scores", CapturedValue.List(values)));
        }

        Record(new NamedScope(ScopeKind.Retrieval, string.IsNullOrEmpty(source) ? "retrieval" : source)
        {
            Input = CapturedValue.Map([.. input]),
            Output = documents,
            Duration = duration,
        });
    }

    /// <summary>Records a thought that has just been had.</summary>
    /// <param name="step">What was being thought about.</param>
    /// <param name="thought">The thought.</param>
    /// <param name="evidence">What speaks for it. Default: nothing.</param>
    /// <param name="conclusion">What follows. Default: nothing.</param>
    public void RecordReasoning(string step, string thought, IReadOnlyList<string>? evidence = null, string? conclusion = null)
    {
        List<(string, CapturedValue)> output = [("thought", thought)];
        if (evidence is not null)
        {
            string[] texts = SnapshotOfTexts(evidence);
            CapturedValue[] values = new CapturedValue[texts.Length];
            for (int i = 0; i < texts.Length; i++)
            {
                values[i] = texts[i];
            }

            output.Add(("evidence", CapturedValue.List(values)));
        }

        if (!string.IsNullOrEmpty(conclusion))
        {
            output.Add(("conclusion", conclusion));
        }

        Record(new NamedScope(ScopeKind.Reasoning, step) { Output = CapturedValue.Map([.. output]) });
    }

    private void Record(in NamedScope scope)
    {
        int scopeId = Begin(scope, out long end);
        if (scopeId >= 0)
        {
            End(scopeId, scope, end);
        }
    }

    private int Begin(in NamedScope scope, out long end)
    {
        end = 0;
        if (Recorder is null)
        {
            return -1;
        }

        end = Recorder.Now();
        long began = scope.Began ?? end - RunClock.ToTimestamps(scope.Duration, Recorder.Observer.Options.TimeProvider);
        using CapturedBytes bytes = new(Recorder.Observer, scope.Input);
        int parentId = scope.ParentId ?? CurrentScopeId;
        if (Ambient.Current is ScopeAmbient current && ReferenceEquals(current.Run, this))
        {
            current.Meter.CountUpTo(Recorder, scope.Kind);
        }

        return Recorder.BeginNamedScope(scope.Kind, Math.Max(parentId, 0), scope.Name, scope.Type, scope.Options, began, bytes.Span);
    }

    private void End(int scopeId, in NamedScope scope, long end)
    {
        if (scope.Error is not null)
        {
            Recorder!.NoteError(scopeId, scope.Error);
        }

        using CapturedBytes result = new(Recorder!.Observer, scope.Output);
        Recorder.EndScope(
            scopeId, new ScopeEnded(end, scope.Error is null ? Outcome.Ok : Outcome.Error, StreamState.None, 0), result.Span);
    }

    private string[] SnapshotOfTexts(IReadOnlyList<string>? texts)
    {
        string?[] snapshot = Snapshot(texts);
        for (int i = 0; i < snapshot.Length; i++)
        {
            snapshot[i] ??= "";
        }

        return snapshot!;
    }

    /// <summary>A copy that nobody changes while it is recorded.</summary>
    private T[] Snapshot<T>(IReadOnlyList<T>? values)
    {
        try
        {
            return Recorder is null || values is null ? [] : [.. values];
        }
        catch (Exception exception)
        {
            Recorder?.Warn($"A list of options, texts or scores is not recorded: listing it threw {exception.GetType().Name}.");
            return [];
        }
    }
}
