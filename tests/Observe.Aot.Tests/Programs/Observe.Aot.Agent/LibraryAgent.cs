namespace Observe.Aot.Agent;

/// <summary>
/// The observed methods of the sample DocsAgent with next to no engine behind them: what is measured is the tracing, not the search.
/// </summary>
internal sealed partial class LibraryAgent
{
    [Observe("docs-agent", Workflow = "answer")]
    public partial Task<Answer> AnswerAsync([SessionId] string session, string question, CancellationToken ct = default);

    private async Task<Answer> AnswerCoreAsync(string session, string question, RunContext run, CancellationToken ct)
    {
        Route route = RouteQuestion(question);
        run.SetTag("route", route.ToString());

        List<Hit> hits = [];
        foreach (string query in PlanSearches(route, question))
        {
            hits.AddRange(SearchSections(query, 2));
        }

        string[] passages = await Task.WhenAll(hits.ConvertAll(hit =>
            ReadSectionAsync("/srv/docs", hit.Section.Path, hit.Section.FirstLine, hit.Section.LastLine, ct)));
        return ComposeAnswer(route, question, SelectQuotes(question, passages), hits);
    }

    [Decision("route_question")]
    private partial Route RouteQuestion(string question);

    private static Decision<Route> RouteQuestionCore(string question) =>
        new(Route.Instruction, reasoning: $"begins with '{question[..3]}'", confidence: 0.95);

    [Step]
    private partial IReadOnlyList<string> PlanSearches(Route route, string question);

    private static IReadOnlyList<string> PlanSearchesCore(Route route, string question) => [question, $"{route} {question}"];

    [ToolCall(ToolType = ToolTypes.Retriever)]
    private partial IReadOnlyList<Hit> SearchSections(string query, int top);

    private static IReadOnlyList<Hit> SearchSectionsCore(string query, int top) =>
        [new Hit(new Section("README.md", "Mask a secret", 10, 20), query.Length / (double)top)];

    [ToolCall]
    private partial Task<string> ReadSectionAsync([Sensitive] string folder, string path, int firstLine, int lastLine, CancellationToken ct);

    private static async Task<string> ReadSectionCoreAsync(string folder, string path, int firstLine, int lastLine, CancellationToken ct)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1), ct);
        return $"Lines {firstLine} to {lastLine} of {path}.";
    }

    [Step]
    private partial IReadOnlyList<Quote> SelectQuotes(string question, [NotCaptured] IReadOnlyList<string> passages);

    private static IReadOnlyList<Quote> SelectQuotesCore(string question, IReadOnlyList<string> passages) =>
        [new Quote(new Section("README.md", question, 10, 20), passages[0], 0.5)];

    [Step]
    private partial Answer ComposeAnswer(Route route, string question, IReadOnlyList<Quote> quotes, [NotCaptured] IReadOnlyList<Hit> hits);

    private static Answer ComposeAnswerCore(Route route, string question, IReadOnlyList<Quote> quotes, IReadOnlyList<Hit> hits) =>
        new($"{quotes[0].Text} ({hits.Count} hits for '{question}')", route, quotes);
}
