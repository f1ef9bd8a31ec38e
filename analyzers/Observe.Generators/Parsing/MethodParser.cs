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
        ScopeAttribute scope = scopes[0];
        ReturnType returned = ReturnType.Of(method);
        SignatureRules.Check(context, method, scopes, returned);

        CoreComparison? core = CoreFinder.Find(
            context.Compilation, method, syntax, returned.Shape, scope.Kind == ScopeKind.Decision, context.Rules);
        if (core is { Core: { IsAsync: true, ReturnsVoid: true } })
        {
            string problem = $"'{core.Core.Name}' is async void, so nobody can tell when it ends; return Task";
            context.Rules.Report(ShapeRules.UnsupportedSignature, method, method.Name, problem);
        }

        RoleParser roles = new(context, method, core, scope);
        roles.Parse();

        bool isSound = context.Rules.Count == rulesBefore;
        ScopeDescription description = ScopeParser.Parse(context, method, core, scope, returned);
        return new ObservedMethod
        {
            Implementation = isSound ? ImplementationKind.Observed
                : core is null ? ImplementationKind.Stub
                : ImplementationKind.PassThrough,
            Signature = SignatureParser.Parse(method, syntax, Parameters(context, method, core, isSound && description.CapturesArguments)),
            Core = core is null ? null : CoreOf(method, core),
            Scope = description,
            ReturnShape = returned.Shape,
            ResultType = returned.Result?.InCode(),
            ResultIsTypeArgument = returned.ResultIsTypeArgument,
            ResultIsDynamic = returned is { Shape: ReturnShape.Value, Result.TypeKind: TypeKind.Dynamic },
            Result = isSound && description.CapturesResult ? ResultOf(context, method, core, returned) : null,
            Identity = roles.Identity.ToEquatableArray(),
            Tags = roles.Tags.ToEquatableArray(),
            Metadata = roles.Metadata.ToEquatableArray(),
            Locals = LocalsOf(method, returned.Shape),
        };
    }

    private static EquatableArray<ObservedParameter> Parameters(
        TypeParsing context, IMethodSymbol method, CoreComparison? core, bool isCaptured)
    {
        context.Features.Visit(method);
        return method.Parameters
            .Select(parameter => ParameterText.Of(parameter, isCaptured ? CaptureOf(context, method, core, parameter) : null))
            .ToEquatableArray();
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
        string name = SymbolText.AsIdentifier(core.Core.Name);
        if (method.Parameters.Any(parameter => parameter.Name == core.Core.Name))
        {
            name = (core.Core.IsStatic ? method.ContainingType.InCode() : "this") + "." + name;
        }

        IParameterSymbol? context = core.ContextPosition < 0 ? null : core.Core.Parameters[core.ContextPosition];
        ITypeSymbol returned = core.Core.Arity > 0 ? core.Core.Construct([.. method.TypeParameters]).ReturnType : core.Core.ReturnType;
        return new CoreMethod
        {
            Target = name + SymbolText.TypeParameterList(method.TypeParameters),
            ReturnType = returned.InCode(),
            ReturnsDecision = core.ReturnsDecision,
            Context = context is null ? ContextParameter.None
                : context.NullableAnnotation == NullableAnnotation.Annotated ? ContextParameter.Optional
                : ContextParameter.Required,
            ContextPosition = Math.Max(core.ContextPosition, 0),
        };
    }

    private static LocalNames LocalsOf(IMethodSymbol method, ReturnShape shape)
    {
        HashSet<string> taken =
        [
            .. method.Parameters.Select(static parameter => parameter.Name),
            .. method.TypeParameters.Select(static parameter => parameter.Name),
        ];
        string pending = shape switch
        {
            ReturnShape.AsyncStream => "stream",
            ReturnShape.Sequence => "sequence",
            _ => "task",
        };
        return new LocalNames(Free("call"), Free("arguments"), Free(pending), Free("exception"));

        string Free(string name) => taken.Contains(name) ? Free(name + "_") : name;
    }
}
