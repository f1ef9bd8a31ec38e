using Observe.Generators.Tests.Fuzzing;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Editing;

/// <summary>
/// An editor runs generator and analyzers on code that is half written; nothing of it may make them throw or hang. Every build tries
/// all beginnings with the generator and a sample with the analyzers; with <c>OBSERVE_FUZZ</c> nothing is left out.
/// </summary>
public sealed class BrokenCodeTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(FuzzSize.IsSmall ? 5 : 60);

    public static TheoryData<string> Cases =>
    [
        .. Directory.EnumerateFiles(TestFiles.Cases, "*.cs")
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Every_beginning_of_a_case_is_survived(string name) =>
        SurviveAsync(BrokenText.Beginnings(Source(name)), analyzedOneOf: FuzzSize.IsSmall ? 40 : 1);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_case_that_ends_at_a_token_is_survived(string name) =>
        SurviveAsync(OneOf(FuzzSize.IsSmall ? 23 : 1, BrokenText.BeginningsOfTokens(Source(name))), analyzedOneOf: FuzzSize.IsSmall ? 20 : 3);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_case_without_some_tokens_is_survived(string name)
    {
        Random random = new(name.Length);
        string source = Source(name);
        IEnumerable<string> texts = Enumerable.Range(0, FuzzSize.IsSmall ? 8 : 300)
            .Select(round => round % 2 == 0 ? BrokenText.WithHoles(source, random) : BrokenText.Mixed(source, random));
        return SurviveAsync(texts, analyzedOneOf: FuzzSize.IsSmall ? 4 : 2);
    }

    [Fact]
    public Task A_random_declaration_that_is_not_finished_is_survived()
    {
        Random random = new(1);
        IEnumerable<string> texts = Enumerable.Range(0, FuzzSize.IsSmall ? 100 : 3_000)
            .Select(static number => DeclarationMaker.Make(number, Choices.Random(7, number), FuzzedLanguage.Of(0)).Files[0])
            .Select(source => random.Next(3) switch
            {
                0 => source[..random.Next(source.Length)],
                1 => BrokenText.WithHoles(source, random),
                _ => BrokenText.Mixed(source, random),
            });
        return SurviveAsync(texts, analyzedOneOf: FuzzSize.IsSmall ? 5 : 1);
    }

    private static string Source(string name) => File.ReadAllText(Path.Combine(TestFiles.Cases, name + ".cs"));

    private static IEnumerable<string> OneOf(int step, IEnumerable<string> texts) => texts.Where((_, i) => i % step == 0);

    private static async Task SurviveAsync(IEnumerable<string> texts, int analyzedOneOf)
    {
        using CancellationTokenSource longest = new(s_longest);
        Editor editor = new("");
        int number = 0;
        foreach (string text in texts)
        {
            editor.Type(text);
            editor.Generate(longest.Token);
            if (++number % analyzedOneOf == 0)
            {
                await editor.AnalyzeAsync(longest.Token);
            }
        }

        Assert.True(number > 0);
    }
}
