using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Reads one observed method.</summary>
internal static class MethodParser
{
    public static ObservedMethod Parse(TypeParsing context, IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        int rulesBefore = context.Rules.Count;
        List<ScopeAttribute> scopes = [.. ScopeAttribute.Of(method)];
        ScopeAttribute scope = ScopeAttribute.Leading(scopes);
        ReturnType returned = ReturnType.Of(method);
        SignatureRules.Check(context, method, scopes, returned);

        CoreComparison? core = CoreFinder.Find(
            context.Compilation, method, syntax, returned.Shape, BodyWrappers.AllowedIn(scope.Kind), context.Rules);
        if (core is { Core: { IsAsync: true, ReturnsVoid: true } })
        {
            string problem = $"'{core.Core.Name}' is async void, so nobody can tell when it ends; return Task";
            context.Rules.Report(ShapeRules.UnsupportedSignature, method, method.Name, problem);
        }

        if (Unreachable(method, core) is { } reason)
        {
            context.Rules.Report(ShapeRules.UnsupportedSignature, method, method.Name, reason);
            core = null;
        }

        RoleParser roles = new(context, method, core, scope);
        roles.Parse();
        PolicyParser policies = new(context, method);
        policies.Parse();
        Admission admission = AdmissionParser.Parse(context, method, syntax, core, returned, policies);
        Retry? retry = new RetryParser(context, method, syntax, core, scope, returned).Parse(scopes);

        bool isSound = context.Rules.Count == rulesBefore;
        ScopeDescription description = ScopeParser.Parse(context, method, core, scope, returned);
        EquatableArray<ObservedParameter> parameters = Parameters(context, method, core, isSound && description.CapturesArguments);
        ValueShape? result = isSound && description.CapturesResult ? ResultOf(context, method, core, returned) : null;
        if (isSound)
        {
            FactNames facts = new(context, method, core, scope, returned);
            description = ScopeParser.Guarded(description, policies, admission, isRetried: retry is not null) with
            {
                Roles = facts.Of(description.CapturesArguments, description.CapturesResult).ToEquatableArray(),
            };
        }

        return new ObservedMethod
        {
            Implementation = isSound ? ImplementationKind.Observed
                : core is null ? ImplementationKind.Stub
                : ImplementationKind.PassThrough,
            Signature = SignatureParser.Parse(method, syntax, parameters),
            Core = core is null ? null : CoreOf(method, core),
            Scope = description,
            ReturnShape = returned.Shape,
            ResultType = returned.Result?.InCode(),
            ResultIsTypeArgument = returned.ResultIsTypeArgument,
            ResultIsDynamic = returned is { Shape: ReturnShape.Value, Result.TypeKind: TypeKind.Dynamic },
            Result = result,
            Identity = roles.Identity.ToEquatableArray(),
            Tags = roles.Tags.ToEquatableArray(),
            Metadata = roles.Metadata.ToEquatableArray(),
            Admission = admission,
            Retry = isSound ? retry : null,
            Llm = isSound && scope.Kind == ScopeKind.LlmCall ? LlmCallParser.Parse(context, method, core, returned, description) : null,
            Locals = LocalNamesParser.Of(method, returned.Shape, retry),
        };
    }

    // What generated code has no way to call.
    private static string? Unreachable(IMethodSymbol method, CoreComparison? core) =>
        method.IsVararg ? "an __arglist cannot be handed on; use params"
        : core is not null && Obsolescence.IsErrorToCall(core.Core, method)
            ? $"calling '{core.Core.Name}' is an error, as its [Obsolete] says; make it a warning"
        : null;

    private static EquatableArray<ObservedParameter> Parameters(
        TypeParsing context, IMethodSymbol method, CoreComparison? core, bool isCaptured)
    {
        context.Features.Visit(method);
        if (core is not null)
        {
            context.Features.VisitSymbol(core.Core);
        }

        IEnumerable<ObservedParameter> parameters = method.Parameters
            .Select(parameter => ParameterText.Of(parameter, isCaptured ? CaptureOf(context, method, core, parameter) : null));
        return (method.IsVararg ? parameters.Append(ParameterText.ArgumentList) : parameters).ToEquatableArray();
    }

    private static ValueShape? CaptureOf(TypeParsing context, IMethodSymbol method, CoreComparison? core, IParameterSymbol parameter)
    {
        bool isNoise = parameter.RefKind == RefKind.Out
            || parameter.Type.Is("System.Threading", "CancellationToken")
            || parameter.Type.IsOurs(WellKnownNames.RunContext);
        return isNoise
            ? null
            : Privacy.Of(parameter, method, core) switch
            {
                PrivacyLevel.LeftOut => null,
                PrivacyLevel.Masked => ValueShape.Masked,
                _ => context.Shapes.Of(parameter.Type),
            };
    }

    private static ValueShape? ResultOf(TypeParsing context, IMethodSymbol method, CoreComparison? core, ReturnType returned) =>
        !returned.ResultIsTypeArgument ? null
        : Privacy.OfReturn(method, core) == PrivacyLevel.Masked ? ValueShape.Masked
        : context.Shapes.Of(returned.Result!);

    private static CoreMethod CoreOf(IMethodSymbol method, CoreComparison core)
    {
        IParameterSymbol? context = core.ContextPosition < 0 ? null : core.Core.Parameters[core.ContextPosition];
        ITypeSymbol returned = core.Core.Arity > 0 ? core.Core.Construct([.. method.TypeParameters]).ReturnType : core.Core.ReturnType;
        return new CoreMethod
        {
            Target = CallTargets.Of(core.Core, method),
            ReturnType = returned.InCode(),
            Wrapper = core.Wrapper,
            Context = context is null ? ContextParameter.None
                : context.NullableAnnotation == NullableAnnotation.Annotated ? ContextParameter.Optional
                : ContextParameter.Required,
            ContextPosition = Math.Max(core.ContextPosition, 0),
        };
    }
}
