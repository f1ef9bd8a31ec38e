using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The texts that a method can return, where all of them are constant.</summary>
internal sealed class ReturnedTexts(SemanticModel model, CancellationToken cancellationToken)
{
    private readonly List<(ExpressionSyntax, string)> _texts = [];

    /// <summary>The texts with their places, null left out; null where one is not known.</summary>
    public IReadOnlyList<(ExpressionSyntax Place, string Text)>? Of(MethodDeclarationSyntax method)
    {
        IEnumerable<ExpressionSyntax?> returned = method.ExpressionBody is { } arrow
            ? [arrow.Expression]
            : EnclosingFunction.OwnNodes(method).OfType<ReturnStatementSyntax>().Select(static statement => statement.Expression);
        return returned.All(expression => expression is not null && Add(expression)) ? _texts : null;
    }

    private bool Add(ExpressionSyntax expression) => Constants.Bare(expression) switch
    {
        ConditionalExpressionSyntax choice => Add(choice.WhenTrue) && Add(choice.WhenFalse),
        SwitchExpressionSyntax choice => choice.Arms.All(arm => Add(arm.Expression)),
        ThrowExpressionSyntax => true,
        BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation => AddWrapped(creation, arguments),
        InvocationExpressionSyntax { ArgumentList.Arguments: [var wrapped] } call when CalledName.Of(call) == "FromResult" =>
            Add(wrapped.Expression),
        var other => AddConstant(other),
    };

    // A Decision<T> or a ValueTask<T> around the text.
    private bool AddWrapped(BaseObjectCreationExpressionSyntax creation, ArgumentListSyntax arguments) =>
        model.GetSymbolInfo(creation, cancellationToken).Symbol is IMethodSymbol constructor
        && (NamedArguments.Of(arguments, constructor, "chosen") ?? NamedArguments.Of(arguments, constructor, "result")) is { } wrapped
        && Add(wrapped);

    private bool AddConstant(ExpressionSyntax expression)
    {
        if (Constants.TextOf(model, expression, cancellationToken) is not { } text)
        {
            return Constants.IsNull(model, expression, cancellationToken);
        }

        _texts.Add((expression, text));
        return true;
    }
}
