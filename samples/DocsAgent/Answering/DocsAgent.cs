using Docs.Reading;
using Docs.Searching;
using Observe;

namespace Docs.Answering;

/// <summary>
/// Answers questions with the words of a folder of documents. The declarations with attributes say what is traced, the methods
/// whose names end in <c>Core</c> do the work; the engine behind them knows nothing of tracing.
/// </summary>
public sealed partial class DocsAgent(DocumentIndex index)
{
    private const int SectionsToRead = 5;

    [Observe("docs-agent", Workflow = "answer")]
    [Budget(MaxDurationSeconds = 30)]
    public partial Task<Answer> AnswerAsync([SessionId] string session, string question, CancellationToken ct = default);

    private async Task<Answer> AnswerCoreAsync(string session, string question, RunContext run, CancellationToken ct)
    {
        run.RecordUserMessage(question);
        Route route = RouteQuestion(question);
        run.SetTag("route", route.ToString());

        IReadOnlyList<string> queries = PlanSearches(route, question);
        Hit[] hits = [.. queries.SelectMany(query => SearchSections(query, SectionsToRead)).DistinctBy(hit => hit.Section)];

        ReadingAttempt[] attempts = await Task.WhenAll(hits.Select(hit => TryReadAsync(hit.Section, ct)));
        IReadOnlyList<Quote> quotes = SelectQuotes(route, question, [.. attempts.Select(attempt => attempt.Passage).OfType<Passage>()]);
        Answer answer = ComposeAnswer(route, question, quotes, hits) with
        {
            Unreadable = attempts.Count(attempt => attempt is { Passage: null, Forbidden: null }),
            Forbidden = attempts.Select(attempt => attempt.Forbidden).FirstOrDefault(reason => reason is not null),
        };

        Coverage coverage = Coverage.Of(answer, index.Understand(question));
        JudgeAnswer(coverage);
        run.RecordScore("coverage", coverage.Share, coverage.Describe());
        run.RecordScore("answered", answer.Quotes.Count > 0);
        run.RecordAgentResponse(AnswerText.Of(answer));
        return answer;
    }

    [Decision("route_question")]
    private partial Route RouteQuestion(string question);

    private Decision<Route> RouteQuestionCore(string question) => QuestionRouter.Decide(question);

    [Step]
    private partial IReadOnlyList<string> PlanSearches(Route route, string question);

    private IReadOnlyList<string> PlanSearchesCore(Route route, string question) => SearchPlan.For(route, question);

    [Retrieval(Source = "documents")]
    private partial IReadOnlyList<Hit> SearchSections(string query, int top);

    private IReadOnlyList<Hit> SearchSectionsCore(string query, int top) => index.Search(query, top);

    // The full path of the folder tells the name of the user and the machine's layout, so the trace gets a mask instead.
    [ToolCall]
    private partial Task<string> ReadSectionAsync(
        [Sensitive] string folder, string path, int firstLine, int lastLine, CancellationToken ct);

    private Task<string> ReadSectionCoreAsync(string folder, string path, int firstLine, int lastLine, CancellationToken ct) =>
        SectionReader.ReadAsync(folder, path, firstLine, lastLine, ct);

    // The passages are in the trace already, as the results of read_section.
    [Step]
    private partial IReadOnlyList<Quote> SelectQuotes(Route route, string question, [NotCaptured] IReadOnlyList<Passage> passages);

    private IReadOnlyList<Quote> SelectQuotesCore(Route route, string question, IReadOnlyList<Passage> passages) =>
        new QuoteSelector(question, index.Understand(question), route).Select(passages);

    [Step]
    private partial Answer ComposeAnswer(Route route, string question, IReadOnlyList<Quote> quotes, [NotCaptured] IReadOnlyList<Hit> hits);

    private Answer ComposeAnswerCore(Route route, string question, IReadOnlyList<Quote> quotes, IReadOnlyList<Hit> hits) =>
        AnswerComposer.Compose(question, route, index.Understand(question), quotes, hits);

    [Reasoning]
    private partial Thought JudgeAnswer([NotCaptured] Coverage coverage);

    private Thought JudgeAnswerCore(Coverage coverage) => new(coverage.Describe(), coverage.Evidence, coverage.Conclusion);

    /// <summary>
    /// Without a passage when the file has gone since it was indexed, or a policy forbids to read it: the trace shows the tool call that
    /// failed, the answer does without.
    /// </summary>
    private async Task<ReadingAttempt> TryReadAsync(Section section, CancellationToken ct)
    {
        try
        {
            string text = await ReadSectionAsync(index.Folder, section.Path, section.FirstLine, section.LastLine, ct);
            return new ReadingAttempt(new Passage(section, text.Split('\n')), Forbidden: null);
        }
        catch (IOException)
        {
            return new ReadingAttempt(Passage: null, Forbidden: null);
        }
        catch (PolicyViolationException violation)
        {
            return new ReadingAttempt(Passage: null, violation.Message);
        }
    }
}
