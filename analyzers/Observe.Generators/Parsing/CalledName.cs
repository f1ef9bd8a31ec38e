using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The simple name that a call is written with.</summary>
internal static class CalledName
{
    /// <summary>The name, or null where the called thing has none.</summary>
    public static string? Of(InvocationExpressionSyntax call) => NameOf(call.Expression)?.Identifier.ValueText;

    /// <summary>The name as it stands in the code, which is where a rule about the call points.</summary>
    public static SimpleNameSyntax? NameOf(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };
}
