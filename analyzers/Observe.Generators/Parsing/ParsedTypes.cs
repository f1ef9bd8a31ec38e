using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>
/// The types with observed methods, each parsed again only when something has changed that its model can depend on: its own file, or
/// the declarations of another. Without this a keystroke anywhere would bind every attribute of the project.
/// </summary>
internal static class ParsedTypes
{
    private static readonly ConditionalWeakTable<TypeDeclarationSyntax, Parsed> s_known = new();

    public static ParsedType? Of(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var syntax = (TypeDeclarationSyntax)context.Node;
        CompilationDeclarations declarations = CompilationDeclarations.Of(context.SemanticModel.Compilation, cancellationToken);
        if (!ScopeAttributeNames.MayObserve(syntax, declarations))
        {
            return null;
        }

        if (s_known.TryGetValue(syntax, out Parsed? known) && known.Declarations.Equals(declarations))
        {
            return known.Type;
        }

        ParsedType? type = context.SemanticModel.GetDeclaredSymbol(syntax, cancellationToken) is { } symbol
            ? TypeParser.Parse(context.SemanticModel.Compilation, symbol, syntax, cancellationToken)
            : null;
        s_known.Remove(syntax);

        // A diagnostic may point into another file, whose next version it would not fit.
        if (type is null || type.Diagnostics.IsEmpty)
        {
            Parsed parsed = new(declarations, type);
            s_known.GetValue(syntax, _ => parsed);
        }

        return type;
    }

    private sealed class Parsed(CompilationDeclarations declarations, ParsedType? type)
    {
        public CompilationDeclarations Declarations { get; } = declarations;

        public ParsedType? Type { get; } = type;
    }
}
