using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Observe.CodeFixes.Editing;

namespace Observe.CodeFixes;

/// <summary>
/// Fixes what a rule reports. A fix says which text it replaces and touches no other: comments, blank lines, indentation and line
/// ends of the user stay as they are.
/// </summary>
public abstract class ObserveFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixEverywhere.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (ProposedFix fix in await FindAsync(context.Document, diagnostic, new LocalNames(), context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(CodeAction.Create(fix.Title, fix.Edits.ApplyAsync, fix.Key), diagnostic);
            }
        }
    }

    /// <summary>What can be done about one diagnostic.</summary>
    internal async Task<ImmutableArray<ProposedFix>> FindAsync(
        Document document, Diagnostic diagnostic, LocalNames names, CancellationToken cancellationToken)
    {
        FixTarget? target = await FixTarget.OfAsync(document, diagnostic, names, cancellationToken).ConfigureAwait(false);
        return target is null ? [] : [.. Find(target).Where(static fix => fix.Edits.CanBeApplied)];
    }

    /// <summary>What can be done, the best first; nothing where the code would not be right afterwards.</summary>
    private protected abstract IEnumerable<ProposedFix> Find(FixTarget target);

    /// <summary>A fix whose key is the fixer's name and, where a fixer knows several ways, the name of the way.</summary>
    private protected ProposedFix Propose(string title, Edits edits, string way = "") =>
        new(title, way.Length == 0 ? GetType().Name : $"{GetType().Name}.{way}", edits);
}
