using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The texts of a list that is written out where it is used.</summary>
internal static class ConstantTexts
{
    /// <summary>The texts with their places, or null where not all of them are known.</summary>
    public static IReadOnlyList<(ExpressionSyntax Place, string Text)>? Of(
        SemanticModel model, ExpressionSyntax list, CancellationToken cancellationToken)
    {
        if (Elements(Constants.Bare(list)) is not { } elements)
        {
            return null;
        }

        List<(ExpressionSyntax, string)> texts = [];
        foreach (ExpressionSyntax element in elements)
        {
            if (Constants.TextOf(model, element, cancellationToken) is not { } text)
            {
                return null;
            }

            texts.Add((element, text));
        }

        return texts;
    }

    /// <summary>The elements of a list, or null where it is not written out.</summary>
    public static IReadOnlyList<ExpressionSyntax>? Elements(ExpressionSyntax list) => list switch
    {
        CollectionExpressionSyntax collection => collection.Elements.All(static element => element is ExpressionElementSyntax)
            ? [.. collection.Elements.Cast<ExpressionElementSyntax>().Select(static element => element.Expression)]
            : null,
        ImplicitArrayCreationExpressionSyntax array => [.. array.Initializer.Expressions],
        ArrayCreationExpressionSyntax { Initializer: { } values } => [.. values.Expressions],
        ArrayCreationExpressionSyntax { Type.RankSpecifiers: [{ Sizes: [LiteralExpressionSyntax { Token.Value: 0 }] }] } => [],
        ObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } created when NameText.Of(created.Type) == "List" =>
            created.Initializer is { } values ? [.. values.Expressions] : [],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } called }
            when NameText.Of(called.Expression) == "Array" => [],
        _ => null,
    };
}
