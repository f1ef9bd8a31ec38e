using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2009: lets an answer that blocks stop what is going on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThrowWhenBlockedFix))]
[Shared]
public sealed class ThrowWhenBlockedFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2009"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Enclosing<ExpressionStatementSyntax>() is not { } statement || target.Enclosing<InvocationExpressionSyntax>() is not { } call)
        {
            yield break;
        }

        ExpressionSyntax value = statement.Expression is AssignmentExpressionSyntax discard ? discard.Right : statement.Expression;
        Edits edits = target.NewEdits();
        bool isLater = value is not AwaitExpressionSyntax && CalledName.Of(call) == "CheckPolicyAsync";
        if ((isLater && (!AwaitPlace.TryEnter(edits, target.Model, statement) || value is ConditionalAccessExpressionSyntax))
            || !value.Span.Contains(call.Span)
            || SpanOf(statement) is not { } span)
        {
            yield break;
        }

        string unit = Layout.UnitAt(statement);
        string outer = Layout.IndentationAt(statement.SyntaxTree, span.Start);
        string indentation = IsInBlock(statement) ? outer : outer + unit;
        string exception = edits.TypeName(target.Model, statement.SpanStart, WellKnownNames.Namespace, "PolicyViolationException");
        string answer = target.Names.For(target.Model, statement, "answer");
        string text = $"if ({(isLater ? "await " : "")}{value} is {{ Blocked: true }} {answer})\n{indentation}{{\n"
            + $"{indentation}{unit}throw new {exception}({answer});\n{indentation}}}";
        edits.Replace(
            statement.SyntaxTree, span, IsInBlock(statement) ? text : $"\n{outer}{{\n{indentation}{text}\n{outer}}}");
        yield return Propose("Throw when it blocks", edits);
    }

    private static bool IsInBlock(StatementSyntax statement) => statement.Parent is BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax;

    // A statement without braces gets some, lest an else behind it change sides; a comment before it would be in their way.
    private static TextSpan? SpanOf(StatementSyntax statement)
    {
        if (IsInBlock(statement))
        {
            return statement.Span;
        }

        var span = TextSpan.FromBounds(statement.GetFirstToken().GetPreviousToken().Span.End, statement.Span.End);
        return string.IsNullOrWhiteSpace(statement.SyntaxTree.GetText().ToString(TextSpan.FromBounds(span.Start, statement.SpanStart))) ? span : null;
    }
}
