using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2026: a decision by hand chooses one of several options.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChosenOptionIsUnknownAnalyzer : CallAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RecordingRules.OptionUnknown];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => static name => name == "RecordDecision";

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (!method.ContainingType.IsOurs(WellKnownNames.RunContext)
            || NamedArguments.Of(call.ArgumentList, method, "options") is not { } list
            || ConstantTexts.Of(context.SemanticModel, list, context.CancellationToken) is not { } options)
        {
            return;
        }

        if (options.Count == 0)
        {
            context.Report(RecordingRules.OptionUnknown, list, "There are no options to choose from; name those that were open");
            return;
        }

        HashSet<string> known = [];
        foreach ((ExpressionSyntax place, string option) in options)
        {
            if (!known.Add(option))
            {
                context.Report(RecordingRules.OptionUnknown, place, $"The option \"{option}\" is named twice; name it once");
            }
        }

        if (NamedArguments.Of(call.ArgumentList, method, "chosen") is { } choice
            && Constants.TextOf(context.SemanticModel, choice, context.CancellationToken) is { } chosen
            && !known.Contains(chosen))
        {
            context.Report(
                RecordingRules.OptionUnknown, choice, $"The chosen \"{chosen}\" is not among the options; add it, or choose one of them");
        }
    }
}
