using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2010: lets the exception of a policy pass before a catch that swallows all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LetViolationsThroughFix))]
[Shared]
public sealed class LetViolationsThroughFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2010"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Token.Parent is CatchClauseSyntax { Parent: TryStatementSyntax statement } clause)
        {
            Edits edits = target.NewEdits();
            string exception = edits.TypeName(target.Model, clause.SpanStart, WellKnownNames.Namespace, "PolicyViolationException");
            string indentation = Layout.IndentationOf(clause);
            string inner = indentation + Layout.UnitAt(statement);
            string text = Layout.BeginsLine(clause.SyntaxTree, clause.SpanStart)
                ? $"catch ({exception})\n{indentation}{{\n{inner}throw;\n{indentation}}}\n{indentation}"
                : Layout.BeginsLine(clause.SyntaxTree, clause.Block.CloseBraceToken.SpanStart)
                    ? $"catch ({exception}) {{\n{inner}throw;\n{indentation}}} "
                    : $"catch ({exception}) {{ throw; }} ";
            edits.Insert(clause.SyntaxTree, clause.SpanStart, text);
            yield return Propose("Let PolicyViolationException through", edits);
        }
    }
}
