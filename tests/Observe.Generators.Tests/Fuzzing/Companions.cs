using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Members beside a fuzzed method that get into the way of what is generated for it.</summary>
internal static class Companions
{
    /// <summary>The members, observed and not.</summary>
    public static (string Observed, string Twin) Draw(Draft draft, FuzzedContainer container, FuzzedMethod method)
    {
        if (!draft.Choices.Chance(15))
        {
            return ("", "");
        }

        string name = SyntaxFactory.ParseToken(method.Name).ValueText;
        string @static = container.IsStatic ? "static " : "";
        string unobservedType = $"    public class Observed{name} {{ }}\n\n";
        string constant = $"    public const int {draft.Choices.OneOf("Observed", "Retried", "Admitted")}{name} = 1;\n\n";
        string nested = container.IsInterface && container.TypeParameters.Any(static parameter => parameter.Variance.Length > 0) ? "" : unobservedType;
        return draft.Choices.Below(7) switch
        {
            0 => Overload(method, @static, "", "global::Fuzz.MoreData fuzzData, int fuzzCount", "fuzzData, fuzzCount"),
            1 => Overload(method, @static, "<TFuzz>", "TFuzz fuzzValue, params TFuzz[] fuzzValues", "fuzzValue, fuzzValues"),
            2 => Overload(method, @static, "<TFuzz, TFuzz2, TFuzz3, TFuzz4>", "", ""),
            3 => (constant, constant),
            4 => (nested, nested),
            5 => Named(method, @static, "Observed" + name),
            _ => Named(method, @static, "FuzzOther"),
        };
    }

    private static (string Observed, string Twin) Overload(FuzzedMethod method, string modifier, string types, string parameters, string arguments) =>
        Pair(method.Name, method.CoreName, modifier, types, parameters, arguments);

    private static (string Observed, string Twin) Named(FuzzedMethod method, string modifier, string name) =>
        Pair(name, Parsing.ScopeNames.CoreOf(name), modifier, "", $"global::Fuzz.Data {method.CoreName}", method.CoreName);

    private static (string Observed, string Twin) Pair(string name, string core, string modifier, string types, string parameters, string arguments)
    {
        string body = $"    private {modifier}global::Fuzz.Data? {core}{types}({parameters.Replace("params ", "", StringComparison.Ordinal)}) => null;\n\n";
        string head = $"public {modifier}";
        string owner = modifier.Length == 0 ? "this." : "";
        string call = arguments.Contains(core, StringComparison.Ordinal) ? "throw null!" : $"{owner}{core}{types}({arguments})";
        return (
            $"#nullable enable\n    [global::Observe.Step]\n    {head}partial global::Fuzz.Data? {name}{types}({parameters});\n\n{body}#nullable restore\n",
            $"#nullable enable\n    {head}global::Fuzz.Data? {name}{types}({parameters}) => {call};\n\n{body}#nullable restore\n");
    }
}
