using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Recognises the calls that make an observer: <c>Observer.Start</c>, the one of the process, and <c>Observer.Create</c>.</summary>
internal static class ObserverStarts
{
    /// <summary>Whether a method of this name may make an observer.</summary>
    public static bool IsName(string name) => name is "Start" or "Create";

    /// <summary>Whether the call may make an observer, as far as its syntax tells.</summary>
    public static bool MayBeOne(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count == 1
        && call.Expression switch
        {
            IdentifierNameSyntax { Identifier.ValueText: var name } => IsName(name),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } => IsName(name) && IsObserver(receiver),
            _ => false,
        };

    /// <summary>Whether the method makes an observer.</summary>
    public static bool Is(IMethodSymbol method) => IsName(method.Name) && method.ContainingType.IsOurs(WellKnownNames.Observer);

    /// <summary>Whether the method starts the observer of the process.</summary>
    public static bool IsForProcess(IMethodSymbol method) => method.Name == "Start" && Is(method);

    private static bool IsObserver(ExpressionSyntax receiver) =>
        NameText.Of(receiver) == WellKnownNames.Observer
        || (receiver is IdentifierNameSyntax { Identifier.ValueText: var alias }
            && receiver.SyntaxTree.GetRoot() is CompilationUnitSyntax unit
            && unit.Usings.Any(directive => directive.Alias?.Name.Identifier.ValueText == alias));
}
