using Cases.Opaque;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class OpaqueTests
{
    private readonly Opaque _opaque = new();

    [Fact]
    public async Task What_is_not_data_is_named_and_nothing_of_it_is_touched()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Touchy touchy = new();
            Lazy<int> lazy = new(() => touchy.Touch());
            using Connection connection = new();
            Holder holder = _opaque.Pass(
                () => touchy.Touch(),
                touchy.Touch,
                Stream.Null,
                CancellationToken.None,
                new Task(() => touchy.Touch()),
                new ValueTask<int>(touchy.TouchAsync()),
                lazy,
                touchy.Sequence().AsQueryable(),
                touchy.StreamAsync(),
                touchy.Sequence().GetEnumerator(),
                touchy.Sequence(),
                [1],
                new BillingService(),
                new TraceContext("t"),
                connection,
                [connection, null!],
                touchy,
                new Empty { Field = 1 },
                new Pending(),
                new ToolException("hammer"),
                new InvalidOperationException("message"),
                typeof(int),
                touchy,
                touchy,
                new int[3],
                "comparable",
                DayOfWeek.Monday,
                RunContext.Inactive);

            Assert.Equal((Stream.Null, lazy, touchy), (holder.Stream, holder.Lazy, (Touchy)holder.Chat));
            Assert.Equal([1], holder.Sequence);
            Assert.False(lazy.IsValueCreated);
            Assert.Equal(0, touchy.Touches);
        });

        ScopeTrace pass = run.Scope("pass");
        Assert.Equal(
            """
            {"action":{"$type":"System.Action"},
            "func":{"$type":"System.Func<int>"},
            "stream":{"$type":"System.IO.Stream"},
            "task":{"$type":"System.Threading.Tasks.Task"},
            "valueTask":{"$type":"System.Threading.Tasks.ValueTask<int>"},
            "lazy":{"$type":"System.Lazy<int>"},
            "query":{"$type":"System.Linq.IQueryable<int>"},
            "stream2":{"$type":"System.Collections.Generic.IAsyncEnumerable<int>"},
            "enumerator":{"$type":"System.Collections.Generic.IEnumerator<int>"},
            "untyped":{"$type":"System.Collections.IEnumerable"},
            "list":{"$type":"System.Collections.ArrayList"},
            "service":{"$type":"Cases.Opaque.BillingService"},
            "context":{"Id":"t"},
            "connection":{"$type":"Cases.Opaque.Connection"},
            "connections":[{"$type":"Cases.Opaque.Connection"},null],
            "chat":{"$type":"Cases.Opaque.IChat"},
            "empty":{"$type":"Cases.Opaque.Empty"},
            "pending":{"$type":"Cases.Opaque.Pending"},
            "error":{"$type":"Cases.Opaque.ToolException"},
            "exception":{"$type":"System.Exception"},
            "type":{"$type":"System.Type"},
            "services":{"$type":"System.IServiceProvider"},
            "progress":{"$type":"System.IProgress<int>"},
            "memory":{"$type":"System.Memory<int>"},
            "comparable":{"$type":"System.IComparable"},
            "anyEnum":{"$type":"System.Enum"}}
            """.ReplaceLineEndings(""),
            pass.Arguments);
        Assert.Equal(
            """
            {"Stream":{"$type":"System.IO.Stream"},
            "Callback":{"$type":"System.Func<int>"},
            "Running":{"$type":"System.Threading.Tasks.Task<int>"},
            "Lazy":{"$type":"System.Lazy<int>"},
            "Sequence":[1],
            "Chat":{"$type":"Cases.Opaque.IChat"}}
            """.ReplaceLineEndings(""),
            pass.Result);
    }

    [Fact]
    public async Task What_is_not_there_is_recorded_as_null()
    {
        RunTrace run = await Everywhere.CallAsync(() => _opaque.Pass(
            null!, null!, null!, default, null!, default, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!,
            null!, null!, null!, null!, default, null!, null!, null));

        Assert.Equal(
            """
            {"action":null,"func":null,"stream":null,"task":null,"valueTask":{"$type":"System.Threading.Tasks.ValueTask<int>"},"lazy":null,
            "query":null,"stream2":null,"enumerator":null,"untyped":null,"list":null,"service":null,"context":null,"connection":null,
            "connections":null,"chat":null,"empty":null,"pending":null,"error":null,"exception":null,"type":null,"services":null,
            "progress":null,"memory":{"$type":"System.Memory<int>"},"comparable":null,"anyEnum":null}
            """.ReplaceLineEndings(""),
            run.Scope("pass").Arguments);
    }

    [Fact]
    public async Task A_span_of_text_is_text_and_another_span_is_the_bodys_to_change()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            int[] numbers = [1, 2];
            _opaque.Spans(numbers, "abc");
            Assert.Equal([0, 0], numbers);
        });
        Assert.Equal([(ScopeKind.Step, "spans", """{"numbers":{"$type":"System.Span<int>"},"text":"abc"}""", null)], run.Calls());
    }

    /// <summary>Counts whatever is done with it.</summary>
    private sealed class Touchy : IChat, IServiceProvider, IProgress<int>
    {
        public int Touches { get; private set; }

        public string Model => Touch().ToString(System.Globalization.CultureInfo.InvariantCulture);

        public int Touch() => ++Touches;

        public Task<int> TouchAsync() => new(Touch);

        public Task<string> AskAsync(string question) => Task.FromResult(Model);

        public object? GetService(Type serviceType) => Touch();

        public void Report(int value) => Touch();

        public IEnumerable<int> Sequence()
        {
            yield return Touch();
        }

        public async IAsyncEnumerable<int> StreamAsync()
        {
            await Task.Yield();
            yield return Touch();
        }

        public override string ToString() => Model;
    }
}
