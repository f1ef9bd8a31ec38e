using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>The parameters of a body as text: those of the declaration without roles, default values and <c>this</c>.</summary>
internal static class BodyParameters
{
    public static string Of(SemanticModel model, ParameterListSyntax list, string? context)
    {
        List<TextChange> changes = [];
        foreach (ParameterSyntax parameter in list.Parameters)
        {
            foreach (AttributeListSyntax attributes in parameter.AttributeLists)
            {
                Add(changes, model, attributes);
            }

            if (parameter.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.ThisKeyword)) is { RawKind: not 0 } extended)
            {
                changes.Add(new TextChange(TextSpan.FromBounds(extended.SpanStart, extended.GetNextToken().SpanStart), ""));
            }

            if (parameter.Default is { } value)
            {
                changes.Add(new TextChange(TextSpan.FromBounds(parameter.Identifier.Span.End, value.Span.End), ""));
            }
        }

        if (context is not null)
        {
            changes.Add(Insertion(model, list, context));
        }

        SourceText text = SourceText.From(list.ToString());
        IEnumerable<TextChange> relative = changes
            .OrderBy(static change => change.Span.Start)
            .Select(change => new TextChange(new TextSpan(change.Span.Start - list.SpanStart, change.Span.Length), change.NewText!));
        return text.WithChanges(relative).ToString();
    }

    /// <summary>A parameter more: before a token that ends the list or what takes all the rest, else at the end.</summary>
    public static TextChange Insertion(SemanticModel model, ParameterListSyntax list, string parameter)
    {
        if (list.Parameters.LastOrDefault() is not { } last)
        {
            return new TextChange(new TextSpan(list.OpenParenToken.Span.End, 0), parameter);
        }

        bool isBefore = last.Modifiers.Any(SyntaxKind.ParamsKeyword)
            || (model.GetDeclaredSymbol(last) is { Type: var type } && type.Is("System.Threading", "CancellationToken"));
        bool ownLine = Layout.BeginsLine(list.SyntaxTree, last.SpanStart);
        string between = ownLine ? ",\n" + Layout.IndentationOf(last) : ", ";
        return isBefore
            ? new TextChange(new TextSpan(last.SpanStart, 0), parameter + between)
            : new TextChange(new TextSpan(last.Span.End, 0), between + parameter);
    }

    private static void Add(List<TextChange> changes, SemanticModel model, AttributeListSyntax list)
    {
        List<AttributeSyntax> kept = [.. list.Attributes.Where(attribute => AttributePlaces.BelongsToBody(attribute, model))];
        if (kept.Count == 0)
        {
            changes.Add(new TextChange(TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), ""));
        }
        else if (kept.Count < list.Attributes.Count)
        {
            changes.Add(new TextChange(list.Span, $"[{string.Join(", ", kept)}]"));
        }
    }
}
