using System.Runtime.CompilerServices;

namespace Observe.Aot.Checks;

internal enum Route
{
    Billing,
    Shipping,
}

internal interface IGreeter
{
    string Greet(string name);
}

/// <summary>Observed methods of every shape, all called by one run.</summary>
internal sealed partial class Shapes : IGreeter
{
    [Observe("shapes", Workflow = "checks")]
    public partial Task<string> RunAsync([SessionId] string session, [Tag] Route route, CancellationToken ct = default);

    private async Task<string> RunCoreAsync(string session, Route route, RunContext run, CancellationToken ct)
    {
        run.SetMetadata("numbers", CapturedValue.List(1, 2.5, "three"));
        int sum = Add(1, 2);
        Note("text");
        Swap(ref sum, out int before, in sum);
        Echo("text");
        Echo(42);
        Pair<string>.Of("left", "right");
        Sum(1, 2, 3);
        Greet("world");
        await PauseAsync();
        await FetchAsync("slow", TimeSpan.FromMilliseconds(1), ct);
        await FetchAsync("fast", TimeSpan.Zero, ct);
        await TouchAsync();
        await CountAsync([route]);
        foreach (int number in Numbers(3))
        {
            before += number;
        }

        await foreach (string word in WordsAsync("one two three", ct))
        {
            if (word == "two")
            {
                break;
            }
        }

        ChooseRoute("refund");
        IsUrgent("refund");
        new Counter(20).Increment(1);
        new Point(1, 2).Move(3, 4);
        await Task.WhenAll(LookUpAsync("a"), LookUpAsync("b"));
        await NestedAsync("inner");
        try
        {
            Fail("reason");
        }
        catch (InvalidOperationException)
        {
            // the run goes on
        }

        return $"{session} {sum} {before}";
    }

    [Step]
    private partial int Add(int a, int b);

    private static int AddCore(int a, int b) => a + b;

    [Step]
    private partial void Note(string text);

    private static void NoteCore(string text) => _ = text;

    [Step]
    private partial void Swap(ref int value, out int before, in int unchanged);

    private static void SwapCore(ref int value, out int before, in int unchanged)
    {
        before = value;
        value = 100;
    }

    [Step]
    private partial T Echo<T>(T value)
        where T : notnull;

    private static T EchoCore<T>(T value)
        where T : notnull => value;

    [Step]
    private partial int Sum(params int[] numbers);

    private static int SumCore(int[] numbers)
    {
        int sum = 0;
        foreach (int number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    [Step]
    public partial string Greet(string name);

    private static string GreetCore(string name) => $"Hello, {name}";

    [Step]
    private partial Task PauseAsync();

    private static Task PauseCoreAsync() => Task.Delay(1);

    [ToolCall("fetch", ToolType = ToolTypes.Api)]
    private partial Task<string> FetchAsync(string what, TimeSpan after, CancellationToken ct);

    private static Task<string> FetchCoreAsync(string what, TimeSpan after, CancellationToken ct) =>
        after == TimeSpan.Zero ? Task.FromResult(what) : DelayAsync(what, after, ct);

    private static async Task<string> DelayAsync(string what, TimeSpan after, CancellationToken ct)
    {
        await Task.Delay(after, ct);
        return what;
    }

    [Step]
    private partial ValueTask TouchAsync();

    private static async ValueTask TouchCoreAsync() => await Task.Yield();

    [Step]
    private partial ValueTask<int> CountAsync(IReadOnlyList<Route> routes);

    private static ValueTask<int> CountCoreAsync(IReadOnlyList<Route> routes) => new(routes.Count);

    [Step]
    private partial IEnumerable<int> Numbers(int to);

    private static IEnumerable<int> NumbersCore(int to)
    {
        for (int number = 1; number <= to; number++)
        {
            yield return number;
        }
    }

    [Step]
    private partial IAsyncEnumerable<string> WordsAsync(string text, CancellationToken ct);

    private static async IAsyncEnumerable<string> WordsCoreAsync(string text, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (string word in text.Split(' '))
        {
            await Task.Delay(1, ct);
            yield return word;
        }
    }

    [Decision]
    private partial Route ChooseRoute(string text);

    private static Decision<Route> ChooseRouteCore(string text) => new(Route.Billing, reasoning: $"says {text}", confidence: 0.75);

    [Decision]
    private partial bool IsUrgent(string text);

    private static bool IsUrgentCore(string text) => text.Length > 100;

    [ToolCall(Leaf = true)]
    private partial Task<string> LookUpAsync(string key);

    private static async Task<string> LookUpCoreAsync(string key)
    {
        await Task.Yield();
        return key + key;
    }

    [Observe("inner")]
    private partial Task NestedAsync(string input);

    private Task NestedCoreAsync(string input)
    {
        Note(input);
        return Task.CompletedTask;
    }

    [Step]
    private partial void Fail(string why);

    private static void FailCore(string why) => throw new InvalidOperationException(why);

    internal static partial class Pair<T>
        where T : class
    {
        [Step("pair")]
        internal static partial (T Left, T Right) Of(T left, T right);

        private static (T Left, T Right) OfCore(T left, T right) => (left, right);
    }

    internal partial struct Counter(int start)
    {
        private int _count = start;

        [Step]
        internal partial int Increment(int by);

        private int IncrementCore(int by) => _count += by;
    }

    internal sealed partial record Point(int X, int Y)
    {
        [Step]
        internal partial Point Move(int dx, int dy);

        private Point MoveCore(int dx, int dy) => new(X + dx, Y + dy);
    }
}
