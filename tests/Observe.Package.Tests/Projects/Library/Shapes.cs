using System.Runtime.CompilerServices;
using Observe;

namespace Library;

public enum Route
{
    Billing,
    Shipping,
}

public sealed record Line(string Sku, int Quantity, [Sensitive] string Card, Line? Parent = null);

public interface ITool<T>
    where T : notnull
{
    Task<T> CallAsync(T input, CancellationToken cancellationToken);
}

public sealed partial class Shapes(string name) : ITool<Line>
{
    [Observe("shapes", Workflow = "all")]
    public partial Task<IReadOnlyList<Line>> RunAsync([SessionId] string session, [Tag] Route route, CancellationToken cancellationToken = default);

    private async Task<IReadOnlyList<Line>> RunCoreAsync(string session, Route route, RunContext run, CancellationToken cancellationToken)
    {
        run.SetTag("name", name);
        return [await CallAsync(new Line(session, (int)route, "card"), cancellationToken)];
    }

    [ToolCall(ToolType = ToolTypes.Api)]
    public partial Task<Line> CallAsync(Line input, CancellationToken cancellationToken);

    private static Task<Line> CallCoreAsync(Line input, CancellationToken cancellationToken) => Task.FromResult(input);

    [Decision]
    public partial Route Choose(Dictionary<string, Line>? lines);

    private static Decision<Route> ChooseCore(Dictionary<string, Line>? lines) => new(lines is null ? Route.Billing : Route.Shipping);

    [Step]
    public partial void Note(string? text, params int[] numbers);

    private static void NoteCore(string? text, int[] numbers) => _ = (text, numbers);

    [Step]
    public partial ValueTask PauseAsync();

    private static ValueTask PauseCoreAsync() => default;

    [Step]
    public partial ValueTask<int?> CountAsync(IReadOnlyCollection<string> texts);

    private static ValueTask<int?> CountCoreAsync(IReadOnlyCollection<string> texts) => new(texts.Count);

    [Step]
    public partial bool TryParse(ReadOnlySpan<char> text, out int number);

    private static bool TryParseCore(ReadOnlySpan<char> text, out int number) => int.TryParse(text, out number);

    [Step]
    public static partial T Largest<T>(IEnumerable<T> items, T least)
        where T : struct, IComparable<T>;

    private static T LargestCore<T>(IEnumerable<T> items, T least)
        where T : struct, IComparable<T> => items.Append(least).Max();

    [Step]
    public partial IEnumerable<(int Number, string Text)> Number(string[] texts);

    private static IEnumerable<(int Number, string Text)> NumberCore(string[] texts) => texts.Select((text, number) => (number, text));

    [Step]
    public partial IAsyncEnumerable<Line> ReadAsync(Uri from, CancellationToken cancellationToken = default);

    private static async IAsyncEnumerable<Line> ReadCoreAsync(Uri from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        yield return new Line(from.Host, 1, "card");
    }

    // The signature of a body is given, so advice to change it (here CA1859: return the array) stays silent.
    [Step]
    public partial IReadOnlyList<string> Words(string text, int unused);

    private static IReadOnlyList<string> WordsCore(string text, int unused) => text.Split(' ');

    internal readonly partial record struct Nested(int Value)
    {
        [Step]
        internal partial int Double();

        private int DoubleCore() => Value * 2;
    }
}
