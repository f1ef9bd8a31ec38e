using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Which argument of a call goes to which parameter, as far as syntax tells.</summary>
internal static class CallArguments
{
    /// <summary>What the call gives to a parameter, or null where it leaves it out.</summary>
    public static ExpressionSyntax? Of(BaseArgumentListSyntax? arguments, IMethodSymbol method, string parameter)
    {
        for (int i = 0; i < arguments?.Arguments.Count; i++)
        {
            if (ParameterOf(arguments, method, i) == parameter)
            {
                return arguments.Arguments[i].Expression;
            }
        }

        return null;
    }

    /// <summary>Name of the parameter that an argument goes to, or null where there is none.</summary>
    public static string? ParameterOf(BaseArgumentListSyntax arguments, IMethodSymbol method, int position) =>
        arguments.Arguments[position].NameColon is { } name ? name.Name.Identifier.ValueText
        : position < method.Parameters.Length ? method.Parameters[position].Name
        : null;
}
