using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Model;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Refactoring;

/// <summary>Turns an ordinary method into an observed one: as a run, a step, a tool call and what else its result allows.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ObserveMethodRefactoring))]
[Shared]
public sealed class ObserveMethodRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindToken(context.Span.Start) is not { } token || MethodAt(root, token, context.Span.Start) is not { } syntax)
        {
            return;
        }

        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model?.GetDeclaredSymbol(syntax, context.CancellationToken) is { } method && Observability.Of(model, syntax, method))
        {
            ImmutableArray<CodeAction> ways =
            [
                .. WaysOf(method).Select(way => Action(context.Document.Project.Solution, model, syntax, method, way)),
            ];
            context.RegisterRefactoring(CodeAction.Create("Observe this method", ways, isInlinable: false));
        }
    }

    private static MethodDeclarationSyntax? MethodAt(SyntaxNode root, SyntaxToken token, int position) =>
        token.Parent is MethodDeclarationSyntax method && method.Identifier == token ? method
        : position > 0 && root.FindToken(position - 1) is { Parent: MethodDeclarationSyntax before } name && before.Identifier == name ? before
        : null;

    private static CodeAction Action(
        Solution solution, SemanticModel model, MethodDeclarationSyntax syntax, IMethodSymbol method, (string Title, string Attribute) way)
    {
        Edits edits = new(solution);
        string attribute = edits.AttributeName(model, syntax.SpanStart, way.Attribute);
        edits.AddAttribute(syntax, syntax.AttributeLists, attribute);
        edits.MakePartial(syntax);
        edits.Part(model, syntax, method);
        edits.MakePartial(syntax.Parent as TypeDeclarationSyntax);
        return CodeAction.Create(way.Title, edits.ApplyAsync, $"{nameof(ObserveMethodRefactoring)}.{way.Attribute}");
    }

    private static IEnumerable<(string Title, string Attribute)> WaysOf(IMethodSymbol method)
    {
        ReturnType returned = ReturnType.Of(method);
        bool isOne = returned is
        {
            ResultIsTypeArgument: true,
            Shape: ReturnShape.Value or ReturnShape.TaskOfResult or ReturnShape.ValueTaskOfResult,
        };
        yield return ("… as run", "Observe");
        yield return ("… as step", "Step");
        yield return ("… as tool call", "ToolCall");
        if (isOne && Observability.IsChoice(returned.Result!))
        {
            yield return ("… as decision", "Decision");
        }

        if (isOne && Observability.IsList(returned.Result!))
        {
            yield return ("… as retrieval", "Retrieval");
        }

        if (isOne || returned.Shape == ReturnShape.AsyncStream)
        {
            yield return ("… as LLM call", "LlmCall");
        }
    }
}
