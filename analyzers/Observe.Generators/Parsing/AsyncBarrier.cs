using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>What keeps a call from being made by an asynchronous method, which would have to keep the call's arguments.</summary>
internal static class AsyncBarrier
{
    /// <summary>The obstacle as the end of a sentence, or null.</summary>
    public static string? Of(IMethodSymbol method, MethodDeclarationSyntax syntax, CancellationToken cancellationToken)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                return $"its parameter '{parameter.Name}' is passed by reference";
            }

            if (!ReturnType.CanBeTypeArgument(parameter.Type))
            {
                return $"its parameter '{parameter.Name}' is '{parameter.Type.InMessage()}', which cannot be kept";
            }
        }

        if (!method.IsStatic && method.ContainingType is { IsValueType: true } type && (type.IsRefLikeType || !IsReadOnly(method, type)))
        {
            return $"'{type.Name}' is a struct, of which only a copy can be kept; make it a readonly struct or a class";
        }

        bool isUnsafe = syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword)
            || method.ContainingType.WithContainers().Any(part => TypeHeaders.IsUnsafe(part, cancellationToken));
        return isUnsafe ? "it is unsafe, where nothing can be awaited" : null;
    }

    private static bool IsReadOnly(IMethodSymbol method, INamedTypeSymbol type) => method.IsReadOnly || type.IsReadOnly;
}
