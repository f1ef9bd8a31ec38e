using System.Text.Json;
using Cases.Retries;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class RetriesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_synchronous_call_is_repeated_until_it_succeeds(int failures)
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Flaky flaky = new() { FailuresLeft = failures };
            Assert.Equal(3, flaky.Add(1, 2));
            Assert.Equal(failures + 1, flaky.Calls);
        });

        ScopeTrace add = run.Scope("add");
        Assert.Equal((ScopeKind.Retry, Outcome.Ok, "3"), (add.Kind, add.Outcome, add.Result));
        Assert.Equal(Enumerable.Range(1, failures).Select(number => (number, "retry", (string?)$"System.IO.IOException: attempt {number}")), Attempts(add));
    }

    [Fact]
    public async Task The_last_exception_is_the_bodys_own_and_comes_straight_from_it()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Flaky flaky = new() { FailuresLeft = 9 };
            IOException thrown = Assert.Throws<IOException>(() => flaky.Note("x"));
            Assert.Equal(("attempt 2", 2), (thrown.Message, flaky.Calls));
            Assert.StartsWith("   at Cases.Retries.Flaky.Attempt[T](T result)", thrown.StackTrace, StringComparison.Ordinal);
            Assert.DoesNotContain("Retried", thrown.StackTrace, StringComparison.Ordinal);
        });

        ScopeTrace note = run.Scope("note_it");
        Assert.Equal((Outcome.Error, "attempt 2"), (note.Outcome, note.Error!.Message));
        Assert.Equal([1, 2], Attempts(note).Select(attempt => attempt.Number));
    }

    [Fact]
    public async Task An_asynchronous_exception_is_the_same_instance_for_everybody()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Flaky flaky = new() { FailuresLeft = 9 };
            Task task = flaky.SendAsync("x", default);
            IOException thrown = await Assert.ThrowsAsync<IOException>(() => task);
            Assert.Equal(("attempt 3", 3), (thrown.Message, flaky.Calls));
            Assert.Same(thrown, Assert.Single(task.Exception!.InnerExceptions));
        });
        Assert.Equal((ScopeKind.ToolCall, Outcome.Error, 3), (run.Scope("send").Kind, run.Scope("send").Outcome, Attempts(run.Scope("send")).Count));
    }

    [Fact]
    public async Task Beside_another_attribute_the_attempts_are_those_of_its_scope()
    {
        RunTrace run = await Everywhere.CallAsync(async () => Assert.Equal(["q"], await new Flaky { FailuresLeft = 1 }.SearchAsync("q")));

        ScopeTrace search = Assert.Single(run.Scopes);
        Assert.Equal((ScopeKind.Retrieval, "search", "q"), (search.Kind, search.Name, search.Retrieval!.Query));
        Assert.Equal([(1, "retry", "System.IO.IOException: attempt 1")], Attempts(search));
    }

    [Fact]
    public async Task A_fallback_stands_in_when_nothing_helps()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Flaky flaky = new() { FailuresLeft = 9 };
            Assert.Equal("small: hi", await flaky.AskAsync("hi"));
            Assert.Equal(3, flaky.Calls);
        });

        ScopeTrace ask = run.Scope("ask");
        Assert.Equal((Outcome.Ok, "\"small: hi\""), (ask.Outcome, ask.Result));
        Assert.Equal(["retry", "retry", "fallback"], Attempts(ask).Select(attempt => attempt.Strategy));
    }

    [Fact]
    public async Task An_answer_of_the_body_keeps_what_it_says_about_the_call()
    {
        RunTrace run = await Everywhere.CallAsync(async () => Assert.Equal("re: hi", await new Flaky { FailuresLeft = 1 }.AskAsync("hi")));
        Assert.Equal(("large", "re: hi"), (run.Scope("ask").Llm!.Model, run.Scope("ask").Llm!.ResponsePreview));
    }

    [Fact]
    public async Task A_decision_keeps_its_reasoning_and_its_fallback_has_none()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Assert.Equal(Route.Billing, new Flaky { FailuresLeft = 1 }.RouteIt("invoice"));
            Assert.Equal(Route.Technical, new Flaky { FailuresLeft = 3 }.RouteIt("invoice"));
            Assert.True(await new Flaky { FailuresLeft = 2 }.IsUrgentAsync("now!"));
        });
        Assert.Equal(
            [("route_it", "\"Billing\"", "by length", 0.5), ("route_it", "\"Technical\"", null, null), ("is_urgent", "true", null, null)],
            run.Scopes.Select(scope => (scope.Name, scope.Result!, scope.Reasoning, scope.Confidence)));
    }

    [Fact]
    public async Task Parameters_by_reference_see_every_attempt()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            int tries = 0;
            Assert.True(new Flaky { FailuresLeft = 2 }.TryParse("7", out int number, ref tries));
            Assert.Equal((7, 3), (number, tries));

            tries = 0;
            Assert.False(new Flaky { FailuresLeft = 3 }.TryParse("7", out number, ref tries));
            Assert.Equal((-1, 3), (number, tries));
        });
        Assert.Equal([2, 3], run.Scopes.Select(scope => Attempts(scope).Count));
    }

    [Fact]
    public async Task Generic_dynamic_and_ref_struct_calls_return_what_they_promise()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Assert.Equal(["a", "b"], await new Flaky { FailuresLeft = 1 }.RepeatAsync("a", 1, "b"));
            Assert.Equal("x", (string)new Flaky { FailuresLeft = 1 }.Anything("x"));
            Assert.Equal("y", Flaky.Trim(" y ").ToString());
            Assert.Equal(1, await new Flaky().OnceAsync());
        });
        Assert.Equal(["repeat", "anything", "trim", "once"], run.Scopes.Select(scope => scope.Name));
    }

    [Fact]
    public async Task What_is_not_worth_it_is_not_repeated()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Flaky flaky = new() { FailuresLeft = 9 };
            await Assert.ThrowsAsync<IOException>(() => flaky.OnceAsync());
            Assert.Equal(1, flaky.Calls);
        });
        Assert.Equal(Outcome.Error, run.Scope("once").Outcome);
    }

    [Fact]
    public async Task A_cancelled_call_is_not_repeated()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Flaky flaky = new();
            Task task = flaky.SendAsync("x", new CancellationToken(canceled: true));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
            Assert.Equal((true, 0), (task.IsCanceled, flaky.Calls));
        });
        Assert.Equal(Outcome.Cancelled, run.Scope("send").Outcome);
    }

    // One test for everything about this circuit: it is the method's, and so of all tests.
    [Fact]
    public async Task An_open_circuit_attempts_nothing_and_falls_back_at_once()
    {
        Flaky broken = new() { FailuresLeft = int.MaxValue };
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async _ =>
        {
            Assert.Equal("cached k", await broken.LoadAsync("k"));
            Assert.Equal("cached k", await broken.LoadAsync("k"));
            Assert.Equal(6, broken.Calls);

            Assert.Equal("cached k", await broken.LoadAsync("k"));
            Assert.Equal(6, broken.Calls);
        });

        RunTrace run = await recording.RunAsync();
        Assert.Equal(["load", "load_from_cache", "load", "load_from_cache", "load", "load_from_cache"], run.Scopes.Select(scope => scope.Name));
        Assert.Equal([(0, "circuit_break", null)], Attempts(run.Scopes[4]));
        Assert.Equal(run.Scopes[4].Id, run.Scopes[5].ParentId);
    }

    private static List<(int Number, string Strategy, string? Error)> Attempts(ScopeTrace scope) =>
    [
        .. scope.Events.Where(happened => happened.Kind == EventKind.Retry).Select(happened =>
        {
            JsonElement facts = JsonDocument.Parse(happened.Value!).RootElement;
            string? error = facts.TryGetProperty("original_error", out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
            return (facts.GetProperty("attempt").GetInt32(), facts.GetProperty("strategy").GetString()!, error);
        }),
    ];
}
