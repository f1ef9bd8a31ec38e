using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            || !value.Span.Contains(call.Span))
        {
            yield break;
        }

        string indentation = Layout.IndentationOf(statement);
        string exception = edits.TypeName(target.Model, statement.SpanStart, WellKnownNames.Namespace, "PolicyViolationException");
        string answer = LocalName.For(target.Model, statement, "answer");
        edits.Replace(
            statement,
            $"if ({(isLater ? "await " : "")}{value} is {{ Blocked: true }} {answer})\n{indentation}{{\n"
                + $"{indentation}{Layout.UnitAt(statement)}throw new {exception}({answer});\n{indentation}}}");
        yield return Propose("Throw when it blocks", edits);
    }
}
