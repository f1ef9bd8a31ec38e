using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>An attribute that makes a method observed.</summary>
internal readonly struct ScopeAttribute(ScopeKind kind, AttributeData data)
{
    public ScopeKind Kind { get; } = kind;

    public AttributeData Data { get; } = data;

    /// <summary>The name as it stands in code, without <c>Attribute</c>.</summary>
    public string DisplayName { get; } = DisplayNameOf(kind);

    /// <summary>The scope attributes of a method, as they stand on it.</summary>
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

    private static string DisplayNameOf(ScopeKind kind) => kind == ScopeKind.Run ? "Observe" : kind.ToString();

    private static ScopeKind? KindOf(INamedTypeSymbol? type) => type?.Name switch
    {
        WellKnownNames.Observe when type.IsOurs(type.Name) => ScopeKind.Run,
        WellKnownNames.Step when type.IsOurs(type.Name) => ScopeKind.Step,
        WellKnownNames.ToolCall when type.IsOurs(type.Name) => ScopeKind.ToolCall,
        WellKnownNames.Decision when type.IsOurs(type.Name) => ScopeKind.Decision,
        _ => null,
    };
}
