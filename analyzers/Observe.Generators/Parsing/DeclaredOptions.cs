using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The options that a <c>[Decision]</c> names itself.</summary>
internal static class DeclaredOptions
{
    /// <summary>The options with their places in the attribute; none where the attribute leaves them to the type.</summary>
    public static IReadOnlyList<(SyntaxNode Place, string Option)> Of(AttributeData attribute, CancellationToken cancellationToken)
    {
        List<string?> values = [.. attribute.Named("Options").Elements().Select(static value => value.Value as string)];
        if (values.Count == 0 || attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return [];
        }

        ExpressionSyntax? list = syntax.ArgumentList?.Arguments
            .FirstOrDefault(static argument => argument.NameEquals is { Name.Identifier.ValueText: "Options" })?.Expression;
        IReadOnlyList<ExpressionSyntax>? places = list is null ? null : ConstantTexts.Elements(list);
        bool isWrittenOut = places is not null && places.Count == values.Count;
        List<(SyntaxNode, string)> options = [];
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is { } option)
            {
                options.Add((isWrittenOut ? places![i] : syntax, option));
            }
        }

        return options;
    }
}
