using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The arguments of a call by the names of their parameters.</summary>
internal static class NamedArguments
{
    /// <summary>The arguments of two parameters, or null where one of them is not given.</summary>
    public static (ExpressionSyntax First, ExpressionSyntax Second)? Of(InvocationExpressionSyntax call, IMethodSymbol method, string first, string second) =>
        Find(call, method, first) is { } one && Find(call, method, second) is { } other ? (one, other) : null;

    /// <summary>The parameter that an argument is for, or null.</summary>
    public static IParameterSymbol? ParameterOf(ArgumentSyntax argument, IMethodSymbol method)
    {
        if (argument.NameColon is { Name.Identifier.ValueText: var name })
        {
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        }

        int position = ((BaseArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        return position < method.Parameters.Length ? method.Parameters[position]
            : method.Parameters is [.., { IsParams: true } rest] ? rest
            : null;
    }

    private static ExpressionSyntax? Find(InvocationExpressionSyntax call, IMethodSymbol method, string parameter)
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (ParameterOf(argument, method)?.Name == parameter)
            {
                return argument.Expression;
            }
        }

        return null;
    }
}
