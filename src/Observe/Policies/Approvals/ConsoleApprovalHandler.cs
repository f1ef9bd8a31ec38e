using System.Globalization;
using System.Text;

namespace Observe;

/// <summary>
/// Asks on the terminal: shows what was blocked and why, and waits for <c>y</c> or <c>n</c>. The end of the input is a denial: a
/// service without a terminal denies. No answer in time is none: it ends with an exception, which counts as a denial too unless the policy says that time running out is enough.
/// </summary>
/// <remarks>
/// One question is on the terminal at a time; the others wait for their turn, and their time runs. A line that was being typed when
/// its question ran out of time is not taken as the answer to the next one. Texts of the agent cannot control the terminal: control
/// characters are escaped.
/// </remarks>
public sealed class ConsoleApprovalHandler : IApprovalHandler
{
    private readonly TextReader? _reader;
    private readonly TextWriter? _writer;
    private readonly TimeProvider _timeProvider;
    private readonly object _gate = new();

    // Ends when every question so far has left the terminal.
    private Task _turns = Task.CompletedTask;

    // A line that nobody waits for any longer: a read from a terminal cannot be taken back.
    private Task<string?>? _unanswered;

    /// <summary>Makes the handler.</summary>
    /// <param name="reader">Where answers come from. Default: <see cref="Console.In"/> as it is at the time of asking.</param>
    /// <param name="writer">Where questions go. Default: <see cref="Console.Out"/> as it is at the time of asking.</param>
    /// <param name="timeProvider">Clock for <see cref="ApprovalRequest.Timeout"/>. Default: the system's.</param>
    public ConsoleApprovalHandler(TextReader? reader = null, TextWriter? writer = null, TimeProvider? timeProvider = null)
    {
        _reader = reader;
        _writer = writer;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">Nobody answered within <see cref="ApprovalRequest.Timeout"/>, or the caller gave up.</exception>
    public async ValueTask<ApprovalDecision> RequestAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using CancellationTokenSource time = new(request.Timeout, _timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_gate)
        {
            before = _turns;
            _turns = Task.WhenAll(before, turn.Task);
        }

        try
        {
            await before.WaitAsync(either.Token).ConfigureAwait(false);
            return await AskAsync(request, either.Token).ConfigureAwait(false);
        }
        finally
        {
            turn.SetResult();
        }
    }

    private static string Question(ApprovalRequest request)
    {
        PolicyResult result = request.Result;
        StringBuilder text = new();
        text.AppendLine().Append("Approval needed");
        Line(text, "Policy", result.PolicyName);
        Line(text, "Reason", result.Reason);
        Line(text, "Agent", request.Agent);
        Line(text, "Operation", request.Operation);
        Line(text, "Arguments", request.Arguments);
        Line(text, "Approvers", string.Join(", ", request.Approvers));
        Line(text, "Timeout", Minutes(request.Timeout));
        return text.AppendLine().Append("Approve? (y/n): ").ToString();
    }

    private static void Line(StringBuilder text, string label, string value)
    {
        if (value.Length > 0)
        {
            text.AppendLine().Append("  ").Append(label).Append(':').Append(' ', 11 - label.Length).Append(PrintableText.Clean(value));
        }
    }

    private static string Minutes(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.##} min");

    private async Task<ApprovalDecision> AskAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        TextWriter writer = _writer ?? Console.Out;
        Write(writer, Question(request));
        while (true)
        {
            bool wasBegunBefore = _unanswered is not null;
            string? line;
            try
            {
                line = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Write(writer, $"{Environment.NewLine}No answer in time: not approved.{Environment.NewLine}");
                throw;
            }

            switch (line?.Trim().ToLowerInvariant())
            {
                case null:
                    Write(writer, $"{Environment.NewLine}The input has ended: not approved.{Environment.NewLine}");
                    return new ApprovalDecision(false, "", "the console gave no answer");
                case not null when wasBegunBefore:
                    Write(writer, "That line was begun before this question. Approve? (y/n): ");
                    break;
                case "y" or "yes":
                    return new ApprovalDecision(true, "console");
                case "n" or "no":
                    return new ApprovalDecision(false, "console", "denied on the console");
                default:
                    Write(writer, "Please answer y or n: ");
                    break;
            }
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        TextReader reader = _reader ?? Console.In;

        // Reading from a terminal holds its thread until a line comes, whatever the method is called.
        _unanswered ??= Task.Factory.StartNew(reader.ReadLine, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return await _unanswered.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (_unanswered.IsCompleted)
            {
                _unanswered = null;
            }
        }
    }

    private static void Write(TextWriter writer, string text)
    {
        writer.Write(text);
        writer.Flush();
    }
}
