using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1006, OBS1007, OBS1008, OBS1013, OBS1014, OBS1025: removes an attribute that contradicts another, or that nobody reads.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeFix))]
[Shared]
public sealed class RemoveAttributeFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1006", "OBS1007", "OBS1008", "OBS1013", "OBS1014", "OBS1025"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target) => target.Diagnostic.Id == "OBS1006" ? OfScopes(target) : OfRole(target);

    private IEnumerable<ProposedFix> OfScopes(FixTarget target)
    {
        if (target.Token.Parent is not MethodDeclarationSyntax syntax
            || target.Model.GetDeclaredSymbol(syntax, target.CancellationToken) is not IMethodSymbol method)
        {
            yield break;
        }

        foreach (ScopeAttribute scope in ScopeAttribute.Of(method))
        {
            if (scope.Kind != Generators.Model.ScopeKind.Retry
                && scope.Data.ApplicationSyntaxReference?.GetSyntax(target.CancellationToken) is AttributeSyntax attribute)
            {
                yield return Remove(target, attribute, scope.DisplayName);
            }
        }
    }

    private IEnumerable<ProposedFix> OfRole(FixTarget target)
    {
        if (target.Enclosing<AttributeSyntax>() is not { Parent.Parent: ParameterSyntax parameter } role)
        {
            yield break;
        }

        // What is sensitive need not be a role; what is a role may turn out not to be sensitive.
        yield return Remove(target, role, target.Diagnostic.Id == "OBS1014" ? "Role" : "");
        if (target.Diagnostic.Id == "OBS1014"
            && parameter.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(attribute => IsSensitive(target, attribute)) is { } mark)
        {
            yield return Remove(target, mark, "Sensitive");
        }
    }

    private ProposedFix Remove(FixTarget target, AttributeSyntax attribute, string way)
    {
        Edits edits = target.NewEdits();
        edits.RemoveAttribute(attribute);
        return Propose($"Remove [{attribute.Name}]", edits, way);
    }

    private static bool IsSensitive(FixTarget target, AttributeSyntax attribute) =>
        target.Model.GetSymbolInfo(attribute, target.CancellationToken).Symbol?.ContainingType is { } type && type.IsOurs(WellKnownNames.Sensitive);
}
