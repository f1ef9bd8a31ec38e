using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2004: what has a blank name cannot be found, and a run without one is not even started.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameByHandIsBlankAnalyzer : CallAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RecordingRules.NameBlank];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => GivenName.IsTakenBy;

    /// <inheritdoc/>
    private protected override bool CanMatter(InvocationExpressionSyntax call)
    {
        // Task.Run is everywhere, and never ours.
        if (call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Task" } })
        {
            return false;
        }

        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (Constants.MayBeBlank(argument.Expression))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (GivenName.Of(call, method) is not { } name || !Constants.MayBeBlank(name))
        {
            return;
        }

        string parameter = GivenName.ParameterOf(method)!;
        bool isBlank = Constants.TextOf(context.SemanticModel, name, context.CancellationToken) is { } text
            ? string.IsNullOrWhiteSpace(text)
            // no action is the default one
            : parameter != "action" && Constants.IsNull(context.SemanticModel, name, context.CancellationToken);
        if (isBlank)
        {
            context.Report(RecordingRules.NameBlank, name, method.Name, WordsOf(parameter), ConsequenceOf(parameter));
        }
    }

    private static string WordsOf(string parameter) => parameter switch
    {
        "agent" => "agent's name",
        "policyName" => "policy's name",
        "action" or "key" => parameter,
        _ => "name",
    };

    private static string ConsequenceOf(string parameter) => parameter == "agent"
        ? "it throws, and the body never runs; name the agent"
        : "nobody will find it in a trace; say what it is";
}
