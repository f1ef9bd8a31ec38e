using Observe.Diagnostics;
using Observe.Exporting.Reading;

namespace Observe.Recording;

internal sealed unsafe partial class RunRecorder
{
    private int _resultsSet;
    private int _rejectedTags;

    /// <summary>What decodes calls of language models; null until one is noted.</summary>
    public RecordedLlmCalls? LlmCalls { get; private set; }

    /// <summary>Opens the run's buffer. False when there is no room for even that; the run then records nothing.</summary>
    public bool BeginRun(in RunStart start, long timestamp, DateTimeOffset now, ReadOnlySpan<byte> arguments) =>
        BeginRun(start, timestamp, now, arguments, flags: 0);

    /// <summary>Opens the buffer for what is added to a run that has ended.</summary>
    public bool BeginAddendum(long timestamp, DateTimeOffset now) =>
        BeginRun(new RunStart { Agent = "", Workflow = "" }, timestamp, now, default, RecordHeader.Addendum);

    private bool BeginRun(in RunStart start, long timestamp, DateTimeOffset now, ReadOnlySpan<byte> arguments, byte flags)
    {
        ReadOnlySpan<string?> texts =
            [start.Agent, start.Workflow, start.SessionId, start.UserId, start.EndUserId, start.UserGroup, start.AnonymousId];
        Span<int> sizes = stackalloc int[texts.Length];
        int size = RecordHeader.Size + RunBegan.Size + SizeOf(texts, sizes) + arguments.Length;
        _began = timestamp;
        byte* at = Open(size);
        if (at == null)
        {
            _sealed = true;
            return false;
        }

        RecordPen pen = new(at);
        pen.Write(new RecordHeader(size, RecordKind.RunBegan, 0, flags));
        pen.Write(new RunBegan(Position, timestamp, now.UtcTicks));
        WriteTexts(ref pen, texts, sizes);
        pen.Write(arguments);
        Close(size);
        return true;
    }

    /// <summary>Begins a scope that is recorded by hand.</summary>
    /// <returns>The number of the scope, or -1 when it could not be recorded.</returns>
    public int BeginNamedScope(
        ScopeKind kind, int parentId, string name, string? toolType, string[] options, long timestamp, ReadOnlySpan<byte> input)
    {
        string?[] texts = [name, toolType, .. options];
        Span<int> sizes = texts.Length <= 64 ? stackalloc int[texts.Length] : new int[texts.Length];
        int size = RecordHeader.Size + NamedScopeBegan.Size + sizeof(int) + SizeOf(texts, sizes) + input.Length;
        byte* at = Open(size);
        if (at == null)
        {
            Count(kind);
            return -1;
        }

        CountHere(kind);
        int scopeId = ++_lastScopeId;
        RecordPen pen = new(at);
        pen.Write(new RecordHeader(size, RecordKind.NamedScopeBegan, scopeId));
        pen.Write(new NamedScopeBegan(parentId, kind, timestamp));
        pen.Write(options.Length);
        WriteTexts(ref pen, texts, sizes);
        pen.Write(input);
        Close(size);
        Outer?.Count(kind);
        return scopeId;
    }

    /// <summary>Notes what a scope threw, at the moment of the throw, so that a crash leaves it behind.</summary>
    public void NoteException(int scopeId, Exception exception)
    {
        // The stack is worth its price once: outer scopes see the same exception go by.
        bool seen = ReferenceEquals(Interlocked.Exchange(ref _lastException, exception), exception);
        // Where a policy said no tells nothing but how we asked it.
        string? stack = seen || exception is PolicyViolationException ? null : ExceptionText.StackOf(exception);
        WriteTexts(RecordKind.ExceptionSeen, scopeId, [exception.GetType().FullName, ExceptionText.MessageOf(exception), stack], []);
    }

    /// <summary>Notes an error that was reported by hand.</summary>
    public void NoteError(int scopeId, string message) => WriteTexts(RecordKind.ExceptionSeen, scopeId, ["error", message, null], []);

    public void NoteDecision(int scopeId, double? confidence, string? reasoning, ReadOnlySpan<byte> metadata = default)
    {
        if (confidence is { } value && value is not (>= 0 and <= 1))
        {
            Warn($"Confidence {value} of a decision is not recorded: it must be from 0 to 1.");
            confidence = null;
        }

        int textSize = RecordPen.SizeOf(reasoning);
        int size = RecordHeader.Size + sizeof(double) + textSize + metadata.Length;
        byte* at = Open(size);
        if (at != null)
        {
            RecordPen pen = new(at);
            pen.Write(new RecordHeader(size, RecordKind.DecisionMade, scopeId));
            pen.Write(confidence ?? double.NaN);
            pen.WriteText(reasoning, textSize);
            pen.Write(metadata);
            Close(size);
        }
    }

    public void NoteEvent(int scopeId, EventKind kind, string name, ReadOnlySpan<byte> value)
    {
        int nameSize = RecordPen.SizeOf(name);
        int size = RecordHeader.Size + EventHappened.Size + nameSize + value.Length;
        long now = Now();
        byte* at = Open(size);
        if (at != null)
        {
            RecordPen pen = new(at);
            pen.Write(new RecordHeader(size, RecordKind.EventHappened, scopeId));
            pen.Write(new EventHappened(now, kind));
            pen.WriteText(name, nameSize);
            pen.Write(value);
            Close(size);
        }
    }

    public void NoteLlmCall(int scopeId, in LlmCalled called, ReadOnlySpan<string?> texts)
    {
        LlmCalls = LlmTraceReader.Instance;
        Span<int> sizes = stackalloc int[texts.Length];
        int size = RecordHeader.Size + LlmCalled.Size + SizeOf(texts, sizes);
        byte* at = Open(size);
        if (at != null)
        {
            RecordPen pen = new(at);
            pen.Write(new RecordHeader(size, RecordKind.LlmCalled, scopeId));
            pen.Write(called);
            WriteTexts(ref pen, texts, sizes);
            Close(size);
        }
    }

    public void NoteItem(int scopeId, ReadOnlySpan<byte> item) => WriteTexts(RecordKind.ItemYielded, scopeId, [], item);

    public void SetTag(string key, string value) => WriteTexts(RecordKind.TagSet, 0, [key, value], []);

    /// <summary>Counts a tag whose key breaks the rule; the first one is reported at once, their number at the end of the run.</summary>
    public void RejectTag(string? key)
    {
        if (Interlocked.Increment(ref _rejectedTags) == 1)
        {
            Warn($"Tag \"{key}\" is not set: a key has only letters, digits, '_', '-' and '.'.");
        }
    }

    public void SetMetadata(string key, ReadOnlySpan<byte> value) => WriteTexts(RecordKind.MetadataSet, 0, [key], value);

    public void SetResult(ReadOnlySpan<byte> result)
    {
        if (Interlocked.Increment(ref _resultsSet) == 2)
        {
            Warn("The result was set more than once; the last one counts.");
        }

        WriteTexts(RecordKind.ResultSet, 0, [], result);
    }

    public void Warn(string warning) => WriteTexts(RecordKind.WarningGiven, 0, [warning], []);

    private void WarnOfRejectedTags()
    {
        int rejected = Volatile.Read(ref _rejectedTags);
        if (rejected > 1)
        {
            Warn($"{rejected} tags in all are not set because of their keys.");
        }
    }

    private void WriteTexts(RecordKind kind, int scopeId, ReadOnlySpan<string?> texts, ReadOnlySpan<byte> value)
    {
        Span<int> sizes = stackalloc int[texts.Length];
        int size = RecordHeader.Size + SizeOf(texts, sizes) + value.Length;
        byte* at = Open(size);
        if (at != null)
        {
            RecordPen pen = new(at);
            pen.Write(new RecordHeader(size, kind, scopeId));
            WriteTexts(ref pen, texts, sizes);
            pen.Write(value);
            Close(size);
        }
    }

    private static int SizeOf(ReadOnlySpan<string?> texts, Span<int> sizes)
    {
        long total = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            sizes[i] = RecordPen.SizeOf(texts[i]);
            if (sizes[i] < 0)
            {
                return RecordPen.TooLarge;
            }

            total += sizes[i];
        }

        return total <= RecordPen.Largest ? (int)total : RecordPen.TooLarge;
    }

    private static void WriteTexts(ref RecordPen pen, scoped ReadOnlySpan<string?> texts, scoped ReadOnlySpan<int> sizes)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            pen.WriteText(texts[i], sizes[i]);
        }
    }
}
