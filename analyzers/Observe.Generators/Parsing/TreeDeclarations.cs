using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Observe.Generators.Parsing;

/// <summary>What a file declares: its text without the bodies. Read once for each version of the file.</summary>
internal sealed class TreeDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeDeclarations> s_known = new();

    private TreeDeclarations(SyntaxTree tree, CancellationToken cancellationToken)
    {
        SyntaxNode root = tree.GetRoot(cancellationToken);
        GlobalAliases = root is CompilationUnitSyntax unit ? [.. AliasesOf(unit.Usings, isGlobal: true)] : [];
        Fingerprint = FingerprintOf(root, tree.GetText(cancellationToken), tree.FilePath);
    }

    /// <summary>The same for two versions of a file that declare the same in the same order.</summary>
    public string Fingerprint { get; }

    /// <summary>Names that the file gives to other names in the whole project.</summary>
    public IReadOnlyList<string> GlobalAliases { get; }

    public static TreeDeclarations Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!s_known.TryGetValue(tree, out TreeDeclarations? known))
        {
            TreeDeclarations read = new(tree, cancellationToken);
            known = s_known.GetValue(tree, _ => read);
        }

        return known;
    }

    /// <summary>Names that using directives give to other names.</summary>
    public static IEnumerable<string> AliasesOf(SyntaxList<UsingDirectiveSyntax> usings, bool isGlobal) =>
        usings
            .Where(@using => @using.Alias is not null && @using.GlobalKeyword.Span.IsEmpty != isGlobal)
            .Select(static @using => @using.Alias!.Name.Identifier.ValueText);

    private static string FingerprintOf(SyntaxNode root, SourceText text, string path)
    {
        StringBuilder declared = new StringBuilder(text.Length).Append(path).Append('\n');
        int position = 0;
        foreach (SyntaxNode body in root.DescendantNodes(static node => !IsBody(node)).Where(IsBody))
        {
            // A directive counts beyond the body that it stands in.
            if (!body.ContainsDirectives)
            {
                declared.Append(text.ToString(TextSpan.FromBounds(position, body.SpanStart))).Append('\uFFFF');
                position = body.Span.End;
            }
        }

        declared.Append(text.ToString(TextSpan.FromBounds(position, text.Length)));
        using SHA256 hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.Unicode.GetBytes(declared.ToString())));
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax,
        ArrowExpressionClauseSyntax => true,
        GlobalStatementSyntax => true,
        _ => false,
    };
}
