using System.ComponentModel;
using Observe.Policies;
using Observe.Recording;
using Observe.Runs;

namespace Observe.CompilerServices;

/// <summary>
/// What is learned about a call of a language model while it goes on: from its arguments, from its result, and from its body. What
/// the body says wins. Nothing here throws.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LlmReport
{
    private readonly ScopeDescriptor _descriptor;
    private readonly RawUsage _usage = new();
    private readonly PreviewText _response = new();
    private readonly Conversation _conversation = new();
    private RunContext? _run;
    private Meter? _meter;
    private LlmCall _said;
    private string? _askedModel;
    private string? _answeredModel;
    private string? _provider;
    private string? _finishReason;
    private int _scopeId;
    private long _began;
    private long _firstChunk = -1;
    private int _recorded;

    private protected LlmReport(ScopeDescriptor descriptor) => _descriptor = descriptor;

    private protected bool IsAnswered { get; private set; }

    /// <summary>The model as far as it is known before the call.</summary>
    internal string? ModelBefore => _askedModel;

    /// <summary>The model: before the call the one that is asked, after it the one that answered.</summary>
    /// <param name="model">Its name; null says nothing.</param>
    public void Model(string? model)
    {
        if (_run is null)
        {
            _askedModel = model ?? _askedModel;
        }
        else
        {
            _answeredModel = string.IsNullOrEmpty(model) ? _answeredModel : model;
        }
    }

    /// <summary>The provider of the model.</summary>
    /// <param name="provider">Its name; null says nothing.</param>
    public void Provider(string? provider) => _provider = provider ?? _provider;

    /// <summary>Why the response ended.</summary>
    /// <param name="reason">The reason; null says nothing.</param>
    public void FinishReason(string? reason) => _finishReason = string.IsNullOrEmpty(reason) ? _finishReason : reason;

    /// <summary>The text of the response, or the next piece of it.</summary>
    /// <param name="text">The text; null says nothing.</param>
    public void Response(string? text) => _response.Append(text, _run?.Recorder?.Capture.PreviewLength ?? 0);

    /// <summary>Token counts; the last one that is not null wins.</summary>
    /// <param name="input">Input tokens.</param>
    /// <param name="output">Output tokens.</param>
    /// <param name="cacheRead">Tokens read from the cache.</param>
    /// <param name="cacheWrite">Tokens written to the cache.</param>
    /// <param name="reasoning">Reasoning tokens, a part of the output.</param>
    /// <param name="cachedInside">Whether the cached tokens are counted in <paramref name="input"/> too, as OpenAI does, or beside it, as Anthropic does.</param>
    public void Usage(long? input, long? output, long? cacheRead, long? cacheWrite, long? reasoning, bool cachedInside) =>
        _usage.Merge(input, output, cacheRead, cacheWrite, reasoning, cachedInside);

    /// <summary>A message that is sent.</summary>
    /// <param name="role">Who speaks.</param>
    /// <param name="text">What is said.</param>
    public void Message(string? role, string? text) => _conversation.Add(role, text);

    /// <summary>What the body says itself. False when it comes too late.</summary>
    internal bool TrySay(in LlmCall call)
    {
        if (Volatile.Read(ref _recorded) != 0)
        {
            return false;
        }

        _said = call with
        {
            Usage = call.Usage == default ? _said.Usage : call.Usage,
            CostUsd = call.CostUsd ?? _said.CostUsd,
            Task = call.Task ?? _said.Task,
            PromptPreview = call.PromptPreview ?? _said.PromptPreview,
            ResponsePreview = call.ResponsePreview ?? _said.ResponsePreview,
            Provider = call.Provider ?? _said.Provider,
            FinishReason = call.FinishReason ?? _said.FinishReason,
            Messages = call.Messages ?? _said.Messages,
            Model = string.IsNullOrEmpty(call.Model) ? _said.Model : call.Model,
            TimeToFirstChunk = call.TimeToFirstChunk ?? _said.TimeToFirstChunk,
        };
        return true;
    }

    /// <summary>The call has begun: what comes now comes from its answer.</summary>
    internal void Begin(RunContext run, int scopeId, Meter meter)
    {
        _run = run;
        _scopeId = scopeId;
        _meter = meter;
        _began = run.Recorder!.Now();
    }

    /// <summary>The call has returned: it was made, even if nobody gets its result or knows what it used.</summary>
    internal void Answered() => IsAnswered = true;

    internal void FirstChunk()
    {
        if (_firstChunk < 0)
        {
            _firstChunk = _run!.Recorder!.Now();
        }
    }

    internal void Read<T>(T result, LlmReader<T>? read)
    {
        try
        {
            read?.Invoke(this, result);
        }
        catch (Exception exception)
        {
            _run?.Recorder?.Warn($"What \"{_descriptor.Name}\" used could not be read from its result: {exception.GetType().Name}.");
        }
    }

    internal void Read<T>(in LlmResult<T> result, LlmReader<T>? read)
    {
        Read(result.Value, read);
        Read(result);
    }

    internal void Read<T>(in LlmResult<T> result) => TrySay(new LlmCall(result.Model ?? "")
    {
        Usage = result.Usage,
        CostUsd = result.CostUsd,
        ResponsePreview = result.Response,
        FinishReason = result.FinishReason,
    });

    internal void ReadAll<T>(IEnumerable<T>? items, LlmReader<T>? read)
    {
        if (items is not null && read is not null)
        {
            foreach (T item in items)
            {
                Read(item, read);
            }
        }
    }

    /// <summary>The call is over. Only the first end counts.</summary>
    internal abstract void Record(Outcome outcome);

    /// <summary>The same call once more: its stream is read again.</summary>
    internal LlmReport Again(int scopeId)
    {
        LlmReport again = _descriptor.NewReport()!;
        again._askedModel = _askedModel;
        again._conversation.Take(_conversation);
        again.Begin(_run!, scopeId, _meter!);
        return again;
    }

    /// <summary>Everything that was learned; false when there is nothing to record, or it has been.</summary>
    private protected bool TryTake(out LlmCall call, out LlmCallSite site)
    {
        call = default;
        site = default;
        if (_run?.Recorder is not { } recorder || Interlocked.Exchange(ref _recorded, 1) != 0 || recorder.WasSkipped(_scopeId))
        {
            return false;
        }

        Conversation conversation = _said.Messages is { } messages ? Conversation.Of(messages) : _conversation;
        if (!_descriptor.CapturesArguments)
        {
            conversation.Hide();
        }

        call = new LlmCall(Named(_said.Model) ?? Named(_answeredModel) ?? Named(_askedModel) ?? _descriptor.Model ?? "")
        {
            Usage = _said.Usage == default ? _usage.ToUsage() : _said.Usage,
            CostUsd = _said.CostUsd,
            Task = _said.Task ?? _descriptor.Task,
            PromptPreview = _descriptor.CapturesArguments ? _said.PromptPreview : null,
            ResponsePreview = _descriptor.CapturesResult ? _said.ResponsePreview ?? _response.Text : null,
            Provider = _said.Provider ?? _provider ?? _descriptor.Provider,
            FinishReason = _said.FinishReason ?? _finishReason,
        };
        long seen = _firstChunk < 0 ? -1 : _firstChunk - _began;
        long firstChunk = _said.TimeToFirstChunk is { } time ? RunClock.ToTimestamps(time, recorder.Observer.Options.TimeProvider) : seen;
        site = new LlmCallSite(_run, _scopeId, _meter!, conversation, firstChunk);
        return true;
    }

    private static string? Named(string? model) => string.IsNullOrEmpty(model) ? null : model;
}
