using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Tells which public methods of an agent do an agent's work.</summary>
internal static class AgentMethods
{
    private static readonly string[] s_upkeep =
    [
        "Dispose", "Initialize", "Initialise", "Start", "Stop", "Open", "Close", "Connect", "Disconnect", "Warm", "Load", "Save", "Reset",
        "Clear", "Flush", "Refresh", "Reload", "Register", "Subscribe", "Get", "List", "Count", "Is", "Has", "Can", "Exists", "Create",
    ];

    /// <summary>Whether it is a public method.</summary>
    public static bool IsPublic(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false };

    /// <summary>Whether the method looks as if it did an agent's work unobserved. What only looks after the object does not.</summary>
    public static bool IsUnobservedWork(IMethodSymbol method) =>
        IsPublic(method)
        && method is { IsOverride: false, IsAbstract: false }
        && IsAsynchronous(method)
        && !IsUpkeep(method)
        && !RunStarts.IsObserved(method)
        && !ObservedBody.IsOne(method)
        && !IsGivenByFramework(method);

    /// <summary>The calls in a method that may begin the run in its place.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsIn(IMethodSymbol method, CancellationToken cancellationToken) => method
        .DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
        .OfType<InvocationExpressionSyntax>();

    private static bool IsAsynchronous(IMethodSymbol method) => ReturnType.Of(method).Shape is
        ReturnShape.Task or ReturnShape.TaskOfResult or ReturnShape.ValueTask or ReturnShape.ValueTaskOfResult or ReturnShape.AsyncStream;

    // Questions about the object, steps of its life, and whatever takes nothing and gives nothing.
    private static bool IsUpkeep(IMethodSymbol method) =>
        s_upkeep.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal)
            && (method.Name.Length == word.Length || !char.IsLower(method.Name[word.Length])))
        || (ReturnType.Of(method).Result is null
            && method.Parameters.All(static parameter => parameter.Type.Is("System.Threading", "CancellationToken")))
        || (method.IsStatic && SymbolEqualityComparer.Default.Equals(ReturnType.Of(method).Result, method.ContainingType));

    private static bool IsGivenByFramework(IMethodSymbol method) => method.ContainingType.AllInterfaces
        .Where(static contract => contract.ContainingNamespace.ToDisplayString() is var space
            && (space.StartsWith("System", StringComparison.Ordinal) || space.StartsWith("Microsoft", StringComparison.Ordinal)))
        .SelectMany(static contract => contract.GetMembers())
        .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
