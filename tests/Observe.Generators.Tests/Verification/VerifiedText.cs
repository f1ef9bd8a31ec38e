using Microsoft.CodeAnalysis;

namespace Observe.Generators.Tests.Verification;

/// <summary>A generated file as it is checked in: a new version of the generator alone is no change.</summary>
internal static class VerifiedText
{
    private static readonly string s_version = typeof(ObserveGenerator).Assembly.GetName().Version!.ToString(3);

    public static string Of(GeneratedSourceResult source) =>
        source.SourceText.ToString().Replace($"Observe.Generators {s_version} from", "Observe.Generators (version) from", StringComparison.Ordinal);
}
