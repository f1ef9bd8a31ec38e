using Microsoft.CodeAnalysis;
using Observe.Generators.Model;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Judges whether a declaration can be observed at all.</summary>
internal static class SignatureRules
{
    public static void Check(TypeParsing context, IMethodSymbol method, IReadOnlyList<ScopeAttribute> scopes, ReturnType returned)
    {
        // A retry may stand beside another scope: it then adds its attempts to that.
        if (scopes.Where(static scope => scope.Kind != ScopeKind.Retry).ToList() is [var first, var second, ..])
        {
            context.Rules.Report(ShapeRules.SeveralScopes, method, method.Name, first.DisplayName, second.DisplayName);
        }

        ScopeAttribute scope = ScopeAttribute.Leading(scopes);
        if (returned.Problem is not null)
        {
            context.Rules.Report(ShapeRules.UnsupportedSignature, method, method.Name, returned.Problem);
        }
        else if (scope.Kind == ScopeKind.Decision && !IsOption(returned))
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

        if (scope.GivenName is { } name && string.IsNullOrWhiteSpace(name))
        {
            string fallback = ScopeNames.DefaultOf(scope.Kind, method.ContainingType.Name, method.Name);
            context.Rules.Report(ShapeRules.NameBlank, scope.Data, context.CancellationToken, method.Name, fallback);
        }

        ConstantRules constants = new(context, method, scope.Data);
        constants.Texts();
        if (scope.Kind == ScopeKind.Decision)
        {
            constants.Names("options", scope.Data.Named("Options").Elements(), mayBeEmpty: true);
            if (returned.Problem is null && IsOption(returned) && !DecisionOptions.AreGiven(scope) && !DecisionOptions.AreKnown(returned.Result))
            {
                context.Rules.Report(
                    ShapeRules.DecisionOpen, scope.Data, context.CancellationToken, method.Name, returned.Result!.InMessage());
            }
        }
    }

    private static bool IsOption(ReturnType returned) =>
        returned is { ResultIsTypeArgument: true, Shape: ReturnShape.Value or ReturnShape.TaskOfResult or ReturnShape.ValueTaskOfResult };
}
