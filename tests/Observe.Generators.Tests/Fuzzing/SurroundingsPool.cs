namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Namespaces, directives and the way types are written.</summary>
internal static class SurroundingsPool
{
    public static Surroundings Draw(Draft draft, FuzzedLanguage language)
    {
        draft.IsQualified = draft.Choices.Chance(50);
        string[] namespaces = [draft.Marker, $"{draft.Marker}.Inner", $"@namespace.{draft.Marker}", $"Größe.{draft.Marker}.@class", $"Observe.{draft.Marker}", $"System.{draft.Marker}", ""];
        string[] shadowing = [$"{draft.Marker}.System.Threading", $"{draft.Marker}.Observe", $"{draft.Marker}.Observe.CompilerServices", $"{draft.Marker}.System", $"Fuzz.{draft.Marker}.Fuzz"];
        string chosen = draft.IsQualified && draft.Choices.Chance(40) ? draft.Choices.OneOf<string>(shadowing) : draft.Choices.OneOf<string>(namespaces);
        draft.IsGlobal = chosen.Length == 0;

        string directive = draft.Choices.OneOf("", "", "", "", "#nullable enable\n", "#nullable disable\n");
        draft.IsNullable = directive switch { "" => language.IsNullable, _ => directive.Contains("enable", StringComparison.Ordinal) };
        bool isRegion = draft.IsNullable && draft.Choices.Chance(8);
        draft.IsNullable &= !isRegion;
        return new Surroundings(chosen)
        {
            IsFileScoped = chosen.Length > 0 && draft.Choices.Chance(50),
            IsNested = draft.Choices.Chance(30),
            Directive = directive,
            IsRegion = isRegion,
        };
    }
}
