using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Observe.CodeFixes.Editing;

namespace Observe.CodeFixes;

/// <summary>Replacements of text in the documents of one solution.</summary>
internal sealed class Edits(Solution solution)
{
    private readonly Dictionary<DocumentId, List<TextChange>> _changes = [];
    private bool _isOutside;

    /// <summary>Whether something changes, and only what the user wrote: generated files cannot be edited.</summary>
    public bool CanBeApplied => !_isOutside && _changes.Count > 0;

    public void Insert(SyntaxTree tree, int position, string text) => Replace(tree, new TextSpan(position, 0), text);

    public void Insert(SyntaxTree tree, TextChange insertion) => Replace(tree, insertion.Span, insertion.NewText!);

    public void Remove(SyntaxTree tree, TextSpan span) => Replace(tree, span, "");

    public void Remove(SyntaxNode node) => Replace(node.SyntaxTree, node.Span, "");

    public void Replace(SyntaxNode node, string text) => Replace(node.SyntaxTree, node.Span, text);

    public void Replace(SyntaxToken token, string text) => Replace(token.SyntaxTree!, token.Span, text);

    /// <summary>Replaces a span by a text whose line ends become those of the document.</summary>
    public void Replace(SyntaxTree tree, TextSpan span, string text)
    {
        if (solution.GetDocument(tree) is Document and not SourceGeneratedDocument and var document)
        {
            List<TextChange> changes = ChangesOf(document.Id);
            TextChange change = new(span, Layout.WithLineBreaksOf(tree.GetText(), text));
            if (!changes.Contains(change))
            {
                changes.Add(change);
            }
        }
        else
        {
            _isOutside = true;
        }
    }

    /// <summary>Takes in all of another's edits, or none where one of them would meet one of these.</summary>
    public void Join(Edits other)
    {
        foreach (KeyValuePair<DocumentId, List<TextChange>> document in other._changes)
        {
            List<TextChange> mine = ChangesOf(document.Key);
            if (document.Value.Any(theirs => mine.Any(change => !change.Equals(theirs) && (Meet(change.Span, theirs.Span) || Compete(change, theirs)))))
            {
                return;
            }
        }

        foreach (KeyValuePair<DocumentId, List<TextChange>> document in other._changes)
        {
            List<TextChange> mine = ChangesOf(document.Key);
            mine.AddRange(document.Value.Where(theirs => !mine.Contains(theirs)));
        }
    }

    public async Task<Solution> ApplyAsync(CancellationToken cancellationToken)
    {
        Solution changed = solution;
        foreach (KeyValuePair<DocumentId, List<TextChange>> document in _changes)
        {
            SourceText text = await solution.GetDocument(document.Key)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            // What is inserted before a place comes before what replaces the text that begins there.
            IEnumerable<TextChange> ordered = document.Value.OrderBy(static change => change.Span.Start).ThenBy(static change => change.Span.Length > 0);
            changed = changed.WithDocumentText(document.Key, text.WithChanges(ordered));
        }

        return changed;
    }

    private static bool Meet(TextSpan first, TextSpan second) =>
        first.OverlapsWith(second)
        || (first.IsEmpty && second.Start < first.Start && first.Start < second.End)
        || (second.IsEmpty && first.Start < second.Start && second.Start < first.End);

    // Of two texts for one place nobody knows which comes first, unless both go on with the same list.
    private static bool Compete(TextChange first, TextChange second) =>
        first.Span == second.Span && !(first.NewText!.StartsWith(",", StringComparison.Ordinal) && second.NewText!.StartsWith(",", StringComparison.Ordinal));

    private List<TextChange> ChangesOf(DocumentId document)
    {
        if (!_changes.TryGetValue(document, out List<TextChange>? changes))
        {
            _changes.Add(document, changes = []);
        }

        return changes;
    }
}
