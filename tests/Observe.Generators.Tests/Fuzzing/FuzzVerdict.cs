using Microsoft.CodeAnalysis;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>What became of one declaration.</summary>
internal sealed record FuzzVerdict(string? Rule, string? Problem)
{
    public static FuzzVerdict Of(FuzzedDeclaration declaration, IEnumerable<Diagnostic> diagnostics)
    {
        List<Diagnostic> all = [.. diagnostics];
        List<string> rules = [.. all.Select(static diagnostic => diagnostic.Id).Where(static id => id.StartsWith("OBS", StringComparison.Ordinal))];
        bool isAllowed = rules.Count == 0 || (rules is [var only] && only == declaration.Rule);
        bool isFollowed = rules is ["OBS1001" or "OBS1002"] || (rules is ["OBS1005"] && declaration.Text.Contains("file ", StringComparison.Ordinal));
        string[] others = [.. all.Where(diagnostic => !rules.Contains(diagnostic.Id) && !(isFollowed && IsConsequence(diagnostic))).Select(static diagnostic => diagnostic.ToString())];
        return new(rules.FirstOrDefault(), isAllowed && others.Length == 0 ? null : string.Join("\n", isAllowed ? others : all.Select(static diagnostic => diagnostic.ToString())));
    }

    // Without a partial type there is nowhere to write the implementing part, and the compiler says so, too.
    private static bool IsConsequence(Diagnostic diagnostic) => diagnostic.Id is "CS8795" or "CS0751" or "CS0260";
}
