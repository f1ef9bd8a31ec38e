using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Observe.CodeFixes.Editing;

namespace Observe.CodeFixes;

/// <summary>
/// Fixes all diagnostics of a document, a project or a solution at once. Every fix is taken as it would be alone; one that would edit
/// what another edits already is left for the next time.
/// </summary>
internal sealed class FixEverywhere : FixAllProvider
{
    public static FixEverywhere Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (fixAllContext.CodeFixProvider is not ObserveFix fixer)
        {
            return null;
        }

        Edits edits = new(fixAllContext.Solution);
        LocalNames names = new();
        string? title = null;
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document
                && await FindAsync(fixer, document, diagnostic, names, fixAllContext).ConfigureAwait(false) is { } fix)
            {
                title ??= fix.Title;
                edits.Join(fix.Edits);
            }
        }

        return title is null ? null : CodeAction.Create(title, edits.ApplyAsync, fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<ProposedFix?> FindAsync(
        ObserveFix fixer, Document document, Diagnostic diagnostic, LocalNames names, FixAllContext context)
    {
        ImmutableArray<ProposedFix> fixes = await fixer.FindAsync(document, diagnostic, names, context.CancellationToken).ConfigureAwait(false);
        return fixes.FirstOrDefault(fix => fix.Key == context.CodeActionEquivalenceKey);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        List<Diagnostic> all = [];
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is not null:
                all.AddRange(await context.GetDocumentDiagnosticsAsync(context.Document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                all.AddRange(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (Project project in context.Solution.Projects.Where(static project => project.Language == LanguageNames.CSharp))
                {
                    all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                break;
        }

        return all.Where(static diagnostic => diagnostic.Location.IsInSource).OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start);
    }
}
