using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Observe.CodeFixes.Editing;

namespace Observe.CodeFixes.Privacy;

/// <summary>OBS3001, OBS3002: marks what looks like a secret, so that it is masked, or left out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkSecretFix))]
[Shared]
public sealed class MarkSecretFix : ObserveFix
{
    private const string Sensitive = "Sensitive";
    private const string NotCaptured = "NotCaptured";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS3001", "OBS3002"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (SecretMark.OwnerAt(target.Token) is { } owner && SecretMark.CanBePut(target.Model, owner))
        {
            // Of a whole request or certificate nothing is worth a mask.
            string[] marks = target.Diagnostic.Id == "OBS3002" ? [NotCaptured, Sensitive] : [Sensitive, NotCaptured];
            foreach (string mark in marks)
            {
                Edits edits = target.NewEdits();
                SecretMark.Put(edits, target.Model, owner, mark);
                yield return Propose($"Mark {SecretMark.NameOf(owner)} [{mark}]", edits, mark);
            }
        }
    }
}
