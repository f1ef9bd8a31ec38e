using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Privacy;

/// <summary>OBS3005, OBS3006: marks the parameter of the observed method that receives what is marked elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkReceiverFix))]
[Shared]
public sealed class MarkReceiverFix : ObserveFix
{
    private const string Sensitive = "Sensitive";
    private const string NotCaptured = "NotCaptured";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS3005", "OBS3006"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (ReceiverOf(target) is not { } receiver)
        {
            yield break;
        }

        // What was meant to be seen in part is not to be masked as a whole; it is left out.
        string[] marks = target.Diagnostic.Id == "OBS3006" ? [NotCaptured, Sensitive] : [Sensitive, NotCaptured];
        SemanticModel there = target.Model.Compilation.GetSemanticModel(receiver.SyntaxTree);
        if (SecretMark.CanBePut(there, receiver))
        {
            foreach (string mark in marks)
            {
                Edits edits = target.NewEdits();
                SecretMark.Put(edits, there, receiver, mark);
                yield return Propose($"Mark {SecretMark.NameOf(receiver)} [{mark}]", edits, mark);
            }
        }
    }

    private static ParameterSyntax? ReceiverOf(FixTarget target)
    {
        SyntaxNode place = target.Root.FindNode(target.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        foreach (ArgumentSyntax argument in place.AncestorsAndSelf().OfType<ArgumentSyntax>())
        {
            if (target.Model.GetOperation(argument, target.CancellationToken) is IArgumentOperation { Parameter: { } parameter }
                && parameter.ContainingSymbol is IMethodSymbol method
                && ScopeAttribute.Of(method.OriginalDefinition).Any())
            {
                IParameterSymbol declared = (method.OriginalDefinition.PartialDefinitionPart ?? method.OriginalDefinition).Parameters[parameter.Ordinal];
                return declared.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(target.CancellationToken) as ParameterSyntax;
            }
        }

        return null;
    }
}
