using System.Collections.Concurrent;

namespace Observe.Tests.Policies.Approvals;

public class ConsoleApprovalHandlerTests
{
    [Theory]
    [InlineData("y", true)]
    [InlineData(" YES ", true)]
    [InlineData("n", false)]
    [InlineData("No", false)]
    public async Task It_takes_y_and_n(string line, bool approved)
    {
        (ApprovalDecision decision, _) = await AnswerAsync(line + "\n");

        Assert.Equal(approved, decision.Approved);
        Assert.Equal("console", decision.By);
    }

    [Fact]
    public async Task Anything_else_is_asked_again()
    {
        (ApprovalDecision decision, string output) = await AnswerAsync("\nmaybe\nyep\ny\n");

        Assert.True(decision.Approved);
        Assert.Equal(3, output.Split("Please answer y or n").Length - 1);
    }

    [Fact]
    public async Task The_end_of_the_input_is_a_denial()
    {
        (ApprovalDecision decision, string output) = await AnswerAsync("");

        Assert.False(decision.Approved);
        Assert.Contains("The input has ended", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_what_there_is_to_decide()
    {
        (_, string output) = await AnswerAsync("n\n");

        string[] lines = output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(
            [
                "",
                "Approval needed",
                "  Policy:     approval",
                "  Reason:     moves money",
                "  Agent:      support",
                "  Operation:  refund",
                "  Arguments:  {\"amount\":5}",
                "  Approvers:  ann, bob",
                "  Timeout:    5 min",
                "Approve? (y/n): ",
            ],
            lines);
    }

    [Fact]
    public async Task Texts_of_the_agent_cannot_forge_the_question()
    {
        (_, string output) = await AnswerAsync("n\n", Request() with { Operation = "read\r\n  Reason:     harmless\e[2J\u202E" });

        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain('\u202E', output);
        Assert.Contains("read\\r\\n  Reason:     harmless", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_in_time_is_no_decision()
    {
        ManualTimers clock = new();
        using LineReader reader = new();
        using StringWriter writer = new();
        ConsoleApprovalHandler handler = new(reader, writer, clock);
        ValueTask<ApprovalDecision> pending = handler.RequestAsync(Request(), default);

        clock.Advance(TimeSpan.FromMinutes(5));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending.AsTask());
        Assert.EndsWith("No answer in time: not approved." + Environment.NewLine, writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gives_up_gets_no_decision()
    {
        using LineReader reader = new();
        using StringWriter writer = new();
        ConsoleApprovalHandler handler = new(reader, writer);
        using CancellationTokenSource caller = new();
        ValueTask<ApprovalDecision> pending = handler.RequestAsync(Request(), caller.Token);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending.AsTask());
    }

    [Fact]
    public async Task A_line_begun_for_an_earlier_question_does_not_answer_the_next_one()
    {
        ManualTimers clock = new();
        using LineReader reader = new();
        using StringWriter writer = new();
        ConsoleApprovalHandler handler = new(reader, writer, clock);
        ValueTask<ApprovalDecision> first = handler.RequestAsync(Request(), default);
        clock.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.AsTask());

        ValueTask<ApprovalDecision> second = handler.RequestAsync(Request() with { Operation = "drop_table" }, default);
        reader.Type("y");
        reader.Type("n");

        Assert.False((await second).Approved);
        Assert.Contains("That line was begun before this question", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_real_run_no_answer_in_time_blocks_the_call()
    {
        using LineReader reader = new();
        using StringWriter writer = new();
        ConsoleApprovalHandler handler = new(reader, writer);
        await using TestObserver test = new(options =>
        {
            options.Policies.Add(new ApprovalPolicy(new ApprovalRules { Timeout = TimeSpan.FromMilliseconds(10) }));
            options.Policies.ApprovalHandler = handler;
        });
        bool ran = false;

        PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => test.Observer.Run("deploy", _ => { ran = true; }));

        Assert.Equal("approval", violation.Result.PolicyName);
        Assert.False(ran);
    }

    [Fact]
    public async Task Questions_take_turns()
    {
        using LineReader reader = new();
        using StringWriter writer = new();
        ConsoleApprovalHandler handler = new(reader, TextWriter.Synchronized(writer));
        Task<ApprovalDecision> first = handler.RequestAsync(Request(), default).AsTask();
        Task<ApprovalDecision> second = handler.RequestAsync(Request() with { Operation = "second" }, default).AsTask();
        Assert.DoesNotContain("second", writer.ToString(), StringComparison.Ordinal);

        reader.Type("y");
        Assert.True((await first).Approved);
        reader.Type("n");

        Assert.False((await second).Approved);
    }

    [Fact]
    public async Task Who_gives_up_before_its_turn_does_not_let_the_next_one_in_early()
    {
        using LineReader reader = new();
        using StringWriter writer = new();
        ConsoleApprovalHandler handler = new(reader, TextWriter.Synchronized(writer));
        using CancellationTokenSource caller = new();
        Task<ApprovalDecision> first = handler.RequestAsync(Request(), default).AsTask();
        Task<ApprovalDecision> second = handler.RequestAsync(Request(), caller.Token).AsTask();
        Task<ApprovalDecision> third = handler.RequestAsync(Request() with { Operation = "third" }, default).AsTask();

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.DoesNotContain("third", writer.ToString(), StringComparison.Ordinal);
        reader.Type("n");
        Assert.False((await first).Approved);
        reader.Type("y");

        Assert.True((await third).Approved);
    }

    [Fact]
    public async Task The_handlers_for_tests_do_not_ask()
    {
        Assert.True((await new AutoApproveHandler().RequestAsync(Request(), default)).Approved);
        Assert.False((await new AutoDenyHandler().RequestAsync(Request(), default)).Approved);
    }

    private static async Task<(ApprovalDecision Decision, string Output)> AnswerAsync(string input, ApprovalRequest? request = null)
    {
        using StringReader reader = new(input);
        using StringWriter writer = new();
        ConsoleApprovalHandler handler = new(reader, writer);
        return (await handler.RequestAsync(request ?? Request(), default), writer.ToString());
    }

    private static ApprovalRequest Request() => new()
    {
        Result = PolicyResult.Block("moves money").From(new ApprovalPolicy()),
        Agent = "support",
        RunId = "",
        Kind = ScopeKind.ToolCall,
        Operation = "refund",
        Arguments = """{"amount":5}""",
        Approvers = ["ann", "bob"],
        Timeout = TimeSpan.FromMinutes(5),
    };

    /// <summary>A terminal: reading waits until a line is typed.</summary>
    private sealed class LineReader : TextReader
    {
        private readonly BlockingCollection<string> _lines = [];

        public void Type(string line) => _lines.Add(line);

        public override string? ReadLine() => _lines.TryTake(out string? line, Timeout.Infinite) ? line : null;

        protected override void Dispose(bool disposing)
        {
            _lines.CompleteAdding();
            base.Dispose(disposing);
        }
    }
}
