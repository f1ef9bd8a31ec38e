using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Reads <c>[Retry]</c>, alone or beside another scope attribute.</summary>
internal sealed class RetryParser(
    TypeParsing context, IMethodSymbol method, MethodDeclarationSyntax syntax, CoreComparison? core, ScopeAttribute scope, ReturnType returned)
{
    // The defaults of RetryAttribute.
    private const int MaxAttempts = 3;
    private const int Delay = 200;
    private const int MaxDelay = 30_000;
    private const double BreakSeconds = 30;

    /// <summary>The retry, or null where there is none or it cannot be.</summary>
    public Retry? Parse(IReadOnlyList<ScopeAttribute> scopes)
    {
        if (!scopes.Any(static scope => scope.Kind == ScopeKind.Retry))
        {
            return null;
        }

        AttributeData attribute = scopes.First(static scope => scope.Kind == ScopeKind.Retry).Data;
        if (Obstacle() is { } obstacle)
        {
            context.Rules.Report(ShapeRules.RetryImpossible, attribute, context.CancellationToken, method.Name, obstacle);
            return null;
        }

        ConstantRules rules = new(context, method, attribute);
        IReadOnlyList<Setting> settings = [.. Settings(attribute, rules)];
        string[] handles = [.. Handles(attribute, rules)];
        CoreComparison? fallback = attribute.NamedArgument("FallbackTo") is string name
            ? FallbackFinder.Find(context, method, attribute, returned.Shape, core?.Wrapper ?? BodyWrapper.None, name)
            : null;
        return new Retry
        {
            RetriedName = CallTargets.NewName(context, "Retried", method),
            Rules = settings.ToEquatableArray(),
            Handles = handles.ToEquatableArray(),
            Fallback = fallback is null ? null : CallTargets.Of(fallback.Core, method),
            WrapsFallback = fallback is not null && fallback.Wrapper != core?.Wrapper,
            Token = CallTargets.TokenOf(method) ?? "default",
            IsAsync = IsAsync,
        };
    }

    private bool IsAsync => returned.Shape is not (ReturnShape.Void or ReturnShape.Value);

    private string? Obstacle() =>
        scope.Kind == ScopeKind.Run ? "a run is one execution; put [Retry] on what it calls"
        : returned.Shape is ReturnShape.AsyncStream or ReturnShape.Sequence ? "what a stream has handed out cannot be taken back; return a list"
        : method.RefKind != RefKind.None ? "it returns by reference; return the value"
        : IsAsync && AsyncBarrier.Of(method, syntax, context.CancellationToken) is { } barrier ? $"{barrier}, so it cannot be awaited between two attempts"
        : null;

    private static IEnumerable<Setting> Settings(AttributeData attribute, ConstantRules rules)
    {
        int attempts = attribute.ConstructorArguments is [{ Value: int given }] ? given : MaxAttempts;
        int delay = attribute.Integer("DelayMilliseconds", Delay);
        int maxDelay = attribute.Integer("MaxDelayMilliseconds", MaxDelay);
        int breakAfter = attribute.Integer("BreakAfter");
        double breakSeconds = attribute.Number("BreakSeconds", BreakSeconds);
        rules.AtLeast("MaxAttempts", attempts, 1);
        rules.AtLeast("DelayMilliseconds", delay, 0);
        rules.AtLeast("MaxDelayMilliseconds", maxDelay, 0);
        rules.AtLeast("BreakAfter", breakAfter, 0);
        rules.Between("BreakSeconds", breakSeconds, ConstantRules.LongestSeconds);

        (string Name, string Value, bool IsDefault)[] settings =
        [
            ("MaxAttempts", Literals.Of(attempts), attempts == MaxAttempts),
            ("DelayMilliseconds", Literals.Of(delay), delay == Delay),
            ("MaxDelayMilliseconds", Literals.Of(maxDelay), maxDelay == MaxDelay),
            ("FallbackTo", Literals.Of(attribute.NamedArgument("FallbackTo") as string), attribute.NamedArgument("FallbackTo") is null),
            ("BreakAfter", Literals.Of(breakAfter), breakAfter == 0),
            ("BreakSeconds", Literals.Of(breakSeconds), breakSeconds == BreakSeconds),
        ];
        return settings.Where(static setting => !setting.IsDefault).Select(static setting => new Setting(setting.Name, setting.Value));
    }

    private IEnumerable<string> Handles(AttributeData attribute, ConstantRules rules)
    {
        foreach (TypedConstant element in attribute.Named("On").Elements())
        {
            if (element.Value is not ITypeSymbol type)
            {
                rules.Wrong("On = null", "name a type of exception");
            }
            else if (type.TypeKind != TypeKind.Error)
            {
                if (ExceptionProblem(type) is { } problem)
                {
                    rules.Wrong($"On = {type.InMessage()}", problem);
                }

                context.Features.Visit(type);
                yield return type.InCode();
            }
        }
    }

    private string? ExceptionProblem(ITypeSymbol type) =>
        type is not INamedTypeSymbol { IsUnboundGenericType: false } named || !type.WithBases().Any(static part => part.Is("System", "Exception"))
            ? "it must be a type of exception"
            : TypeVisibility.Problem(context, named);
}
