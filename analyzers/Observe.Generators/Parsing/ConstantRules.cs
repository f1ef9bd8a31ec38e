using System.Globalization;
using Microsoft.CodeAnalysis;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Judges the constants of one attribute. Every check reports what is wrong and says what would be right.</summary>
internal sealed class ConstantRules(TypeParsing context, IMethodSymbol method, AttributeData attribute)
{
    /// <summary>The longest time that timers keep, in seconds: 24 days.</summary>
    public const double LongestSeconds = 24 * 24 * 60 * 60;

    private readonly string _name = NameOf(attribute);

    /// <summary>The attribute as it stands in code, without <c>Attribute</c>.</summary>
    public static string NameOf(AttributeData attribute)
    {
        const string suffix = "Attribute";
        string name = attribute.AttributeClass!.Name;
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }

    public void AtLeast(string constant, long value, long minimum)
    {
        if (value < minimum)
        {
            Wrong($"{constant} = {Text(value)}", $"it must be at least {Text(minimum)}");
        }
    }

    public void Between(string constant, double value, double most)
    {
        if (!(value >= 0 && value <= most))
        {
            Wrong($"{constant} = {Text(value)}", $"it must be a number from 0 to {Text(most)}");
        }
    }

    public void AboveZero(string constant, double value, double most)
    {
        if (!(value > 0 && value <= most))
        {
            Wrong($"{constant} = {Text(value)}", $"it must be a number above 0, up to {Text(most)}");
        }
    }

    public void Names(string constant, IReadOnlyCollection<TypedConstant> names, bool mayBeEmpty)
    {
        if (names.Count == 0 && !mayBeEmpty)
        {
            Wrong($"no {constant}", "name at least one");
        }

        HashSet<string> seen = [];
        foreach (TypedConstant name in names)
        {
            if (name.Value is not string text || string.IsNullOrWhiteSpace(text))
            {
                Wrong($"a blank among its {constant}", "give it a name or leave it out");
            }
            else if (!seen.Add(text))
            {
                Wrong($"\"{text}\" twice among its {constant}", "name it once");
            }
        }
    }

    /// <summary>Texts that are given are not blank; those that have rules of their own are left to these.</summary>
    public void Texts()
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument is { Key: not ("Name" or "FallbackTo"), Value: { Kind: TypedConstantKind.Primitive, Value: string text } }
                && string.IsNullOrWhiteSpace(text))
            {
                Wrong($"{argument.Key} = {Literals.Of(text)}", "give it a text or leave it out");
            }
        }
    }

    public void Wrong(string said, string remedy) =>
        context.Rules.Report(ShapeRules.ConstantSenseless, attribute, context.CancellationToken, _name, method.Name, said, remedy);

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
