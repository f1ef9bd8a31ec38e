using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2003: disposes an observer at the end of the block that started it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DisposeObserverFix))]
[Shared]
public sealed class DisposeObserverFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2003"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        Edits edits = target.NewEdits();
        if (target.Enclosing<InvocationExpressionSyntax>() is not { } call
            || call.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || !AwaitPlace.TryEnter(edits, target.Model, statement))
        {
            yield break;
        }

        bool isInBlock = statement.Parent is BlockSyntax or GlobalStatementSyntax;
        if (CalledName.Of(call) is "DisposeAsync" or "FlushAsync")
        {
            if (statement is ExpressionStatementSyntax end && Value(end) == call)
            {
                edits.Replace(statement.SyntaxTree, TextSpan.FromBounds(end.SpanStart, call.SpanStart), "await ");
                yield return Propose("Await it", edits, "Await");
            }
        }
        else if (isInBlock
            && statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [{ Initializer: { } initial }] } local
            && initial.Value == call)
        {
            edits.Insert(statement.SyntaxTree, local.SpanStart, "await using ");
            yield return Propose("Dispose it at the end of the block", edits);
        }
        else if (isInBlock && statement is ExpressionStatementSyntax start && Value(start) == call)
        {
            string type = edits.TypeName(target.Model, statement.SpanStart, WellKnownNames.Namespace, "Observer");
            edits.Replace(
                statement.SyntaxTree,
                TextSpan.FromBounds(start.SpanStart, call.SpanStart),
                $"await using {type} {target.Names.For(target.Model, statement, "observer")} = ");
            yield return Propose("Dispose it at the end of the block", edits);
        }
    }

    private static ExpressionSyntax Value(ExpressionStatementSyntax statement) =>
        statement.Expression is AssignmentExpressionSyntax discard ? discard.Right : statement.Expression;
}
