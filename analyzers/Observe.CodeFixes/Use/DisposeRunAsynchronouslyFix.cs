using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2012: awaits the end of a run in asynchronous code.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DisposeRunAsynchronouslyFix))]
[Shared]
public sealed class DisposeRunAsynchronouslyFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2012"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        Edits edits = target.NewEdits();
        edits.Insert(target.Root.SyntaxTree, target.Token.SpanStart, "await ");
        yield return Propose("Dispose it asynchronously", edits);
    }
}
