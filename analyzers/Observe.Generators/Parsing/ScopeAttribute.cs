using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>An attribute that makes a method observed.</summary>
internal readonly struct ScopeAttribute(ScopeKind kind, AttributeData data)
{
    public ScopeKind Kind { get; } = kind;

    public AttributeData Data { get; } = data;

    /// <summary>The name as it stands in code, without <c>Attribute</c>.</summary>
    public string DisplayName { get; } = DisplayNameOf(kind);

    /// <summary>The name that the attribute gives, or null.</summary>
    public string? GivenName => Kind == ScopeKind.Retry ? Data.NamedArgument("Name") as string : Data.TextArgument();

    /// <summary>The name of the scope on this method: what the attribute gives, else what follows from the method's name.</summary>
    public string NameOn(IMethodSymbol method) => GivenName ?? ScopeNames.DefaultOf(Kind, method.ContainingType.Name, method.Name);

    /// <summary>The scope attributes of a method, as they stand on it; <c>[Retry]</c> is one, though it may stand beside another.</summary>
    public static IEnumerable<ScopeAttribute> Of(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (KindOf(attribute.AttributeClass) is { } kind)
            {
                yield return new ScopeAttribute(kind, attribute);
            }
        }
    }

    /// <summary>Whether an attribute is written as a scope attribute; <see cref="Of"/> says whether it is one.</summary>
    public static bool IsNamedAsOne(AttributeSyntax attribute) => NameOf(attribute.Name) is
        "Observe" or "ObserveAttribute" or "Step" or "StepAttribute" or "ToolCall" or "ToolCallAttribute" or "Decision" or "DecisionAttribute"
        or "Retrieval" or "RetrievalAttribute" or "Reasoning" or "ReasoningAttribute" or "LlmCall" or "LlmCallAttribute"
        or "Retry" or "RetryAttribute";

    /// <summary>The one that makes the scope: a retry only where it stands alone.</summary>
    public static ScopeAttribute Leading(IReadOnlyList<ScopeAttribute> scopes)
    {
        foreach (ScopeAttribute scope in scopes)
        {
            if (scope.Kind != ScopeKind.Retry)
            {
                return scope;
            }
        }

        return scopes[0];
    }

    private static string? NameOf(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => NameOf(qualified.Right),
        AliasQualifiedNameSyntax aliased => NameOf(aliased.Name),
        _ => null,
    };

    private static string DisplayNameOf(ScopeKind kind) => kind == ScopeKind.Run ? "Observe" : kind.ToString();

    private static ScopeKind? KindOf(INamedTypeSymbol? type) => type?.Name switch
    {
        WellKnownNames.Observe when type.IsOurs(type.Name) => ScopeKind.Run,
        WellKnownNames.Step when type.IsOurs(type.Name) => ScopeKind.Step,
        WellKnownNames.ToolCall when type.IsOurs(type.Name) => ScopeKind.ToolCall,
        WellKnownNames.Decision when type.IsOurs(type.Name) => ScopeKind.Decision,
        WellKnownNames.Retrieval when type.IsOurs(type.Name) => ScopeKind.Retrieval,
        WellKnownNames.Reasoning when type.IsOurs(type.Name) => ScopeKind.Reasoning,
        WellKnownNames.LlmCall when type.IsOurs(type.Name) => ScopeKind.LlmCall,
        WellKnownNames.Retry when type.IsOurs(type.Name) => ScopeKind.Retry,
        _ => null,
    };
}
