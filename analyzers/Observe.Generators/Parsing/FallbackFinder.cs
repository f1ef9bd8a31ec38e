using Microsoft.CodeAnalysis;
using Observe.Generators.Model;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Finds the method that stands in for a body that failed: of the same type, with the declaration's signature.</summary>
internal static class FallbackFinder
{
    /// <summary>The fallback, or null after a rule was reported.</summary>
    public static CoreComparison? Find(
        TypeParsing context, IMethodSymbol method, AttributeData retry, ReturnShape shape, BodyWrapper allowed, string name)
    {
        List<IMethodSymbol> candidates =
        [
            .. method.ContainingType.GetMembers(name)
                .OfType<IMethodSymbol>()
                .Where(static candidate => candidate.MethodKind == MethodKind.Ordinary),
        ];
        if (candidates.Count == 0)
        {
            Report($"'{method.ContainingType.Name}' has no method of this name");
            return null;
        }

        candidates.RemoveAll(candidate => SymbolEqualityComparer.Default.Equals(candidate, method));
        if (candidates.Count == 0)
        {
            Report("it would call itself again");
            return null;
        }

        CoreComparison closest = candidates
            .Select(candidate => CoreComparison.Of(context.Compilation, method, shape, allowed, candidate, contextPosition: -1))
            .Aggregate(static (best, next) => next.Differences.Count < best.Differences.Count ? next : best);
        if (closest.Differences.Count == 0 && !Obsolescence.IsErrorToCall(closest.Core, method))
        {
            return closest;
        }

        Report(closest.Differences.Count == 0 ? "calling it is an error, as its [Obsolete] says" : string.Join("; ", closest.Differences));
        return null;

        void Report(string problem) =>
            context.Rules.Report(ShapeRules.FallbackUnusable, retry, context.CancellationToken, method.Name, name, problem);
    }
}
