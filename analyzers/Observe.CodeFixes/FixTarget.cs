using Microsoft.CodeAnalysis;
using Observe.CodeFixes.Editing;

namespace Observe.CodeFixes;

/// <summary>The place that a diagnostic points at, and what is known about it.</summary>
internal sealed class FixTarget
{
    private FixTarget(
        Document document, Diagnostic diagnostic, SyntaxNode root, SemanticModel model, LocalNames names, CancellationToken cancellationToken)
    {
        Names = names;
        Solution = document.Project.Solution;
        Diagnostic = diagnostic;
        Root = root;
        Model = model;
        Token = root.FindToken(diagnostic.Location.SourceSpan.Start);
        CancellationToken = cancellationToken;
    }

    public Solution Solution { get; }

    public Diagnostic Diagnostic { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    /// <summary>The token with which the marked code begins.</summary>
    public SyntaxToken Token { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Names for new variables, those of all that is fixed at once.</summary>
    public LocalNames Names { get; }

    public static async Task<FixTarget?> OfAsync(
        Document document, Diagnostic diagnostic, LocalNames names, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        bool isThere = root is not null && model is not null && root.FullSpan.Contains(diagnostic.Location.SourceSpan);
        return isThere ? new FixTarget(document, diagnostic, root!, model!, names, cancellationToken) : null;
    }

    /// <summary>The innermost node of a kind that the marked code begins in.</summary>
    public T? Enclosing<T>()
        where T : SyntaxNode => Token.Parent?.FirstAncestorOrSelf<T>();

    public Edits NewEdits() => new(Solution);
}
