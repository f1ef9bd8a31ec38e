using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2016: calls the observed method instead of its body; the context that only a body is given falls away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallDeclarationFix))]
[Shared]
public sealed class CallDeclarationFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2016"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Token.Parent is not SimpleNameSyntax name
            || target.Model.GetSymbolInfo(name, target.CancellationToken).Symbol is not IMethodSymbol body
            || ObservedBody.DeclarationOf(body) is not { } declaration
            || !ReturnsTheSame(declaration.OriginalDefinition, body.OriginalDefinition))
        {
            yield break;
        }

        Edits edits = target.NewEdits();
        edits.Replace(name.Identifier, SymbolText.AsIdentifier(declaration.Name));
        bool hasContext = body.Parameters.Length > declaration.Parameters.Length;
        if (CallOf(name) is { } call)
        {
            if (hasContext && ContextOf(target, call, body, declaration) is { } context)
            {
                edits.RemoveElement(call.ArgumentList.Arguments, context);
            }

            yield return Propose($"Call '{declaration.Name}'", edits);
        }
        else if (!hasContext)
        {
            yield return Propose($"Use '{declaration.Name}'", edits);
        }
    }

    private static bool ReturnsTheSame(IMethodSymbol declaration, IMethodSymbol body)
    {
        IMethodSymbol same = declaration.Arity > 0 && declaration.Arity == body.Arity ? declaration.Construct([.. body.TypeParameters]) : declaration;
        return SymbolEqualityComparer.Default.Equals(same.ReturnType, body.ReturnType);
    }

    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == name => call,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member when member.Name == name && call.Expression == member => call,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax call } => call,
        _ => null,
    };

    private static ArgumentSyntax? ContextOf(FixTarget target, InvocationExpressionSyntax call, IMethodSymbol body, IMethodSymbol declaration)
    {
        IParameterSymbol? context = body.Parameters.FirstOrDefault(parameter =>
            parameter.Type.IsOurs(WellKnownNames.RunContext) && !declaration.Parameters.Any(declared => declared.Name == parameter.Name));
        return context is null ? null
            : call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == context.Name)
                ?? call.ArgumentList.Arguments.ElementAtOrDefault(context.Ordinal);
    }
}
