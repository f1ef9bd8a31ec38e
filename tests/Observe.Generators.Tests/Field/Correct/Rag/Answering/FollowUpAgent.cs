using System.Runtime.CompilerServices;
using Atlas.Knowledge.Indexing;

namespace Atlas.Knowledge.Answering;

/// <summary>A page of earlier answers; the token says where the next page begins.</summary>
public readonly record struct Page<T>(IReadOnlyList<T> Items, string? ContinuationToken);

public interface IFollowUps
{
    Task<IReadOnlyList<string>> SuggestAsync(string session, CitedAnswer answer, int maxTokens, CancellationToken cancellationToken);
}

/// <summary>Suggests what to ask next. Suggestions are a courtesy: without them the answer stands all the same.</summary>
public sealed partial class FollowUpAgent(IVectorStore store, IAnswerHistory history) : IFollowUps
{
    private static readonly string[] s_stopwords = ["the", "and", "with", "from"];

    private int _suggested;

    /// <summary>How many suggestions were made since the start of the process.</summary>
    public int Suggested => Volatile.Read(ref _suggested);

    [Observe(Workflow = "answering", EnforcePolicy = false)]
    public partial Task<IReadOnlyList<string>> SuggestAsync(
        [SessionId] string session, CitedAnswer answer, int maxTokens, CancellationToken cancellationToken);

    private async Task<IReadOnlyList<string>> SuggestCoreAsync(
        string session, CitedAnswer answer, int maxTokens, RunContext run, CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase) { answer.Question };
        List<string> suggestions = [];
        await foreach (CitedAnswer earlier in ReadHistoryAsync(session, pageSize: 10, cancellationToken))
        {
            if (seen.Add(earlier.Question))
            {
                suggestions.Add(earlier.Question);
            }

            if (suggestions.Sum(static text => text.Length / 4) >= maxTokens)
            {
                break;
            }
        }

        if (ExtractKeywords(answer.Text, out IReadOnlyList<string> keywords))
        {
            Task[] lookups = [.. keywords.Select(keyword => AddRelatedAsync(keyword))];
            await Task.WhenAll(lookups);
            run.SetTag("keywords", string.Join('.', keywords));
        }

        Interlocked.Add(ref _suggested, suggestions.Count);
        run.SetMetadata("suggested", suggestions.Count);
        return suggestions;

        // Runs inside the run: what it records lands there.
        async Task AddRelatedAsync(string keyword)
        {
            IReadOnlyList<string> related = await FindRelatedAsync<string>(keyword, static passage => passage, cancellationToken).ConfigureAwait(false);
            lock (suggestions)
            {
                suggestions.AddRange(related.Where(seen.Add));
            }

            run.RecordStep($"related to {keyword}", related.Count);
        }
    }

    [Step("read_history")]
    private partial IAsyncEnumerable<CitedAnswer> ReadHistoryAsync(string session, int pageSize, CancellationToken cancellationToken);

    private async IAsyncEnumerable<CitedAnswer> ReadHistoryCoreAsync(
        string session, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? pageToken = null;
        do
        {
            Page<CitedAnswer> page = await LoadPageAsync(session, pageSize, pageToken, cancellationToken);
            foreach (CitedAnswer answer in page.Items)
            {
                RunContext.Current?.RecordDataAccess(new DataAccess("history", Records: 1));
                yield return answer;
            }

            pageToken = page.ContinuationToken;
        }
        while (pageToken is not null);
    }

    [ToolCall(ToolType = ToolTypes.Database, Capture = CaptureMode.Arguments)]
    private partial ValueTask<Page<CitedAnswer>> LoadPageAsync(string session, int pageSize, string? pageToken, CancellationToken cancellationToken);

    private ValueTask<Page<CitedAnswer>> LoadPageCoreAsync(string session, int pageSize, string? pageToken, CancellationToken cancellationToken) =>
        history.LoadAsync(session, pageSize, pageToken, cancellationToken);

    [Step(Leaf = true)]
    private partial bool ExtractKeywords(string text, out IReadOnlyList<string> keywords);

    private static bool ExtractKeywordsCore(string text, out IReadOnlyList<string> keywords)
    {
        keywords =
        [
            .. text.Split(' ')
                .Where(static word => word.Length > 5 && Array.IndexOf(s_stopwords, word) < 0)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(3),
        ];
        return keywords.Count > 0;
    }

    [Retrieval(Source = "related")]
    private partial Task<IReadOnlyList<T>> FindRelatedAsync<T>(string keyword, Func<string, T> convert, CancellationToken cancellationToken)
        where T : notnull;

    private async Task<IReadOnlyList<T>> FindRelatedCoreAsync<T>(string keyword, Func<string, T> convert, CancellationToken cancellationToken)
        where T : notnull
    {
        List<T> found = [];
        float[] vector = [.. keyword.Select(static letter => letter / 128f)];
        await foreach (Hit hit in store.QueryAsync("questions", vector, topK: 3, cancellationToken))
        {
            found.Add(convert(hit.Chunk.Text));
        }

        return found;
    }
}

public interface IAnswerHistory
{
    ValueTask<Page<CitedAnswer>> LoadAsync(string session, int pageSize, string? pageToken, CancellationToken cancellationToken);
}

/// <summary>Adds suggestions to answers, and does without them when they cannot be had.</summary>
public sealed class CourteousAnswers(AnswerAgent agent, IFollowUps followUps)
{
    public async Task<(CitedAnswer Answer, IReadOnlyList<string> Next)> AskAsync(Guid user, string question, CancellationToken ct)
    {
        string session = RunContext.Current?.SessionId ?? RunContext.NewSessionId();
        CitedAnswer answer;
        try
        {
            answer = await agent.AnswerAsync(session, user, department: null, question, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or PolicyViolationException))
        {
            throw new InvalidOperationException($"\"{question}\" could not be answered.", e);
        }

        Task<IReadOnlyList<string>> pending = followUps.SuggestAsync(session, answer, maxTokens: 200, ct);
        if (await Task.WhenAny(pending, Task.Delay(TimeSpan.FromSeconds(2), ct)).ConfigureAwait(false) != pending)
        {
            return (answer, []);
        }

        try
        {
            return (answer, await pending.ConfigureAwait(false));
        }
        catch (PolicyViolationException)
        {
            return (answer, []);
        }
    }
}
