using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>
/// The values that can be seen in the value of an expression, by syntax: the parts of a text, the branches of a choice, the elements
/// of a list. What a call makes of a value is unknown, and so is not one of them.
/// </summary>
internal static class ShownValues
{
    public static List<ShownValue> In(ExpressionSyntax expression)
    {
        List<ShownValue> values = [];
        Add(expression, ShownForm.Value, values);
        return values;
    }

    private static void Add(ExpressionSyntax expression, ShownForm form, List<ShownValue> values)
    {
        switch (expression)
        {
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                values.Add(new ShownValue(expression, form));
                break;
            case ParenthesizedExpressionSyntax inner:
                Add(inner.Expression, form, values);
                break;
            case CastExpressionSyntax cast:
                Add(cast.Expression, form, values);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure:
                Add(sure.Operand, form, values);
                break;
            case ElementAccessExpressionSyntax element:
                Add(element.Expression, form, values);
                break;
            case ConditionalAccessExpressionSyntax access:
                AddConditional(access, form, values);
                break;
            case ConditionalExpressionSyntax choice:
                Add(choice.WhenTrue, form, values);
                Add(choice.WhenFalse, form, values);
                break;
            case SwitchExpressionSyntax choice:
                AddAll(choice.Arms.Select(static arm => arm.Expression), form, values);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either:
                Add(either.Left, form, values);
                Add(either.Right, form, values);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } both:
                Add(both.Left, ShownForm.Text, values);
                Add(both.Right, ShownForm.Text, values);
                break;
            case InterpolatedStringExpressionSyntax text:
                AddAll(text.Contents.OfType<InterpolationSyntax>().Select(static part => part.Expression), ShownForm.Text, values);
                break;
            case TupleExpressionSyntax tuple:
                AddAll(tuple.Arguments.Select(static argument => argument.Expression), form, values);
                break;
            case CollectionExpressionSyntax list:
                AddAll(list.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression), form, values);
                break;
            case ArrayCreationExpressionSyntax { Initializer: { } items }:
                AddAll(items.Expressions, form, values);
                break;
            case ImplicitArrayCreationExpressionSyntax array:
                AddAll(array.Initializer.Expressions, form, values);
                break;
            case InvocationExpressionSyntax call:
                AddCall(call, form, values);
                break;
        }
    }

    private static void AddAll(IEnumerable<ExpressionSyntax> expressions, ShownForm form, List<ShownValue> values)
    {
        foreach (ExpressionSyntax expression in expressions)
        {
            Add(expression, form, values);
        }
    }

    // card?.Number, card?.ToString()
    private static void AddConditional(ConditionalAccessExpressionSyntax access, ShownForm form, List<ShownValue> values)
    {
        if (access.WhenNotNull is MemberBindingExpressionSyntax)
        {
            values.Add(new ShownValue(access, form));
        }
        else if (access.WhenNotNull is InvocationExpressionSyntax call && FormOf(CalledName.Of(call), form) is { } shown)
        {
            Add(access.Expression, shown, values);
        }
    }

    private static void AddCall(InvocationExpressionSyntax call, ShownForm form, List<ShownValue> values)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver, Name.Identifier.ValueText: var name })
        {
            return;
        }

        IEnumerable<ExpressionSyntax> arguments = call.ArgumentList.Arguments.Select(static argument => argument.Expression);
        switch (NameOf(receiver))
        {
            case "string" or "String" when name is "Concat" or "Join" or "Format":
                AddAll(arguments, ShownForm.Text, values);
                break;
            case "CapturedValue" when name is "Map" or "List":
                AddAll(arguments, ShownForm.Value, values);
                break;
            case "JsonSerializer" when name.StartsWith("Serialize", StringComparison.Ordinal):
                AddAll(arguments.Take(1), ShownForm.Json, values);
                break;
            default:
                if (FormOf(name, form) is { } shown)
                {
                    Add(receiver, shown, values);
                }

                break;
        }
    }

    // What a text becomes by these is as readable as before.
    private static ShownForm? FormOf(string? method, ShownForm form) => method switch
    {
        "ToString" => ShownForm.Text,
        "Trim" or "TrimStart" or "TrimEnd" or "ToUpper" or "ToUpperInvariant" or "ToLower" or "ToLowerInvariant" => form,
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax receiver) => receiver switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
