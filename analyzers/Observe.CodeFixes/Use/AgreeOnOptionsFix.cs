using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2025: adds an option that a decision returns, or removes one that it never returns.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AgreeOnOptionsFix))]
[Shared]
public sealed class AgreeOnOptionsFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2025"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        Edits edits = target.NewEdits();
        if (target.Enclosing<AttributeSyntax>() is { } attribute)
        {
            if (ElementsOf(attribute) is { Count: > 1 } elements
                && elements.FirstOrDefault(element => element.Span == target.Diagnostic.Location.SourceSpan) is { } unused)
            {
                edits.KeepElements(elements, [.. elements.Where(element => element != unused)]);
                yield return Propose($"Remove {unused} from the options", edits, "Remove");
            }
        }
        else if (target.Root.FindNode(target.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax returned
            && target.Model.GetConstantValue(returned, target.CancellationToken).Value is string option
            && DecisionOf(target) is { } decision
            && ElementsOf(decision) is [.., var last])
        {
            string text = SymbolDisplay.FormatLiteral(option, quote: true);
            edits.AppendElement(last, text);
            yield return Propose($"Add {text} to the options", edits, "Add");
        }
    }

    private static AttributeSyntax? DecisionOf(FixTarget target)
    {
        IMethodSymbol? declaration = target.Enclosing<MethodDeclarationSyntax>() is { } syntax
            && target.Model.GetDeclaredSymbol(syntax, target.CancellationToken) is { } body
                ? ObservedBody.DeclarationOf(body)
                : null;
        AttributeData? attribute = declaration?.FindAttribute(WellKnownNames.Namespace, WellKnownNames.Decision);
        return attribute?.ApplicationSyntaxReference?.GetSyntax(target.CancellationToken) as AttributeSyntax;
    }

    private static IReadOnlyList<ExpressionSyntax>? ElementsOf(AttributeSyntax attribute) => attribute.ArgumentList?.Arguments
        .Where(static argument => argument.NameEquals is { Name.Identifier.ValueText: "Options" })
        .Select(static argument => ConstantTexts.Elements(argument.Expression))
        .FirstOrDefault();
}
