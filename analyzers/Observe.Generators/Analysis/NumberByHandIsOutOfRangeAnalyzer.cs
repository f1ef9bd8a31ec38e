using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2008: a number outside its range is not recorded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NumberByHandIsOutOfRangeAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RecordingRules.NumberOutOfRange];

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(AnalyzeCall, SyntaxKind.InvocationExpression);
        context.RegisterSyntaxNodeAction(AnalyzeCreation, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
        context.RegisterSyntaxNodeAction(AnalyzeInitializer, SyntaxKind.ObjectInitializerExpression, SyntaxKind.WithInitializerExpression);
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (CalledName.Of(call) is "RecordDecision" or "RecordRetry" or "OpenAI" or "Anthropic" or "Gemini")
        {
            Analyze(context, call.ArgumentList);
        }
    }

    private static void AnalyzeCreation(SyntaxNodeAnalysisContext context)
    {
        var creation = (BaseObjectCreationExpressionSyntax)context.Node;
        bool mayMatter = creation is ObjectCreationExpressionSyntax { Type: var type }
            ? NameText.Of(type) is WellKnownNames.DecisionOfT or WellKnownNames.LlmResultOfT or WellKnownNames.TokenUsage
            : creation.ArgumentList is { } arguments && MayMatter(arguments.Arguments);
        if (mayMatter && creation.ArgumentList is { } given)
        {
            Analyze(context, given);
        }
    }

    // Without a type's name only what looks like one of our numbers is worth being bound.
    private static bool MayMatter(SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        const int reasoning = 1;
        const int confidence = 2;
        for (int i = 0; i < arguments.Count; i++)
        {
            ArgumentSyntax argument = arguments[i];
            if (argument.NameColon is { Name.Identifier.ValueText: var name } ? NumberRanges.Has(name)
                : argument.Expression.IsKind(SyntaxKind.UnaryMinusExpression)
                    || (i == confidence && IsNumber(argument) && !IsNumber(arguments[reasoning])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(ArgumentSyntax argument) => argument.Expression.IsKind(SyntaxKind.NumericLiteralExpression);

    private static void AnalyzeInitializer(SyntaxNodeAnalysisContext context)
    {
        foreach (ExpressionSyntax expression in ((InitializerExpressionSyntax)context.Node).Expressions)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax member, Right: var value }
                && member.Identifier.ValueText == "CostUsd"
                && context.SemanticModel.GetSymbolInfo(member, context.CancellationToken).Symbol is { ContainingType: { } owner }
                && NumberRanges.AreIn(owner))
            {
                Check(context, member.Identifier.ValueText, value);
            }
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ArgumentListSyntax arguments)
    {
        if (context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is not IMethodSymbol method
            || !NumberRanges.AreIn(method.ContainingType))
        {
            return;
        }

        foreach (ArgumentSyntax argument in arguments.Arguments)
        {
            if (NamedArguments.ParameterOf(argument, method) is { Name: var parameter } && NumberRanges.Has(parameter))
            {
                Check(context, parameter, argument.Expression);
            }
        }
    }

    private static void Check(SyntaxNodeAnalysisContext context, string name, ExpressionSyntax value)
    {
        if (Constants.NumberOf(context.SemanticModel, value, context.CancellationToken) is { } number
            && NumberRanges.ProblemOf(name, number) is { } problem)
        {
            context.Report(RecordingRules.NumberOutOfRange, value, name, number.ToString(CultureInfo.InvariantCulture), problem);
        }
    }
}
