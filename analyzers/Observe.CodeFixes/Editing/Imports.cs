using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>Writes names of types as they can be written where they are to stand.</summary>
internal static class Imports
{
    private const string Suffix = "Attribute";

    /// <summary>The name of an attribute, with the using directive that it needs.</summary>
    public static string AttributeName(
        this Edits edits, SemanticModel model, int position, string shortName, string @namespace = WellKnownNames.Namespace)
    {
        string name = edits.TypeName(model, position, @namespace, shortName + Suffix);
        bool isTaken = model.LookupNamespacesAndTypes(position, name: shortName).OfType<INamedTypeSymbol>().Any(IsAttribute);
        return isTaken || !name.EndsWith(Suffix, StringComparison.Ordinal) ? name : name.Substring(0, name.Length - Suffix.Length);
    }

    /// <summary>The name of a type, with the using directive that it needs; in full where the short name means something else.</summary>
    public static string TypeName(this Edits edits, SemanticModel model, int position, string @namespace, string name)
    {
        List<INamedTypeSymbol> visible =
        [
            .. model.LookupNamespacesAndTypes(position, name: name).OfType<INamedTypeSymbol>().Where(static type => type.Arity == 0),
        ];
        if (visible.Count == 0 && !ImportClashes.Any(model, @namespace))
        {
            AddUsing(edits, model.SyntaxTree, position, @namespace);
            return name;
        }

        return visible.Any(type => type.Is(@namespace, name)) && visible.Count == 1 ? name : $"global::{@namespace}.{name}";
    }

    private static bool IsAttribute(INamedTypeSymbol type) => type.WithBases().Any(static part => part.Is("System", "Attribute"));

    private static void AddUsing(Edits edits, SyntaxTree tree, int position, string @namespace)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        SyntaxList<UsingDirectiveSyntax> usings = root.Usings;
        BaseNamespaceDeclarationSyntax? enclosing = root.FindToken(position).Parent?.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>();
        if (usings.Count == 0 && enclosing is { Usings.Count: > 0 })
        {
            usings = enclosing.Usings;
        }

        string directive = $"using {@namespace};";
        List<UsingDirectiveSyntax> plain = [.. usings.Where(IsPlain)];
        if (plain.LastOrDefault(other => Order(NameOf(other), @namespace) < 0) is { } before)
        {
            edits.Insert(tree, Layout.EndOfLine(before), "\n" + Layout.IndentationOf(before) + directive);
        }
        else if (usings.Count > 0)
        {
            UsingDirectiveSyntax first = plain.FirstOrDefault() ?? usings[0];
            edits.Insert(tree, first.SpanStart, directive + "\n" + Layout.IndentationOf(first));
        }
        else
        {
            edits.Insert(tree, BehindHeader(root), directive + "\n\n");
        }
    }

    // A comment at the top that a blank line follows belongs to the file, any other to the first type.
    private static int BehindHeader(CompilationUnitSyntax root)
    {
        SyntaxTriviaList trivia = root.GetFirstToken(includeZeroWidth: true).LeadingTrivia;
        int position = root.FullSpan.Start;
        bool isLineBlank = true;
        foreach (SyntaxTrivia part in trivia)
        {
            if (part.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                position = isLineBlank ? part.FullSpan.End : position;
                isLineBlank = true;
            }
            else if (part.IsDirective)
            {
                position = part.FullSpan.End;
                isLineBlank = true;
            }
            else if (!part.IsKind(SyntaxKind.WhitespaceTrivia))
            {
                isLineBlank = false;
            }
        }

        return position;
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive is { Alias: null, Name: not null }
        && directive.StaticKeyword.IsKind(SyntaxKind.None)
        && directive.GlobalKeyword.IsKind(SyntaxKind.None);

    private static string NameOf(UsingDirectiveSyntax directive) => directive.Name!.ToString();

    private static int Order(string first, string second)
    {
        (bool isSystem, bool isOtherSystem) = (IsSystem(first), IsSystem(second));
        return isSystem == isOtherSystem ? string.CompareOrdinal(first, second) : isSystem ? -1 : 1;
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
