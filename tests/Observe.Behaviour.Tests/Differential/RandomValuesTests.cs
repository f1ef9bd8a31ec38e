using System.Globalization;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>What is captured of random objects is the JSON that System.Text.Json writes of them.</summary>
public sealed class RandomValuesTests
{
    private readonly GraphAgent _agent = new();

    // A number of graphs; nightly runs set it higher.
    private static int Graphs { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("OBSERVE_FUZZ"), CultureInfo.InvariantCulture, out int wanted) ? wanted : 600;

    [Fact]
    public Task Random_graphs_are_captured_as_the_reference_writes_them() => VerifyAsync<Graph>(1, _agent.Echo);

    [Fact]
    public Task Random_objects_with_inherited_members_are_captured_as_the_reference_writes_them() => VerifyAsync<Dog>(2, _agent.EchoDog);

    private static async Task VerifyAsync<T>(int stream, Func<T, T> echo)
        where T : class
    {
        T[] values = [.. Enumerable.Range(0, Graphs).Select(seed => (T)new RandomGraph((stream * 1_000_000) + seed).Of(typeof(T)))];

        IReadOnlyList<(string Arguments, string Result)> captured =
            await CapturedJson.OfAsync(values.Length, i => Assert.Same(values[i], echo(values[i])));

        List<string> differences = [];
        for (int i = 0; i < values.Length; i++)
        {
            string expected = Reference.JsonOf(values[i], typeof(T));
            IReadOnlyList<string> result = JsonDifference.Between(captured[i].Result, expected);
            IReadOnlyList<string> argument = JsonDifference.Between(captured[i].Arguments, $$"""{"value":{{expected}}}""");
            differences.AddRange(result.Concat(argument).Select(difference => $"graph {i}: {difference}"));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences\n{string.Join("\n", differences.Take(40))}");
    }
}
