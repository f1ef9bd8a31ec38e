using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>What an observed method captures, as an analyzer asks: with the say that its body has in what is private.</summary>
internal sealed class ObservedCapture
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private CoreComparison? _core;
    private bool _isCoreSearched;

    private ObservedCapture(Compilation compilation, IMethodSymbol method, ScopeAttribute scope, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _cancellationToken = cancellationToken;
        Method = method;
        Scope = scope;
        Captures = CaptureModes.Of(scope, method.ContainingAssembly);
    }

    public IMethodSymbol Method { get; }

    public ScopeAttribute Scope { get; }

    /// <summary>Which values of a call are captured.</summary>
    public (bool Arguments, bool Result) Captures { get; }

    /// <summary>Whether a method declaration may be one, by its syntax.</summary>
    public static bool MayBeOne(MethodDeclarationSyntax method) =>
        method is { AttributeLists.Count: > 0, Body: null, ExpressionBody: null } && method.Modifiers.Any(SyntaxKind.PartialKeyword);

    public static ObservedCapture? Of(Compilation compilation, IMethodSymbol method, CancellationToken cancellationToken)
    {
        List<ScopeAttribute> scopes = [.. ScopeAttribute.Of(method)];
        return scopes.Count == 0 ? null : new ObservedCapture(compilation, method, ScopeAttribute.Leading(scopes), cancellationToken);
    }

    /// <summary>Whether the value of a parameter is written into a record, in the open or behind a mask.</summary>
    public bool Writes(IParameterSymbol parameter) =>
        !IsNoise(parameter) && (Captures.Arguments || HasRole(parameter, static name => name is WellKnownNames.Tag or WellKnownNames.Metadata));

    /// <summary>Whether the parameter says who or what the run is for, which is to be seen in a trace.</summary>
    public static bool IsIdentity(IParameterSymbol parameter) => HasRole(parameter, WellKnownNames.IdentityRoles.ContainsKey);

    public PrivacyLevel PrivacyOf(IParameterSymbol parameter) =>
        Privacy.Of(parameter, Method, null) is > PrivacyLevel.Open and var level ? level : Privacy.Of(parameter, Method, Core());

    public PrivacyLevel PrivacyOfResult() =>
        Privacy.OfReturn(Method, null) is > PrivacyLevel.Open and var level ? level : Privacy.OfReturn(Method, Core());

    // Comparing costs more than looking at attributes, and most methods never need it.
    private CoreComparison? Core()
    {
        if (!_isCoreSearched)
        {
            _isCoreSearched = true;
            _core = Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken) is MethodDeclarationSyntax syntax
                ? CoreFinder.Find(_compilation, Method, syntax, ReturnType.Of(Method).Shape, BodyWrappers.AllowedIn(Scope.Kind), new RuleSink())
                : null;
        }

        return _core;
    }

    private static bool IsNoise(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.Out
        || parameter.Type.Is("System.Threading", "CancellationToken")
        || parameter.Type.IsOurs(WellKnownNames.RunContext);

    private static bool HasRole(IParameterSymbol parameter, Func<string, bool> isWanted)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && isWanted(type.Name) && type.IsOurs(type.Name))
            {
                return true;
            }
        }

        return false;
    }
}
