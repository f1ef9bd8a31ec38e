using Microsoft.CodeAnalysis;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Finds a smaller declaration that goes wrong in the same way, by making its choices smaller and fewer.</summary>
internal sealed class Shrinking(FuzzedDeclaration best, FuzzedLanguage language)
{
    private const int MostAttempts = 300;

    private readonly string? _wanted = Failure(best, language);
    private int _attempts;

    public static FuzzedDeclaration Of(FuzzedDeclaration failing, FuzzedLanguage language) => new Shrinking(failing, language).Shrink();

    private FuzzedDeclaration Shrink()
    {
        // What fails only together with others stays as it is.
        for (int length = Math.Max(1, best.Choices.Count / 2); length > 0 && _wanted is not null; length /= 2)
        {
            for (int start = 0; start < best.Choices.Count && _attempts < MostAttempts; start += length)
            {
                int end = Math.Min(start + length, best.Choices.Count);
                Try([.. best.Choices.Take(start), .. Enumerable.Repeat(0, end - start), .. best.Choices.Skip(end)]);
                Try([.. best.Choices.Take(start), .. best.Choices.Skip(end)]);
            }
        }

        return best;
    }

    private void Try(List<int> smaller)
    {
        FuzzedDeclaration candidate = DeclarationMaker.Make(best.Number, Choices.Replay(smaller), language);
        if (candidate.Text.Length < best.Text.Length)
        {
            _attempts++;
            best = Failure(candidate, language) == _wanted ? candidate : best;
        }
    }

    // The ids of what is reported, or null where nothing is wrong with it or it is illegal without us.
    private static string? Failure(FuzzedDeclaration declaration, FuzzedLanguage language)
    {
        FuzzBatch batch = new(language, [declaration]);
        if (batch.OfTwins().Count > 0)
        {
            return null;
        }

        List<Diagnostic> diagnostics = [.. batch.OfObserved().SelectMany(static group => group)];
        return FuzzVerdict.Of(declaration, diagnostics).Problem is null
            ? null
            : string.Join(",", diagnostics.Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
    }
}
