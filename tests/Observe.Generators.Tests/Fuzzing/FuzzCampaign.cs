using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Makes declarations batch by batch, leaves out those that are illegal without us, and judges the others.</summary>
internal sealed class FuzzCampaign(int seed)
{
    private const int BatchSize = 100;
    private const int MostFailures = 12;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _failures = [];
    private readonly SortedDictionary<string, int> _rules = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _discarded = new(StringComparer.Ordinal);

    /// <summary>Whether declarations come with code that calls them.</summary>
    public bool IsExecuted { get; init; }

    /// <summary>Declarations that were judged; all different.</summary>
    public int Judged { get; private set; }

    public int Drawn { get; private set; }

    public int Discarded => _discarded.Values.Sum();

    public IReadOnlyCollection<string> Failures => _failures.Values;

    public IReadOnlyDictionary<string, int> Rules => _rules;

    public void Run(int wanted)
    {
        for (int batch = 0; Judged < wanted && _failures.Count < MostFailures; batch++)
        {
            Judge(Legal(batch));
        }
    }

    /// <summary>The declarations of one batch that are legal without us and were not seen before.</summary>
    public FuzzBatch Legal(int batch)
    {
        FuzzedLanguage language = FuzzedLanguage.Of(batch);
        if (IsExecuted)
        {
            language = language with { Optimisation = OptimizationLevel.Debug }; // nothing is inlined, so every frame can be seen
        }

        List<FuzzedDeclaration> drawn =
        [
            .. Enumerable.Range(batch * BatchSize, BatchSize)
                .Select(number => DeclarationMaker.Make(number, Choices.Random(seed, number), language, IsExecuted))
                .Where(declaration => _seen.Add(declaration.Normalised)),
        ];
        Drawn += BatchSize;
        ILookup<int, Diagnostic>? problems = ProblemsOfTwins(language, drawn);
        if (problems is null)
        {
            drawn.RemoveAll(declaration => ProblemsOfTwins(language, [declaration]) is null);
            problems = new FuzzBatch(language, drawn).OfTwins();
        }

        Assert.Empty(problems[-1]);
        foreach (FuzzedDeclaration declaration in drawn.Where(declaration => problems[declaration.Number].Any()))
        {
            Count(_discarded, problems[declaration.Number].First().Id);
        }

        return new FuzzBatch(language, [.. drawn.Where(declaration => !problems[declaration.Number].Any())]);
    }

    // Null where the compiler itself fails, as it does for rare code without anything of ours.
    private ILookup<int, Diagnostic>? ProblemsOfTwins(FuzzedLanguage language, List<FuzzedDeclaration> declarations)
    {
        try
        {
            return new FuzzBatch(language, declarations).OfTwins();
        }
        catch (Exception exception) when (exception is AggregateException or NullReferenceException)
        {
            if (declarations.Count == 1)
            {
                Count(_discarded, "a failure of the compiler");
            }

            return null;
        }
    }

    public string Report() => string.Create(
        CultureInfo.InvariantCulture,
        $"seed {seed}: {Drawn} drawn, {Judged} judged, all different, {Discarded} discarded; rules {Counts(_rules)}; discarded for {Counts(_discarded)}");

    private static string Counts(SortedDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")));

    private static void Count(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private void Judge(FuzzBatch batch)
    {
        ILookup<int, Diagnostic> diagnostics = batch.OfObserved();
        if (diagnostics[-1].Any())
        {
            _failures["nobody's"] = $"Nobody's: {string.Join("\n", diagnostics[-1])}";
        }

        foreach (FuzzedDeclaration declaration in batch.Declarations)
        {
            Judged++;
            FuzzVerdict verdict = FuzzVerdict.Of(declaration, diagnostics[declaration.Number]);
            Count(_rules, verdict.Rule ?? "none");
            if (verdict.Rule is null)
            {
                FuzzSize.Keep(declaration);
            }

            string kind = string.Join(",", diagnostics[declaration.Number].Select(static diagnostic => diagnostic.Id).Distinct());
            if (verdict.Problem is not null && !_failures.ContainsKey(kind))
            {
                _failures.Add(kind, Described(batch.Language, declaration, verdict));
            }
        }
    }

    private string Described(FuzzedLanguage language, FuzzedDeclaration declaration, FuzzVerdict verdict)
    {
        FuzzedDeclaration smallest = Shrinking.Of(declaration, language);
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"==== seed {seed}, number {declaration.Number}, C# {language.Version}\n{verdict.Problem}\n")
            .Append(CultureInfo.InvariantCulture, $"---- smallest, allowed rule {smallest.Rule ?? "none"}\n{smallest.Text}\n")
            .ToString();
    }
}
