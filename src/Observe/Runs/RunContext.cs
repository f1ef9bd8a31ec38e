using System.Runtime.CompilerServices;
using Observe.Capturing;
using Observe.CompilerServices;
using Observe.Configuration;
using Observe.Policies;
using Observe.Recording;
using Observe.Runs;

namespace Observe;

/// <summary>
/// The run that is going on: its ids, and what is recorded by hand. Safe to use from any thread. It never throws because of what it
/// is given: what cannot be recorded becomes a warning of the run.
/// </summary>
public sealed partial class RunContext
{
    private readonly RunStart _start;

    private RunContext(RunRecorder? recorder, in RunStart start)
    {
        Recorder = recorder;
        _start = start;
    }

    /// <summary>The run that is going on here, or null outside a run: <c>RunContext.Current?.SetTag(…)</c> does nothing there.</summary>
    public static RunContext? Current => Ambient.Current?.Run;

    /// <summary>A context that records nothing.</summary>
    public static RunContext Inactive { get; } =
        new(null, new RunStart { Agent = "", Workflow = RunOptions.DefaultWorkflow });

    /// <summary>Whether what is recorded here goes anywhere: false for <see cref="Inactive"/> and after the run has ended.</summary>
    public bool IsRecording => Recorder is { IsSealed: false };

    /// <summary>Name of the agent.</summary>
    public string Agent => _start.Agent;

    /// <summary>Name of the workflow; <c>"default"</c> unless given.</summary>
    public string Workflow => _start.Workflow;

    /// <summary>Session (conversation) of the run, or null.</summary>
    public string? SessionId => _start.SessionId;

    /// <summary>Operator on whose behalf the agent works, or null.</summary>
    public string? UserId => _start.UserId;

    /// <summary>Customer of the operator, or null.</summary>
    public string? EndUserId => _start.EndUserId;

    /// <summary>Group of the user, or null.</summary>
    public string? UserGroup => _start.UserGroup;

    /// <summary>Visitor who is not known by name, or null.</summary>
    public string? AnonymousId => _start.AnonymousId;

    /// <summary>Trace id and span id of the run, <c>traceid-spanid</c> in hex: unique everywhere. Empty when nothing is recorded.</summary>
    public string RunId => Recorder is null ? "" : $"{TraceId}-{SpanId}";

    /// <summary>W3C trace id, shared by a run and its child runs. All zero when nothing is recorded.</summary>
    public ActivityTraceId TraceId =>
        Recorder is { Position: var position } ? SpanPosition.ToTraceId(position.TraceIdHigh, position.TraceIdLow) : default;

    /// <summary>W3C span id of the run. All zero when nothing is recorded.</summary>
    public ActivitySpanId SpanId => Recorder is { } recorder ? SpanPosition.ToSpanId(recorder.Position.SpanId) : default;

    /// <summary>Span id of the scope that called this run; null for the root run of a trace.</summary>
    public ActivitySpanId? ParentSpanId =>
        Recorder is { Position.ParentSpanId: not 0 } recorder ? SpanPosition.ToSpanId(recorder.Position.ParentSpanId) : null;

    internal RunRecorder? Recorder { get; }

    /// <summary>Number of the scope of this run that is current here; 0 when that is the run itself.</summary>
    private int CurrentScopeId => Ambient.Current is { } current && ReferenceEquals(current.Run, this) ? current.ScopeId : 0;

    /// <summary>Sets a tag: a short text to search runs by. The last value of a key wins; null sets nothing.</summary>
    /// <param name="key">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>; a tag with another key is not set, and the run carries a warning with the first such key and their number.</param>
    /// <param name="value">The text.</param>
    public void SetTag(string key, string? value)
    {
        if (Recorder is null || value is null)
        {
            return;
        }

        if (TagKey.IsValid(key))
        {
            Recorder.SetTag(key, value);
            if (Recorder.IsGoverned)
            {
                Facts.SetTag(key, value);
            }
        }
        else
        {
            Recorder.RejectTag(key);
        }
    }

    /// <summary>Sets an entry of the run's metadata: any value, with its structure. The last value of a key wins.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="value">A text, number, truth value, time, or <see cref="CapturedValue.From{T}"/> for everything else.</param>
    public void SetMetadata(string key, CapturedValue value)
    {
        if (Recorder is null || key is null)
        {
            return;
        }

        using CapturedBytes bytes = new(Recorder.Observer, value);
        Recorder.SetMetadata(key, bytes.Span);
    }

    /// <summary>Sets the result of the run in place of what its method returns. The last one wins, and the run carries a warning.</summary>
    /// <param name="result">The result.</param>
    public void SetResult(CapturedValue result)
    {
        if (Recorder is not null)
        {
            using CapturedBytes bytes = new(Recorder.Observer, result);
            Recorder.SetResult(bytes.Span);
            if (Recorder.IsGoverned)
            {
                LastResult = bytes.Span.ToArray();
            }
        }
    }

    internal static RunContext New(Observer observer, in RunStart start, Ambient? outer, ScopeDescriptor? descriptor)
    {
        RunRecorder? parent = outer?.Run?.Recorder;
        SpanPosition position =
            parent is not null ? SpanPosition.ChildOf(parent.Position, outer!.ScopeId)
            : start.TraceId is { } trace ? SpanPosition.NewRoot(trace)
            : SpanPosition.NewRoot();
        Meter? outerMeter = parent is null ? null : Ambient.MeterOf(outer);
        Guard? guard = outerMeter?.Guard;
        if (descriptor is { IsGuarded: true })
        {
            guard = guard is null ? descriptor.OutermostGuard : guard.Inside(descriptor);
        }

        RunRecorder recorder = new(observer, position, outerMeter, guard)
        {
            Depth = parent is null ? 0 : parent.Depth + 1,
            IsGoverned = guard is not null || (observer.IsGoverning && start.EnforcePolicy),
        };
        return new RunContext(recorder, start);
    }

    /// <summary>A run of the same agent for the same people: a stream that is a run is read once more.</summary>
    internal RunContext Again(Ambient? outer, ScopeDescriptor descriptor) => New(Recorder!.Observer, _start, outer, descriptor);

    /// <summary>Writes the begin record. False when there is no room for it: the run then records nothing.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // once a run: it must not grow the code of every step
    internal bool Begin(long timestamp, ReadOnlySpan<byte> arguments)
    {
        Observer observer = Recorder!.Observer;
        if (!Recorder.BeginRun(_start, timestamp, observer.Options.TimeProvider.GetUtcNow(), arguments))
        {
            return false;
        }

        observer.Begin(Recorder);
        return true;
    }
}
