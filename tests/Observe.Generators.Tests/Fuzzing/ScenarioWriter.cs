using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Code that calls a fuzzed method and writes down everything that a caller can see.</summary>
internal sealed class ScenarioWriter(
    Draft draft, string owner, string closed, FuzzedContainer[] containers, FuzzedMethod method, Surroundings surroundings)
{
    private const string Journal = "global::Fuzz.Journal";

    private readonly FuzzedContainer _inner = containers[^1];
    private readonly int _items = draft.Choices.OneOf(5, 1);

    /// <summary>Whether there is a way to call it.</summary>
    public bool IsPossible =>
        draft.Rule is null
        && !method.Scope.IsBlocking
        && !(method.Scope.IsRetried && method.Returned.IsTask) // what is tried again is awaited by somebody else than the caller
        && (method.IsStatic || !_inner.IsAbstract || (containers.Length == 1 && _inner.TypeParameters.All(static parameter => parameter.Variance.Length == 0)))
        && !method.Attributes.Contains("true)", StringComparison.Ordinal)
        && !method.Attributes.Contains("Experimental", StringComparison.Ordinal);

    public string EntryName => (surroundings.Namespace.Length == 0 ? "" : surroundings.Namespace.Replace("@", "", StringComparison.Ordinal) + ".") + $"FuzzEntry_{draft.Marker}";

    private bool NeedsImplementation => !method.IsStatic && _inner.IsAbstract;

    /// <summary>A member of the innermost type, so that it sees private methods.</summary>
    public string Start()
    {
        StringBuilder text = new();
        string obsolete = draft.MentionsObsolete ? "[global::System.Obsolete] " : "";
        string target = NeedsImplementation ? $"{owner} fuzzTarget" : "";
        text.Append(CultureInfo.InvariantCulture, $$"""

            #pragma warning disable
            #nullable enable
                {{obsolete}}public static {{(draft.IsUnsafe ? "unsafe " : "")}}object? FuzzStart({{target}})
                {

            """);
        for (int i = 0; i < method.Parameters.Count; i++)
        {
            FuzzedParameter parameter = method.Parameters[i];
            string type = Substituted(parameter.Type.Text);
            string sample = parameter.Type.Sample == "default!" ? $"default({type})!" : Substituted(parameter.Type.Sample);
            text.Append(CultureInfo.InvariantCulture, $"        {type} fuzz{i} = {sample};\n");
        }

        if (!method.IsStatic && !NeedsImplementation)
        {
            text.Append(CultureInfo.InvariantCulture, $"        {owner} fuzzTarget = new {owner}{_inner.Construction};\n");
        }

        text.Append(CultureInfo.InvariantCulture, $$"""
                    {{Journal}}.Local.Value = "caller";
                    try
                    {
                        {{Call()}}
                    }
                    catch (global::System.Exception fuzzException)
                    {
                        {{Journal}}.Thrown(fuzzException);
                    }
                    finally
                    {
                        {{Journal}}.Add("local after call", {{Journal}}.Local.Value);
                        {{Journal}}.Add("calls", {{Journal}}.Calls);

            """);
        for (int i = 0; i < method.Parameters.Count; i++)
        {
            if (method.Parameters[i].Passing is "ref" or "out")
            {
                text.Append(CultureInfo.InvariantCulture, $"            {Journal}.Add(\"after {i}\", {Shown(method.Parameters[i].Type, "fuzz" + i)});\n");
            }
        }

        if (_inner.Members.Contains("_fuzzCount", StringComparison.Ordinal) && !method.IsStatic)
        {
            text.Append(CultureInfo.InvariantCulture, $"            {Journal}.Add(\"state\", fuzzTarget._fuzzCount);\n");
        }

        return text.Append("        }\n\n        return null;\n    }\n#nullable restore\n#pragma warning restore\n").ToString();
    }

    /// <summary>The class that the test calls, and what it needs.</summary>
    public string Entry()
    {
        string implementation = "";
        if (NeedsImplementation)
        {
            string keyword = _inner.Keyword.StartsWith("record", StringComparison.Ordinal) ? "record" : "class";
            implementation = _inner.Constructor.Length > 0
                ? $"internal sealed {keyword} FuzzTarget_{draft.Marker}() : {closed}(5);\n"
                : $"internal sealed {keyword} FuzzTarget_{draft.Marker} : {closed};\n";
        }

        string target = NeedsImplementation ? $"new FuzzTarget_{draft.Marker}()" : "";
        return $$"""

            #pragma warning disable
            {{implementation}}
            public static class FuzzEntry_{{draft.Marker}}
            {
                public static object Run() => {{closed}}.FuzzStart({{target}});
            }
            #pragma warning restore

            """;
    }

    private string Call()
    {
        IEnumerable<string> arguments = method.Parameters.Select(static (parameter, i) => (parameter.PassedAs.Length == 0 ? "" : parameter.PassedAs + " ") + "fuzz" + i);
        string types = method.TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", method.TypeParameters.Select(static parameter => parameter.Argument))}>";
        string call = $"{(method.IsStatic ? owner : "fuzzTarget")}.{method.Name}{types}({string.Join(", ", arguments)})";
        return method.Returned.Kind switch
        {
            ReturnKind.Void => call + ";",
            ReturnKind.Task or ReturnKind.TaskOfResult => $"return {call};",
            ReturnKind.ValueTask or ReturnKind.ValueTaskOfResult => $"var fuzzTask = {call}; {Journal}.Add(\"completed\", fuzzTask.IsCompleted); return fuzzTask.AsTask();",
            ReturnKind.Sequence => $"return {Journal}.Read({call}, {_items});",
            ReturnKind.Stream => $"return {Journal}.ReadAsync({call}, {_items});",
            _ => $"var fuzzResult = {call}; {Journal}.Add(\"returned\", {Shown(method.Returned.Result!, "fuzzResult")});",
        };
    }

    private string Shown(FuzzedType type, string name) => Substituted(string.Format(CultureInfo.InvariantCulture, type.Shown, name));

    // Type parameters of the method mean nothing outside of it.
    private string Substituted(string text)
    {
        if (method.TypeParameters.Count == 0)
        {
            return text;
        }

        StringBuilder result = new();
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(text))
        {
            FuzzedTypeParameter? parameter = token.IsKind(SyntaxKind.IdentifierToken)
                ? method.TypeParameters.FirstOrDefault(candidate => SyntaxFactory.ParseToken(candidate.Name).ValueText == token.ValueText)
                : null;
            result.Append(token.LeadingTrivia.ToFullString()).Append(parameter?.Argument ?? token.Text).Append(token.TrailingTrivia.ToFullString());
        }

        return result.ToString();
    }
}
