using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The arguments of a call by the names of their parameters.</summary>
internal static class NamedArguments
{
    /// <summary>What is given to a parameter, or null where it is left out.</summary>
    public static ExpressionSyntax? Of(BaseArgumentListSyntax? arguments, IMethodSymbol method, string parameter)
    {
        for (int i = 0; i < arguments?.Arguments.Count; i++)
        {
            ArgumentSyntax argument = arguments.Arguments[i];
            if (ParameterOf(argument, method)?.Name == parameter)
            {
                return argument.Expression;
            }
        }

        return null;
    }

    /// <summary>The arguments of two parameters, or null where one of them is not given.</summary>
    public static (ExpressionSyntax First, ExpressionSyntax Second)? Of(
        InvocationExpressionSyntax call, IMethodSymbol method, string first, string second) =>
        Of(call.ArgumentList, method, first) is { } one && Of(call.ArgumentList, method, second) is { } other ? (one, other) : null;

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
}
