using Cases.Admissions;

namespace Observe.Behaviour.Tests.Governance;

/// <summary>The guarded methods of <see cref="Gates"/>, by name.</summary>
internal static class GateCalls
{
    private static readonly Func<object?> s_null = () => null;

    public static IReadOnlyDictionary<string, GateCall> All { get; } = new Dictionary<string, GateCall>
    {
        ["Do"] = Now((gates, text) =>
        {
            gates.Do(text, "secret");
            return null;
        }) with { Nothing = s_null },
        ["Add"] = Now((gates, _) => gates.Add(1, 2)) with { HasText = false },
        ["Find"] = Now((gates, text) => gates.Find(text)) with { Nothing = s_null },
        ["Count"] = Now((gates, _) => gates.Count(2).ToArray()) with { Nothing = () => Array.Empty<int>(), HasText = false },
        ["Pick"] = Now((gates, text) => gates.Pick(text)) with { Nothing = () => new List<Colour>() },
        ["TryFind"] = Now((gates, text) => gates.TryFind(text, out _)),
        ["ParseAsync"] = new(async (gates, text) => await gates.ParseAsync("12", text)) { Nothing = () => new List<int>() },
        ["ReadAsync"] = new(async (gates, _) => await gates.ReadAsync(3)) { Nothing = s_null, HasText = false },
        ["SendAsync"] = Awaited(async (gates, text) =>
        {
            await gates.SendAsync(text);
            return null;
        }) with { Nothing = s_null },
        ["SearchAsync"] = Awaited(async (gates, text) => await gates.SearchAsync(text, 3)) with { Nothing = () => Array.Empty<string>() },
        ["StoreAsync"] = Awaited(async (gates, text) =>
        {
            await gates.StoreAsync(text, 1);
            return null;
        }) with { Nothing = s_null },
        ["CountAsync"] = Awaited(async (gates, text) => await gates.CountAsync(text, default)) with { Nothing = s_null, HasText = false },
        ["StreamAsync"] = Awaited(async (gates, text) => await ReadAsync(gates.StreamAsync(text))) with { Nothing = () => new List<string>() },
        ["PickAsync"] = Awaited(async (gates, text) => await gates.PickAsync(text)) with { Nothing = s_null },
        ["AskAsync"] = Awaited(async (gates, text) => await gates.AskAsync(text)) with { Nothing = () => Array.Empty<string>() },
        ["FetchAsync"] = Awaited(async (gates, text) => await gates.FetchAsync(text, null)),
    };

    public static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> stream)
    {
        List<T> items = [];
        await foreach (T item in stream)
        {
            items.Add(item);
        }

        return items;
    }

    private static GateCall Now(Func<Gates, string, object?> call) => new((gates, text) => Task.FromResult(call(gates, text)));

    private static GateCall Awaited(Func<Gates, string, Task<object?>> call) => new(call) { IsAwaited = true };
}
