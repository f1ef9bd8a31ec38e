using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Cases.Retrievals;

public sealed record Doc(string Id, string Text, double Score);

public sealed record Hit(string Id)
{
    [JsonPropertyName("similarity_score")]
    public float? Similarity { get; init; }
}

public sealed record Secret(string Id, [property: Sensitive] double Score);

public partial class Library
{
    private static readonly Doc[] s_docs = [new("a", "alpha", 0.9), new("b", "beta", 0.4)];

    [Observe]
    public partial Task<int> RunAsync(string question);

    private async Task<int> RunCoreAsync(string question) => (await SearchAsync(question, topK: 2, default)).Count;

    [Retrieval(Source = "docs")]
    public partial Task<IReadOnlyList<Doc>> SearchAsync(string query, int topK, CancellationToken cancellationToken);

    private static async Task<IReadOnlyList<Doc>> SearchCoreAsync(string query, int topK, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return [.. s_docs.Where(doc => query.Length > 0).Take(topK)];
    }

    [Retrieval("nearest")]
    public partial Hit[] FindNearest(string collection, string q, long? limit = null);

    private static Hit[] FindNearestCore(string collection, string q, long? limit) =>
        [new Hit(collection) { Similarity = 0.5f }, new Hit(q) { Similarity = null }];

    // The only text is the query, whatever its name.
    [Retrieval]
    public partial IAsyncEnumerable<(string Text, decimal Score)> StreamAsync(string words);

    private static async IAsyncEnumerable<(string Text, decimal Score)> StreamCoreAsync(string words)
    {
        foreach (string word in words.Split(' '))
        {
            await Task.Yield();
            yield return (word, word.Length);
        }
    }

    [Retrieval(Leaf = true)]
    public partial List<Secret> FindSecret([Sensitive] string query, int top);

    private static List<Secret> FindSecretCore(string query, int top) => [new Secret(query.Length > top ? "long" : "short", 1)];

    [Retrieval(Capture = CaptureMode.None)]
    public partial Doc? Load(string query);

    private static Doc? LoadCore(string query) => s_docs.FirstOrDefault(doc => doc.Id == query);

    // Without any of the facts it is a retrieval all the same.
    [Retrieval]
    public partial int Count();

    private static int CountCore() => s_docs.Length;
}
