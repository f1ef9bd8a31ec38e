using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;

namespace Observe.Generators.Analysis;

/// <summary>
/// An analyzer of calls. A call is bound only where its name is one that matters: binding a call binds the whole body around it.
/// </summary>
public abstract class CallAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    private protected sealed override void Start(CompilationStartAnalysisContext context)
    {
        Func<string, bool> matters = Names(context.Compilation);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                var call = (InvocationExpressionSyntax)node.Node;
                if (CalledName.Of(call) is { } name
                    && matters(name)
                    && CanMatter(call)
                    && node.SemanticModel.GetSymbolInfo(call, node.CancellationToken).Symbol is IMethodSymbol method)
                {
                    Analyze(node, call, method);
                }
            },
            SyntaxKind.InvocationExpression);
    }

    /// <summary>Which names of called methods matter in this compilation. It must be cheap: it is asked for every call.</summary>
    private protected abstract Func<string, bool> Names(Compilation compilation);

    /// <summary>Whether a call whose name matters can matter, as far as its syntax tells.</summary>
    private protected virtual bool CanMatter(InvocationExpressionSyntax call) => true;

    /// <summary>Looks at a call whose name matters.</summary>
    private protected abstract void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method);
}
