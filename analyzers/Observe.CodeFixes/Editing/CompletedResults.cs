using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Observe.CodeFixes.Editing;

/// <summary>Lets a body that works at once return tasks that are complete.</summary>
internal sealed class CompletedResults(Edits edits, SemanticModel model, INamedTypeSymbol task)
{
    /// <summary>Wraps whatever the body returns; a body that returned nothing returns a completed task at its end.</summary>
    public void ReturnFrom(MethodDeclarationSyntax body)
    {
        if (body.ExpressionBody is { } arrow)
        {
            if (task.Arity == 1)
            {
                Wrap(arrow.Expression);
            }
            else if (arrow.Expression is not ThrowExpressionSyntax)
            {
                ReturnBehind(body, arrow);
            }
        }
        else if (body.Body is { } block)
        {
            ReturnFrom(body, block);
        }
    }

    private void ReturnFrom(MethodDeclarationSyntax body, BlockSyntax block)
    {
        IEnumerable<ReturnStatementSyntax> returns = block
            .DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>();
        foreach (ReturnStatementSyntax statement in returns)
        {
            if (statement.Expression is { } value)
            {
                Wrap(value);
            }
            else
            {
                edits.Insert(body.SyntaxTree, statement.ReturnKeyword.Span.End, " " + Completed(statement));
            }
        }

        if (task.Arity == 0 && model.AnalyzeControlFlow(block) is { Succeeded: true, EndPointIsReachable: true })
        {
            string inner = Layout.IndentationOf(body) + Layout.UnitAt(body);
            int end = block.Statements.Count == 0 ? block.OpenBraceToken.Span.End : Layout.EndOfLine(block.Statements.Last());
            edits.Insert(body.SyntaxTree, end, $"\n{inner}return {Completed(body)};");
        }
    }

    private void ReturnBehind(MethodDeclarationSyntax body, ArrowExpressionClauseSyntax arrow)
    {
        string indentation = Layout.IndentationOf(body);
        string inner = indentation + Layout.UnitAt(body);
        TextSpan span = TextSpan.FromBounds(arrow.GetFirstToken().GetPreviousToken().Span.End, body.SemicolonToken.Span.End);
        edits.Replace(body.SyntaxTree, span, $"\n{indentation}{{\n{inner}{arrow.Expression};\n{inner}return {Completed(body)};\n{indentation}}}");
    }

    private void Wrap(ExpressionSyntax value)
    {
        if (value is ThrowExpressionSyntax)
        {
            return;
        }

        ITypeSymbol result = task.TypeArguments[0];
        bool isInferred = !IsTargetTyped(value) && SymbolEqualityComparer.IncludeNullability.Equals(model.GetTypeInfo(value).Type, result);
        string open = task.Name != "Task" ? "new("
            : isInferred ? $"{Task(value)}.FromResult("
            : $"{Task(value)}.FromResult<{TypeText.At(model, value.SpanStart, result)}>(";
        edits.Insert(value.SyntaxTree, value.SpanStart, open);
        edits.Insert(value.SyntaxTree, value.Span.End, ")");
    }

    // What has its type only from where it goes gives none to infer.
    private static bool IsTargetTyped(ExpressionSyntax value) =>
        value is ImplicitObjectCreationExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax
        || value.IsKind(SyntaxKind.DefaultLiteralExpression);

    private string Completed(SyntaxNode place) => task.Name == "Task" ? $"{Task(place)}.CompletedTask" : "default";

    private string Task(SyntaxNode place) => edits.TypeName(model, place.SpanStart, "System.Threading.Tasks", "Task");
}
