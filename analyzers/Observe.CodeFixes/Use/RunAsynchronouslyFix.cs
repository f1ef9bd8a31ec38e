using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2019: runs an asynchronous body by the method that waits for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RunAsynchronouslyFix))]
[Shared]
public sealed class RunAsynchronouslyFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2019"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Token.Parent is not IdentifierNameSyntax name
            || target.Enclosing<InvocationExpressionSyntax>() is not { } call
            || target.Model.GetSymbolInfo(call, target.CancellationToken).Symbol is not IMethodSymbol method
            || method.ReturnType.Is("System.Threading.Tasks", "ValueTask"))
        {
            yield break;
        }

        Edits edits = target.NewEdits();
        edits.Replace(name, "RunAsync");
        if (UnusedValue.Is(call) && call.Parent is not AwaitExpressionSyntax)
        {
            // Nobody waited for the body; whoever runs it has to.
            if (call.Parent is not ExpressionStatementSyntax || !AwaitPlace.TryEnter(edits, target.Model, call))
            {
                yield break;
            }

            edits.Insert(call.SyntaxTree, call.SpanStart, "await ");
        }

        yield return Propose("Use RunAsync", edits);
    }
}
