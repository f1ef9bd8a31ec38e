using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>A scope that a call records by hand.</summary>
internal sealed class RecordedScope(
    SemanticModel model, InvocationExpressionSyntax call, IMethodSymbol method, CancellationToken cancellationToken)
{
    /// <summary>The name that is recorded, where it is constant.</summary>
    public string? Name { get; } =
        GivenName.Of(call, method) is { } name ? Constants.TextOf(model, name, cancellationToken) : null;

    /// <summary>The kind that a method of this name records, or null.</summary>
    public static ScopeKind? KindOf(string? method) => method switch
    {
        "RecordStep" => ScopeKind.Step,
        "RecordToolCall" => ScopeKind.ToolCall,
        "RecordDecision" => ScopeKind.Decision,
        "RecordReasoning" => ScopeKind.Reasoning,
        "RecordRetrieval" => ScopeKind.Retrieval,
        "RecordLlmCall" => ScopeKind.LlmCall,
        _ => null,
    };

    /// <summary>Whether the call records what an attribute on this method records around it already.</summary>
    public bool IsThatOf(IMethodSymbol observed) =>
        ScopeAttribute.Of(observed).ToList() is { Count: > 0 } scopes
        && ScopeAttribute.Leading(scopes) is var scope
        && scope.Kind == KindOf(method.Name)
        && scope.Kind switch
        {
            ScopeKind.LlmCall => IsOnlyOne && IsNotSaidElse && IsSame(scope, "Model", ModelOf(call)),
            ScopeKind.Retrieval => IsOnlyOne && IsSame(scope, "Source", NamedArguments.Of(call.ArgumentList, method, "source")),
            _ => HasNameOf(observed),
        };

    /// <summary>Whether an attribute on this method gives it the same name and kind.</summary>
    public bool HasNameOf(IMethodSymbol observed) =>
        Name is not null
        && ScopeAttribute.Of(observed).ToList() is { Count: > 0 } scopes
        && ScopeAttribute.Leading(scopes) is var scope
        && scope.Kind == KindOf(method.Name)
        && scope.NameOn(observed) == Name;

    // Where a body makes several searches, or calls, each may be worth a record of its own.
    private bool IsOnlyOne =>
        call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } body
        && !call.Ancestors().TakeWhile(node => node != body).Any(static node => Repetition.Is(node) || EnclosingFunction.IsFunction(node))
        && body.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(other => CalledName.Of(other) == method.Name) == 1;

    // A body that says what its own call used records another one here.
    private bool IsNotSaidElse =>
        call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } body
        && !body.DescendantNodes().Any(static node => node is SimpleNameSyntax { Identifier.ValueText: "ReportLlmCall" or "LlmResult" });

    private static ExpressionSyntax? ModelOf(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments is [{ Expression: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var model, ..] } }, ..]
            ? model.Expression
            : null;

    private bool IsSame(ScopeAttribute scope, string property, ExpressionSyntax? given) =>
        given is null
        || (property == "Model" && scope.Data.NamedArgument(property) is null)
        || Constants.TextOf(model, given, cancellationToken) is { } text && Equals(scope.Data.NamedArgument(property), text);
}
