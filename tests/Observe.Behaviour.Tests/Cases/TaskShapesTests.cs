using Cases.TaskShapes;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class TaskShapesTests
{
    private readonly Workflow _workflow = new();

    [Fact]
    public async Task An_asynchronous_run_records_every_shape_of_task()
    {
        RunTrace run = await Everywhere.RunAsync(async () =>
        {
            Workflow workflow = new();
            Assert.Equal(19, await workflow.RunAsync(5));
            Assert.Equal(1, workflow.Calls);
        });

        Assert.Equal(("Workflow", """{"seed":5}""", "19"), (run.Agent, run.Arguments, run.Result));
        Assert.Equal("add\nadd\nadd\ncount\njust_async\nmultiply\nprepare", run.Tree());
        Assert.Equal(
            [
                (ScopeKind.Step, "prepare", null, null),
                (ScopeKind.Step, "count", null, null),
                (ScopeKind.ToolCall, "add", """{"left":5,"right":1}""", "6"),
                (ScopeKind.ToolCall, "multiply", """{"left":5,"right":2}""", "10"),
                (ScopeKind.Step, "just_async", """{"number":3}""", "3"),
                (ScopeKind.ToolCall, "add", """{"left":1,"right":1}""", "2"),
                (ScopeKind.ToolCall, "add", """{"left":2,"right":2}""", "4"),
            ],
            run.Calls());
        Assert.All(run.Scopes, scope => Assert.Equal((Outcome.Ok, true), (scope.Outcome, scope.Duration is not null)));
    }

    [Fact]
    public async Task Inside_a_run_an_asynchronous_run_is_a_child()
    {
        IReadOnlyList<RunTrace> runs = await Everywhere.RunInsideAsync(() => _workflow.RunAsync(5));
        Assert.Equal((runs[1].TraceId, runs[1].SpanId), (runs[0].TraceId, runs[0].ParentSpanId!.Value));
        Assert.Equal((7, 0), (runs[0].Scopes.Count, runs[1].Scopes.Count));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_in_a_step_is_cancelled_with_it()
    {
        CancellationToken cancelled = new(canceled: true);
        RunTrace run = await Everywhere.RunAsync(async () =>
        {
            Task<int> task = _workflow.RunAsync(5, cancelled);
            Assert.Equal(cancelled, (await Assert.ThrowsAsync<TaskCanceledException>(() => task)).CancellationToken);
            Assert.True(task.IsCanceled);
        });
        Assert.Equal((Outcome.Cancelled, "prepare Cancelled"), (run.Outcome, run.Tree()));
    }

    [Fact]
    public async Task What_completes_at_once_is_complete_at_once()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            ValueTask<int> multiplied = _workflow.MultiplyAsync(2, 3);
            Assert.True(multiplied.IsCompletedSuccessfully);
            Assert.Equal(6, await multiplied);

            Task<int> measured = _workflow.MeasureAsync("text");
            Assert.True(measured.IsCompletedSuccessfully);
            Assert.Equal(4, await measured);

            Assert.True(_workflow.Async(1).IsCompletedSuccessfully);
            Assert.Equal(3, await _workflow.AddAsync(1, 2));
        });
        Assert.Equal(
            [
                (ScopeKind.ToolCall, "multiply", """{"left":2,"right":3}""", "6"),
                (ScopeKind.Step, "measure", """{"text":"text"}""", "4"),
                (ScopeKind.Step, "just_async", """{"number":1}""", "1"),
                (ScopeKind.ToolCall, "add", """{"left":1,"right":2}""", "3"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task A_body_that_throws_before_its_task_throws_there_and_a_failed_task_is_handed_out_failed()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Exception early = Assert.Throws<InvalidOperationException>(() => { _ = _workflow.FailAsync(early: true); });
            Assert.Equal("early", early.Message);

            Task<int> late = _workflow.FailAsync(early: false);
            Assert.True(late.IsFaulted);
            Assert.Equal("late", late.Exception!.InnerException!.Message);
        });
        Assert.Equal(
            [("""{"early":true}""", Outcome.Error, "early"), ("""{"early":false}""", Outcome.Error, "late")],
            run.Scopes.Select(scope => (scope.Arguments!, scope.Outcome, scope.Error!.Message)));
    }

    [Fact]
    public async Task A_task_that_is_cancelled_later_is_cancelled_and_no_error()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            using CancellationTokenSource cancellation = new();
            Task task = _workflow.CancelAsync(cancellation.Token);
            Assert.False(task.IsCompleted);
            await cancellation.CancelAsync();
            Assert.Equal(cancellation.Token, (await Assert.ThrowsAsync<TaskCanceledException>(() => task)).CancellationToken);
            Assert.True(task.IsCanceled);
        });
        Assert.Equal((Outcome.Cancelled, null), (run.Scope("cancel").Outcome, run.Scope("cancel").Arguments));
    }
}
