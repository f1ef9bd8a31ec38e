namespace Observe.Behaviour.Tests.Ambient;

/// <summary>The wrapper is invisible: what the caller sees is what the body does.</summary>
public sealed partial class InvisibleTests
{
    private static readonly AsyncLocal<string?> s_users = new();

    [Fact]
    public async Task A_completed_task_is_returned_as_it_is()
    {
        await using Recording recording = Recording.Start();
        Task<int> done = Task.FromResult(7);
        await recording.Observer.RunAsync("test", _ =>
        {
            Assert.Same(done, GiveAsync(done));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_null_task_is_returned_as_it_is()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", _ =>
        {
            Assert.Null(GiveAsync(null!));
            return Task.CompletedTask;
        });
        Assert.Equal(Outcome.Ok, (await recording.RunAsync()).Scope("give").Outcome);
    }

    [Fact]
    public async Task A_task_that_has_failed_is_handed_out_failed()
    {
        await using Recording recording = Recording.Start();
        InvalidOperationException failure = new("failed");
        await recording.Observer.RunAsync("test", _ =>
        {
            Task<int> observed = GiveAsync(Task.FromException<int>(failure));
            Assert.True(observed.IsFaulted);
            Assert.Same(failure, observed.Exception!.InnerException);
            Assert.True(GiveAsync(Task.FromCanceled<int>(new CancellationToken(canceled: true))).IsCanceled);
            return Task.CompletedTask;
        });
        Assert.Equal([Outcome.Error, Outcome.Cancelled], (await recording.RunAsync()).Scopes.Select(scope => scope.Outcome));
    }

    [Fact]
    public async Task A_task_of_many_exceptions_keeps_them_all()
    {
        await using Recording recording = Recording.Start();
        InvalidOperationException first = new("first");
        ArgumentException second = new("second");
        await recording.Observer.RunAsync("test", async _ =>
        {
            TaskCompletionSource<int> source = new();
            Task<int> observed = GiveAsync(source.Task);
            source.SetException([first, second]);
            await Assert.ThrowsAsync<InvalidOperationException>(() => observed);
            Assert.Equal([first, second], observed.Exception!.InnerExceptions);
        });
        Assert.Equal("first", (await recording.RunAsync()).Scope("give").Error!.Message);
    }

    [Fact]
    public async Task A_cancelled_task_keeps_its_state_token_and_exception()
    {
        await using Recording recording = Recording.Start();
        using CancellationTokenSource cancellation = new();
        await cancellation.CancelAsync();
        CustomCancellation thrown = new(cancellation.Token);
        await recording.Observer.RunAsync("test", async _ =>
        {
            Task<int> observed = GiveAsync(CancelAsync(thrown));
            CustomCancellation caught = await Assert.ThrowsAsync<CustomCancellation>(() => observed);
            Assert.Same(thrown, caught);
            Assert.True(observed.IsCanceled);
        });
        ScopeTrace scope = (await recording.RunAsync()).Scope("give");
        Assert.Equal(Outcome.Cancelled, scope.Outcome);

        static async Task<int> CancelAsync(Exception exception)
        {
            await Task.Yield();
            throw exception;
        }
    }

    [Fact]
    public async Task An_exception_is_the_same_with_the_bodys_frame_on_top_of_its_stack()
    {
        await using Recording recording = Recording.Start();
        recording.Observer.Run("test", _ =>
        {
            InvalidOperationException caught = Assert.Throws<InvalidOperationException>(() => Throw("broken"));
            string[] frames = caught.StackTrace!.Split('\n');
            Assert.Contains(nameof(ThrowCore), frames[0], StringComparison.Ordinal);
            Assert.DoesNotContain("ObservedThrow", caught.StackTrace, StringComparison.Ordinal);
        });
        ScopeTrace scope = (await recording.RunAsync()).Scope("throw");
        Assert.Equal("System.InvalidOperationException", scope.Error!.Type);
        Assert.Contains(nameof(ThrowCore), scope.Error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_sync_body_sets_in_an_AsyncLocal_of_its_own_reaches_the_caller()
    {
        await using Recording recording = Recording.Start();
        recording.Observer.Run("test", run =>
        {
            SetUsers("set by the body");
            Assert.Equal("set by the body", s_users.Value);
            Assert.Same(run, RunContext.Current);
            SetUsers("again");
        });
        RunTrace trace = await recording.RunAsync();
        Assert.All(trace.Scopes, scope => Assert.Equal(0, scope.ParentId));
    }

    [Fact]
    public async Task What_an_async_body_sets_in_an_AsyncLocal_of_its_own_stays_inside()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async _ =>
        {
            s_users.Value = "caller";
            await SetUsersAsync("body");
            Assert.Equal("caller", s_users.Value);
        });
    }

    [Fact]
    public void Without_an_observer_only_the_body_runs()
    {
        Assert.Equal(3, Add(1, 2));
        Assert.Null(RunContext.Current);
    }

    [Fact]
    public async Task Outside_a_run_a_step_runs_its_body_and_records_nothing()
    {
        await using Recording recording = Recording.Start();
        Assert.Equal(3, Add(1, 2));
        Assert.Empty(await recording.RunsAsync());
    }

    [Fact]
    public async Task Ref_and_out_values_pass_through()
    {
        await using Recording recording = Recording.Start();
        recording.Observer.Run("test", _ =>
        {
            int counter = 1;
            bool found = Exchange(ref counter, out string text, 5);
            Assert.True(found);
            Assert.Equal(6, counter);
            Assert.Equal("5", text);
        });
        ScopeTrace scope = (await recording.RunAsync()).Scope("exchange");
        Assert.Equal("""{"counter":1,"by":5}""", scope.Arguments);
        Assert.Equal("true", scope.Result);
    }

    [Fact]
    public async Task A_pooled_value_task_is_consumed_once()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async _ =>
        {
            Assert.Equal(5, await PooledAsync(yield: true));
            Assert.Equal(5, await PooledAsync(yield: false));
        });
        Assert.All((await recording.RunAsync()).Scopes, scope => Assert.Equal("5", scope.Result));
    }

    [Step("give")]
    private static partial Task<int> GiveAsync([NotCaptured] Task<int> task);

    private static Task<int> GiveCoreAsync(Task<int> task) => task;

    [Step]
    private static partial void Throw(string message);

    private static void ThrowCore(string message) => throw new InvalidOperationException(message);

    [Step]
    private static partial void SetUsers(string value);

    private static void SetUsersCore(string value) => s_users.Value = value;

    [Step]
    private static partial Task SetUsersAsync(string value);

    private static async Task SetUsersCoreAsync(string value)
    {
        s_users.Value = value;
        await Task.Yield();
    }

    [Step]
    private static partial int Add(int a, int b);

    private static int AddCore(int a, int b) => a + b;

    [Step]
    private static partial bool Exchange(ref int counter, out string text, in int by);

    private static bool ExchangeCore(ref int counter, out string text, in int by)
    {
        counter += by;
        text = by.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }

    [Step]
    private static partial ValueTask<int> PooledAsync(bool yield);

    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<int> PooledCoreAsync(bool yield)
    {
        if (yield)
        {
            await Task.Yield();
        }

        return 5;
    }

    private sealed class CustomCancellation(CancellationToken token) : OperationCanceledException("mine", token);
}
