using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>Looks for marked values in an argument that is recorded in the open.</summary>
/// <param name="context">Where the call stands.</param>
/// <param name="method">Name of what is called.</param>
/// <param name="remedy">What can be done about it.</param>
internal sealed class RecordedArgument(SyntaxNodeAnalysisContext context, string method, string remedy)
{
    public const string JsonIgnoresMarks = "JSON would show it in the open";

    public void Analyze(ExpressionSyntax argument)
    {
        foreach (ShownValue value in ShownValues.In(argument))
        {
            if (MarkOf(value.Expression) is { } mark)
            {
                context.Report(PrivacyRules.SensitiveInTheOpen, value.Expression, value.Expression.ToString(), mark, method, remedy);
            }
            else if (value.Form != ShownForm.Value && TypeOf(value.Expression) is { } type)
            {
                AnalyzeForm(value, type);
            }
        }
    }

    /// <summary>Whether marks are lost because the parameter has a wider type than the value.</summary>
    public void AnalyzeConversion(ExpressionSyntax argument, IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType is not (SpecialType.None or SpecialType.System_Object) || TypeOf(argument) is not { SpecialType: SpecialType.None } given)
        {
            return;
        }

        if (parameter.Type.SpecialType == SpecialType.System_Object || parameter.Type.TypeKind == TypeKind.Dynamic)
        {
            if (MarkedMembers.Find(given) is { } marked)
            {
                string seen = parameter.Type.TypeKind == TypeKind.Dynamic ? "dynamic" : "object";
                string reason = $"no mask can follow it into '{seen} {parameter.Name}', so only the name of its type would be recorded";
                string type = given.WithNullableAnnotation(NullableAnnotation.NotAnnotated).InMessage();
                context.Report(
                    PrivacyRules.MaskLost, argument, marked, reason, $"give '{parameter.Name}' the type '{type}', or mark it [NotCaptured]");
            }
        }
        else if (given is INamedTypeSymbol derived
            && parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } wider
            && !SymbolEqualityComparer.Default.Equals(derived, wider)
            && !OpaqueTypes.IsLive(wider)
            && Collections.ElementOf(wider) is null
            && ValueShapes.IsWritable(context.Compilation, parameter.ContainingType, wider)
            && MarkedMembers.FindLost(derived, wider) is { } lost)
        {
            string reason = $"'{parameter.Name}' is captured as '{wider.Name}', which does not mark it";
            context.Report(PrivacyRules.MaskLost, argument, lost, reason, $"mark it in '{wider.Name}', or mark '{parameter.Name}' [Sensitive] or [NotCaptured]");
        }
    }

    private void AnalyzeForm(ShownValue value, ITypeSymbol type)
    {
        if (value.Form == ShownForm.Text && TextPrivacy.ShowsSensitive(type))
        {
            string name = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).InMessage();
            context.Report(PrivacyRules.SensitiveText, value.Expression, name, method, remedy);
        }
        else if (value.Form == ShownForm.Json && MarkedMembers.Find(type) is { } marked)
        {
            context.Report(PrivacyRules.MaskLost, value.Expression, marked, JsonIgnoresMarks, remedy);
        }
    }

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => context.SemanticModel.GetTypeInfo(expression, context.CancellationToken).Type;

    // The attribute that the value's parameter or property carries, or null.
    private string? MarkOf(ExpressionSyntax expression) => MarkedValues.Of(expression, context.SemanticModel, context.CancellationToken) switch
    {
        PrivacyLevel.Masked => "Sensitive",
        PrivacyLevel.LeftOut => "NotCaptured",
        _ => null,
    };
}
