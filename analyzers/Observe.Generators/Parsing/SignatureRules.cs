using Microsoft.CodeAnalysis;
using Observe.Generators.Model;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Judges whether a declaration can be observed at all.</summary>
internal static class SignatureRules
{
    public static void Check(TypeParsing context, IMethodSymbol method, IReadOnlyList<ScopeAttribute> scopes, ReturnType returned)
    {
        if (scopes.Count > 1)
        {
            context.Rules.Report(ShapeRules.SeveralScopes, method, method.Name, scopes[0].DisplayName, scopes[1].DisplayName);
        }

        if (returned.Problem is not null)
        {
            context.Rules.Report(ShapeRules.UnsupportedSignature, method, method.Name, returned.Problem);
        }
        else if (scopes[0].Kind == ScopeKind.Decision && !IsOption(returned))
        {
            context.Rules.Report(ShapeRules.DecisionWithoutOption, method, method.Name, method.ReturnType.InMessage());
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None && parameter.Type.TypeKind == TypeKind.Dynamic)
            {
                string problem = $"its parameter '{parameter.Name}' is a dynamic passed by reference; use object";
                context.Rules.Report(ShapeRules.UnsupportedSignature, method, method.Name, problem);
            }
        }

        if (scopes[0].Data.TextArgument() is { } name && string.IsNullOrWhiteSpace(name))
        {
            string fallback = ScopeNames.DefaultOf(scopes[0].Kind, method.ContainingType.Name, method.Name);
            context.Rules.Report(ShapeRules.NameBlank, scopes[0].Data, context.CancellationToken, method.Name, fallback);
        }
    }

    private static bool IsOption(ReturnType returned) =>
        returned is { ResultIsTypeArgument: true, Shape: ReturnShape.Value or ReturnShape.TaskOfResult or ReturnShape.ValueTaskOfResult };
}
