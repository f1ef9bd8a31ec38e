using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Atlas.Knowledge.Indexing;
using Microsoft.Extensions.AI;

namespace Atlas.Knowledge.Answering;

public enum QuestionKind
{
    Fact,
    HowTo,
    Comparison,
    OutOfScope,
}

/// <summary>Answers questions from the knowledge base: understand, search, rank, think, write, check.</summary>
public sealed partial class AnswerAgent(
    IChatClient chat,
    IEmbeddingGenerator<string, Embedding<float>> embeddings,
    IVectorStore store,
    IReranker reranker,
    IDocumentAccess access,
    AnsweringOptions options)
{
    private const string Prompt =
        "Answer from the numbered quotes only. Put the number of the quote behind each statement, like [2]. Say so if they do not answer.";

    [Observe("answer-agent", Workflow = "answering")]
    [Budget(MaxTokens = 30_000, MaxDurationSeconds = 45)]
    public partial Task<CitedAnswer> AnswerAsync(
        [SessionId] string session, [UserId] Guid user, [UserGroup] string? department, string question, CancellationToken cancellationToken = default);

    private async Task<CitedAnswer> AnswerCoreAsync(
        string session, Guid user, string? department, string question, RunContext run, CancellationToken cancellationToken)
    {
        run.RecordUserMessage(question);
        QuestionKind kind = await ClassifyAsync(question, cancellationToken);
        run.SetTag("kind", kind.ToString());
        if (kind == QuestionKind.OutOfScope)
        {
            return CitedAnswer.Unknown(question);
        }

        string[] queries = RewriteQuery(question, kind);
        IReadOnlyList<Hit>[] found = await Task.WhenAll(
            queries.Select(query => SearchAsync(query, options.Candidates, options.Collection, cancellationToken)));
        List<Hit> readable = await KeepReadableAsync(found, department, cancellationToken);
        IReadOnlyList<Hit> ranked = await RerankAsync(question, readable, cancellationToken);
        foreach (Hit hit in ranked)
        {
            run.RecordRetrievalResult(new RetrievalResult(hit.Score, hit.Chunk.DocumentId, options.Collection));
        }

        Assessment assessment = AssessEvidence(question, ranked);
        run.RecordScore("evidence", assessment.Share);
        if (!assessment.IsEnough)
        {
            run.RecordScore("answered", false, "not enough evidence");
            return CitedAnswer.Unknown(question);
        }

        LlmAnswer written = await WriteAsync(options.Model, Quote(question, ranked), cancellationToken);
        CitedAnswer answer = CiteAnswer(question, written.Text, ranked);
        run.RecordScore("grounding", Grounding.Of(answer, ranked));
        run.RecordScore("answered", answer.IsGrounded);
        run.RecordAgentResponse(answer.Text);
        return answer;
    }

    [Decision("classify_question")]
    private partial Task<QuestionKind> ClassifyAsync(string question, CancellationToken cancellationToken);

    private async Task<Decision<QuestionKind>> ClassifyCoreAsync(string question, CancellationToken cancellationToken)
    {
        if (question.StartsWith("how ", StringComparison.OrdinalIgnoreCase))
        {
            return new Decision<QuestionKind>(QuestionKind.HowTo, "begins with how", 0.9);
        }

        ChatResponse response = await chat.GetResponseAsync(
            [new ChatMessage(ChatRole.User, $"One word, fact, how-to, comparison or other: {question}")], cancellationToken: cancellationToken);
        return response.Text.Trim().ToLowerInvariant() switch
        {
            "fact" => new(QuestionKind.Fact, confidence: 0.7),
            "how-to" => new(QuestionKind.HowTo, confidence: 0.7),
            "comparison" => new(QuestionKind.Comparison, confidence: 0.7, metadata: CapturedValue.Map(("by", "model"))),
            _ => new(QuestionKind.OutOfScope, "the model does not know either", 0.5),
        };
    }

    [Step]
    private partial string[] RewriteQuery(string question, QuestionKind kind);

    private string[] RewriteQueryCore(string question, QuestionKind kind) => kind switch
    {
        QuestionKind.Comparison => [.. question.Split([" or ", " and ", " versus "], StringSplitOptions.TrimEntries).Take(options.MaxRewrites)],
        QuestionKind.HowTo => [question, $"steps to {question[4..]}"],
        _ => [question],
    };

    [Retrieval("vector_search")]
    private partial Task<IReadOnlyList<Hit>> SearchAsync(string query, int topK, string collection, CancellationToken cancellationToken);

    private async Task<IReadOnlyList<Hit>> SearchCoreAsync(string query, int topK, string collection, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<float> vector = await embeddings.GenerateVectorAsync(query, cancellationToken: cancellationToken).ConfigureAwait(false);
        List<Hit> hits = [];
        await foreach (Hit hit in store.QueryAsync(collection, vector, topK, cancellationToken).ConfigureAwait(false))
        {
            if (hit.Score >= options.LeastScore)
            {
                hits.Add(hit);
            }
        }

        return hits;
    }

    [Step("rerank")]
    [Retry(2, FallbackTo = nameof(KeepOrder))]
    private partial Task<IReadOnlyList<Hit>> RerankAsync(string question, IReadOnlyList<Hit> hits, CancellationToken cancellationToken);

    private async Task<IReadOnlyList<Hit>> RerankCoreAsync(string question, IReadOnlyList<Hit> hits, CancellationToken cancellationToken)
    {
        IReadOnlyList<double> scores = await reranker.ScoreAsync(question, [.. hits.Select(static hit => hit.Chunk.Text)], cancellationToken);
        return
        [
            .. hits.Zip(scores, static (hit, score) => hit with { Score = score })
                .OrderByDescending(static hit => hit.Score)
                .Take(options.Quotes),
        ];
    }

    private Task<IReadOnlyList<Hit>> KeepOrder(string question, IReadOnlyList<Hit> hits, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Hit>>([.. hits.Take(options.Quotes)]);

    [Reasoning("assess_evidence")]
    private partial Assessment AssessEvidence(string question, [NotCaptured] IReadOnlyList<Hit> hits);

    private static Assessment AssessEvidenceCore(string question, IReadOnlyList<Hit> hits)
    {
        string[] words = [.. question.Split(' ').Where(static word => word.Length > 3).Select(static word => word.Trim('?', '.', ','))];
        string[] covered = [.. words.Where(word => hits.Any(hit => hit.Chunk.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))];
        double share = words.Length == 0 ? 0 : (double)covered.Length / words.Length;
        return new Assessment(
            $"{covered.Length} of {words.Length} words of the question turn up",
            covered,
            share >= 0.5 ? "write an answer" : "say that the documents do not answer",
            share);
    }

    [LlmCall("write_answer", Task = "answer", Provider = "anthropic")]
    private partial Task<LlmAnswer> WriteAsync(string model, string prompt, CancellationToken cancellationToken);

    private async Task<LlmResult<LlmAnswer>> WriteCoreAsync(string model, string prompt, CancellationToken cancellationToken)
    {
        ChatResponse response = await chat.GetResponseAsync(
            [new ChatMessage(ChatRole.System, Prompt), new ChatMessage(ChatRole.User, prompt)],
            new ChatOptions { ModelId = model, Temperature = 0.1f },
            cancellationToken);
        TokenUsage usage = TokenUsage.Anthropic(response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount, response.Usage?.CachedInputTokenCount);
        return new LlmResult<LlmAnswer>(
            new LlmAnswer(response.Text), usage, response.ModelId, response: response.Text, finishReason: response.FinishReason?.Value);
    }

    [Step(Leaf = true)]
    private partial CitedAnswer CiteAnswer(string question, string text, [NotCaptured] IReadOnlyList<Hit> hits);

    private static CitedAnswer CiteAnswerCore(string question, string text, IReadOnlyList<Hit> hits)
    {
        List<Citation> citations = [];
        foreach (Match match in Regex.Matches(text, @"\[(\d+)\]"))
        {
            int number = int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (number >= 1 && number <= hits.Count && citations.TrueForAll(citation => citation.Number != number))
            {
                citations.Add(new Citation(number, hits[number - 1].Chunk.DocumentId, hits[number - 1].Chunk.Heading));
            }
        }

        return new CitedAnswer(question, text, citations);
    }

    private static string Quote(string question, IReadOnlyList<Hit> hits)
    {
        StringBuilder text = new();
        for (int i = 0; i < hits.Count; i++)
        {
            text.Append('[').Append(i + 1).Append("] ").Append(hits[i].Chunk.Heading).Append(": ").AppendLine(hits[i].Chunk.Text);
        }

        return text.AppendLine().Append("Question: ").Append(question).ToString();
    }

    // Readers of a department must not even see that a secret document exists, so what they may not read never reaches the ranking.
    private async Task<List<Hit>> KeepReadableAsync(IReadOnlyList<Hit>[] found, string? department, CancellationToken cancellationToken)
    {
        List<Hit> readable = [];
        foreach (Hit hit in found.SelectMany(static hits => hits).DistinctBy(static hit => hit.Chunk.Key))
        {
            if (await access.CanReadAsync(hit.Chunk.DocumentId, department, cancellationToken))
            {
                readable.Add(hit);
            }
        }

        return readable;
    }
}

public sealed record LlmAnswer(string Text);

/// <summary>What the agent thinks of its evidence.</summary>
public sealed record Assessment(string Thought, IReadOnlyList<string> Evidence, string Conclusion, double Share)
{
    public bool IsEnough => Share >= 0.5;
}
