using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using Observe.Policies;

namespace Observe.CompilerServices;

/// <summary>The answer of the policies to a call, where it is not simply "go on". The body is called only after it is complete.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Admission
{
    private readonly Task _completion;
    private Redaction? _redaction;
    private string? _onlyText;

    internal Admission(PolicyEvaluation evaluation, in PolicyQuestion question)
    {
        _completion = Task.CompletedTask;
        Take(evaluation, question);
    }

    internal Admission(ValueTask pending, PolicyEvaluation evaluation, PolicyQuestion question, bool canSkip) =>
        _completion = CompleteAsync(pending, evaluation, question, canSkip);

    /// <summary>Whether the body must not be called and the caller gets nothing.</summary>
    public bool IsSkipped { get; private set; }

    /// <summary>Waits for the answer.</summary>
    /// <returns>An awaiter that throws <see cref="PolicyViolationException"/> when the call is refused.</returns>
    public TaskAwaiter GetAwaiter() => _completion.GetAwaiter();

    /// <summary>An argument as the body may see it.</summary>
    /// <param name="text">The argument.</param>
    /// <returns>The argument itself, unless a policy wants it masked.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text)
    {
        return _redaction is null || text is null ? text : _redaction.Apply(text, isOnly: _onlyText is not null && IsRecordedAs(text, _onlyText));
    }

    private async Task CompleteAsync(ValueTask pending, PolicyEvaluation evaluation, PolicyQuestion question, bool canSkip)
    {
        bool isRefused = true;
        try
        {
            await pending.ConfigureAwait(false);
            if (evaluation.RefusalOf(question, canSkip) is { } refusal)
            {
                throw refusal;
            }

            Take(evaluation, question);
            isRefused = false;
        }
        finally
        {
            evaluation.Answered(question, isRefused);
        }
    }

    private void Take(PolicyEvaluation evaluation, in PolicyQuestion question)
    {
        IsSkipped = evaluation.Verdict.Action == PolicyAction.Skip;
        _redaction = evaluation.Redaction;
        if (IsSkipped)
        {
            question.Run.Recorder!.MarkSkipped(question.ScopeId);
        }

        if (_redaction?.Result.RedactedContent is not null)
        {
            _onlyText = OnlyText(question.Arguments);
        }
    }

    /// <summary>Whether a record of a text, which may be cut, is one of this text.</summary>
    private static bool IsRecordedAs(string text, string recorded)
    {
        byte[] whole = Encoding.UTF8.GetBytes(text); // as the record has it: halves of surrogate pairs are replaced
        byte[] part = Encoding.UTF8.GetBytes(recorded);
        return part.AsSpan().SequenceEqual(whole)
            || (CapturedSize.CutCharacters(part) is { } missing
                && missing < text.Length
                && whole.AsSpan().StartsWith(part.AsSpan(0, part.AsSpan().LastIndexOf(CapturedSize.CutBegin))));
    }

    private static string? OnlyText(RecordedValue arguments)
    {
        string? only = null;
        foreach (string text in arguments.Texts())
        {
            if (only is not null)
            {
                return null;
            }

            only = text;
        }

        return only;
    }
}
