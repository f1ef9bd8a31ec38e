using System.Collections.Generic;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using Observe;

namespace Cases.Reasonings;

public sealed record Analysis(string Thought, IReadOnlyList<string> Evidence, string? Conclusion);

public sealed class Renamed
{
    [JsonPropertyName("what_i_think")]
    public string Thought { get; init; } = "";

    [Sensitive]
    public string Conclusion { get; init; } = "";
}

public partial class Thinker
{
    [Observe]
    public partial Task<string?> RunAsync(string topic);

    private async Task<string?> RunCoreAsync(string topic) => (await AnalyseAsync(topic)).Conclusion;

    [Reasoning("analyse")]
    public partial ValueTask<Analysis> AnalyseAsync(string topic);

    private static async ValueTask<Analysis> AnalyseCoreAsync(string topic)
    {
        await Task.Yield();
        return new Analysis($"think about {topic}", ["one", "two"], "done");
    }

    [Reasoning]
    public partial string ThinkAloud(int times);

    private static string ThinkAloudCore(int times) => new('m', times);

    [Reasoning(Leaf = true)]
    public partial Renamed Rename();

    private static Renamed RenameCore() => new() { Thought = "t", Conclusion = "secret" };

    [Reasoning]
    public partial (string Thought, int Conclusion)? Weigh(bool enough);

    private static (string Thought, int Conclusion)? WeighCore(bool enough) => enough ? ("heavy", 3) : null;

    [Reasoning]
    [return: Sensitive]
    public partial Analysis Hide();

    private static Analysis HideCore() => new("a", [], "b");
}
