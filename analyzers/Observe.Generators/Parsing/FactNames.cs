using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>
/// Finds out which captured arguments and members of the result are facts about a retrieval, a reasoning or a call of a language
/// model, and under which names they are captured.
/// </summary>
internal sealed class FactNames(
    TypeParsing context, IMethodSymbol method, CoreComparison? core, ScopeAttribute scope, ReturnType returned)
{
    private static readonly string[] s_queries = ["query", "question", "search", "text", "prompt", "input", "q"];
    private static readonly string[] s_counts = ["topK", "top", "k", "limit", "count", "take", "maxResults"];
    private static readonly string[] s_sources = ["source", "collection", "index"];
    private static readonly string[] s_scores = ["Score", "Relevance", "RelevanceScore", "Similarity", "Distance"];
    private static readonly string[] s_models = ["model", "modelId", "modelName"];
    private static readonly string[] s_thoughts = ["Thought", "Evidence", "Conclusion"];

    /// <summary>The parameter that names the model of a call, or null.</summary>
    public static IParameterSymbol? ModelOf(IMethodSymbol method, CoreComparison? core) =>
        Find(method, core, s_models, static type => type.SpecialType == SpecialType.System_String);

    public IEnumerable<Setting> Of(bool capturesArguments, bool capturesResult)
    {
        List<(string Fact, string? Name)> facts = [];
        if (capturesArguments)
        {
            facts.AddRange(OfArguments());
        }

        if (capturesResult && Privacy.OfReturn(method, core) == PrivacyLevel.Open)
        {
            facts.AddRange(OfResult());
        }

        return facts.Where(static fact => fact.Name is not null).Select(static fact => new Setting(fact.Fact, Literals.Of(fact.Name)));
    }

    private IEnumerable<(string Fact, string? Name)> OfArguments()
    {
        if (scope.Kind == ScopeKind.Retrieval)
        {
            bool isSourceKnown = !string.IsNullOrWhiteSpace(scope.Data.NamedArgument("Source") as string);
            IParameterSymbol? source = isSourceKnown ? null : Find(method, core, s_sources, IsText);
            yield return ("Query", (Find(method, core, s_queries, IsText) ?? OnlyText(except: source))?.Name);
            yield return ("Count", Find(method, core, s_counts, IsInteger)?.Name);
            yield return ("Source", source?.Name);
        }
        else if (scope.Kind == ScopeKind.LlmCall)
        {
            yield return ("Model", ModelOf(method, core)?.Name);
        }
    }

    private IEnumerable<(string Fact, string? Name)> OfResult()
    {
        if (scope.Kind == ScopeKind.Retrieval && returned.Result is { } result)
        {
            ITypeSymbol document = Collections.EntryOf(result) is null ? Collections.ElementOf(result) ?? result : result;
            yield return ("Score", CapturedMember(document, s_scores, static type => IsInteger(type) || IsFraction(type)));
        }
        else if (scope.Kind == ScopeKind.Reasoning && returned is { Result: { } reasoning, Shape: not (ReturnShape.AsyncStream or ReturnShape.Sequence) })
        {
            foreach (string thought in s_thoughts)
            {
                yield return (thought, CapturedMember(reasoning, [thought], static _ => true));
            }
        }
    }

    // Only what is written under a name of its own can be found again.
    private string? CapturedMember(ITypeSymbol type, string[] names, Func<ITypeSymbol, bool> isOfType)
    {
        ITypeSymbol bare = WithoutNull(type);
        if (bare is not INamedTypeSymbol named || context.Shapes.Of(bare) is not { Kind: ValueKind.Data })
        {
            return null;
        }

        List<(string Name, string Recorded)> members = named.IsTupleType
            ? [.. named.TupleElements.Where(element => isOfType(WithoutNull(element.Type))).Select(static element => (element.Name, element.Name))]
            :
            [
                .. DataProperties.Of(named)
                    .Where(member => isOfType(WithoutNull(member.Property.Type)) && Privacy.Of(member.Property, named) == PrivacyLevel.Open)
                    .Where(static member => Privacy.Of(member.Property.Type) == PrivacyLevel.Open)
                    .Select(static member => (member.Property.Name, member.Name)),
            ];
        return names
            .Select(name => members.Find(member => Is(member.Name, name)).Recorded ?? members.Find(member => Is(member.Recorded, name)).Recorded)
            .FirstOrDefault(static recorded => recorded is not null);
    }

    private static bool Is(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private IParameterSymbol? OnlyText(IParameterSymbol? except) =>
        method.Parameters.Where(parameter => IsText(parameter.Type) && IsOpen(method, core, parameter)
            && !SymbolEqualityComparer.Default.Equals(parameter, except)).ToList() is [var only] ? only : null;

    // The first name that fits wins, not the first parameter.
    private static IParameterSymbol? Find(IMethodSymbol method, CoreComparison? core, string[] names, Func<ITypeSymbol, bool> isOfType) =>
        names
            .Select(name => method.Parameters.FirstOrDefault(parameter =>
                parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && isOfType(parameter.Type) && IsOpen(method, core, parameter)))
            .FirstOrDefault(static parameter => parameter is not null);

    private static bool IsOpen(IMethodSymbol method, CoreComparison? core, IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.Out && Privacy.Of(parameter, method, core) == PrivacyLevel.Open;

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    private static bool IsInteger(ITypeSymbol type) => IntegerTypes.Contains(WithoutNull(type));

    private static bool IsFraction(ITypeSymbol type) => WithoutNull(type).SpecialType
        is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    private static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
