using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2022: marks a parameter that identifies a run.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddRoleFix))]
[Shared]
public sealed class AddRoleFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2022"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Token.Parent is ParameterSyntax parameter && IdentityNames.RoleOf(parameter.Identifier.ValueText) is { } role)
        {
            Edits edits = target.NewEdits();
            edits.AddAttribute(parameter, parameter.AttributeLists, edits.AttributeName(target.Model, parameter.SpanStart, role));
            yield return Propose($"Mark '{parameter.Identifier.ValueText}' [{role}]", edits);
        }
    }
}
