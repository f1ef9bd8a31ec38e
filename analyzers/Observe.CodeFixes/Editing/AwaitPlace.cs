using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>Whether something can be awaited where it stands.</summary>
internal static class AwaitPlace
{
    /// <summary>
    /// Makes sure that the place can await: it is asynchronous, or it is the program's entry, which nobody calls and which is made so.
    /// False where callers would have to change.
    /// </summary>
    public static bool TryEnter(Edits edits, SemanticModel model, SyntaxNode place)
    {
        if (EnclosingFunction.Of(place) is not { } function || IsBarred(place, function))
        {
            return false;
        }

        if (function is CompilationUnitSyntax || EnclosingFunction.IsAsync(function))
        {
            return true;
        }

        return function is MethodDeclarationSyntax { Identifier.ValueText: "Main" } main && TryMakeAsync(edits, model, main);
    }

    // The language has no await in a lock, in unsafe code, in a filter, nor in most of a query.
    private static bool IsBarred(SyntaxNode place, SyntaxNode function) => place.Ancestors()
        .TakeWhile(node => node != function)
        .Any(static node => node is LockStatementSyntax or UnsafeStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax);

    private static bool TryMakeAsync(Edits edits, SemanticModel model, MethodDeclarationSyntax main)
    {
        if (model.GetDeclaredSymbol(main) is not { } method
            || !SymbolEqualityComparer.Default.Equals(model.Compilation.GetEntryPoint(default), method)
            || main.Modifiers.Any(SyntaxKind.UnsafeKeyword))
        {
            return false;
        }

        bool isNumber = method.ReturnType.SpecialType == SpecialType.System_Int32;
        if (!isNumber && !method.ReturnsVoid)
        {
            return false; // it returns tasks of others already
        }

        string task = edits.TypeName(model, main.SpanStart, "System.Threading.Tasks", "Task");
        edits.Replace(main.ReturnType, isNumber ? $"async {task}<int>" : $"async {task}");
        return true;
    }
}
