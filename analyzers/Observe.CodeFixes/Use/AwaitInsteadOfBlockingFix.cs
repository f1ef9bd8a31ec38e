using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Observe.CodeFixes.Editing;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2017: awaits an observed method where a thread was blocked, if that asks nothing of those who call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitInsteadOfBlockingFix))]
[Shared]
public sealed class AwaitInsteadOfBlockingFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2017"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        Edits edits = target.NewEdits();
        if (target.Enclosing<InvocationExpressionSyntax>() is { Parent: MemberAccessExpressionSyntax } call
            && !IsPartOfConditionalAccess(call)
            && Blocking(call) is { } blocking
            && AwaitPlace.TryEnter(edits, target.Model, blocking))
        {
            bool isOperand = blocking.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax
                or PostfixUnaryExpressionSyntax or InvocationExpressionSyntax;
            edits.Insert(call.SyntaxTree, call.SpanStart, isOperand ? "(await " : "await ");
            edits.Replace(call.SyntaxTree, TextSpan.FromBounds(call.Span.End, blocking.Span.End), isOperand ? ")" : "");
            yield return Propose("Await it", edits);
        }
    }

    // What is only called if there is somebody to call is a part of the whole access, and null cannot be awaited.
    private static bool IsPartOfConditionalAccess(ExpressionSyntax expression) => expression switch
    {
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        InvocationExpressionSyntax call => IsPartOfConditionalAccess(call.Expression),
        MemberAccessExpressionSyntax member => IsPartOfConditionalAccess(member.Expression),
        ElementAccessExpressionSyntax element => IsPartOfConditionalAccess(element.Expression),
        PostfixUnaryExpressionSyntax postfix => IsPartOfConditionalAccess(postfix.Operand),
        _ => false,
    };

    // From the task to the end of what blocks on it; a wait that has an end of its own is not the same as one without.
    private static ExpressionSyntax? Blocking(ExpressionSyntax task) => task.Parent is not MemberAccessExpressionSyntax member ? null
        : (member.Name.Identifier.ValueText, member.Parent) switch
        {
            ("Result", not InvocationExpressionSyntax) => member,
            ("Wait" or "GetResult", InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call) => call,
            ("GetAwaiter" or "ConfigureAwait" or "AsTask", InvocationExpressionSyntax call) => Blocking(call),
            _ => null,
        };
}
