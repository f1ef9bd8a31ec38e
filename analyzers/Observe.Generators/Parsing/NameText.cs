using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The last word of a name or of a type, as it is written.</summary>
internal static class NameText
{
    /// <summary><c>global::A.B&lt;C&gt;?</c> → <c>B</c>; null where there is no name.</summary>
    public static string? Of(ExpressionSyntax? name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => Of(nullable.ElementType),
        _ => null,
    };
}
