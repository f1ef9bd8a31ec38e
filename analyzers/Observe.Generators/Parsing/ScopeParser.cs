using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Reads the scope attribute of a method.</summary>
internal static class ScopeParser
{
    private static readonly string[] s_runTexts = ["Workflow", "SessionId", "UserId", "EndUserId", "UserGroup"];
    private static readonly string[] s_llmTexts = ["Model", "Provider", "Task"];

    public static ScopeDescription Parse(
        TypeParsing context, IMethodSymbol method, CoreComparison? core, ScopeAttribute scope, ReturnType returned)
    {
        (bool arguments, bool result) = CaptureModes.Of(scope, context.Compilation);
        return new ScopeDescription
        {
            Field = SymbolText.AsIdentifier(context.Descriptors.Take(method.Name)),
            Kind = scope.Kind,
            Name = scope.NameOn(method),
            Member = $"{method.ContainingType.InRecord()}.{method.Name}",
            CapturesArguments = arguments,
            CapturesResult = result && Privacy.OfReturn(method, core) != PrivacyLevel.LeftOut,
            Leaf = scope.Data.NamedArgument("Leaf") is true,
            Options = scope.Kind == ScopeKind.Decision ? DecisionOptions.Of(scope, returned).ToEquatableArray() : default,
            Settings = SettingsOf(scope).ToEquatableArray(),
            Roles = default,
            Policies = default,
        };
    }

    /// <summary>The description with its policies. While they are asked, and between attempts, the scope has to be the current one.</summary>
    public static ScopeDescription Guarded(ScopeDescription scope, PolicyParser policies, Admission admission, bool isRetried)
    {
        List<Setting> settings = [.. scope.Settings];
        if (policies.MaxDurationSeconds > 0)
        {
            settings.Add(new Setting("MaxDurationSeconds", Literals.Of(policies.MaxDurationSeconds)));
        }

        if (admission.Empty is not null)
        {
            settings.Add(new Setting("CanSkip", "true"));
        }

        if (scope.CapturesArguments && admission.FixedTexts.Count > 0)
        {
            settings.Add(new Setting("FixedTexts", $"[{string.Join(", ", admission.FixedTexts.Select(Literals.Of))}]"));
        }

        return scope with
        {
            Leaf = scope.Leaf && !isRetried && policies.Policies.Count == 0,
            Settings = settings.ToEquatableArray(),
            Policies = policies.Policies.ToEquatableArray(),
        };
    }

    private static IEnumerable<Setting> SettingsOf(ScopeAttribute scope) => scope.Kind switch
    {
        ScopeKind.Run => Texts(scope, s_runTexts).Concat(Governance(scope)),
        ScopeKind.ToolCall => [new Setting("ToolType", Literals.Of(scope.Data.NamedArgument("ToolType") as string ?? "function"))],
        ScopeKind.Retrieval => Texts(scope, ["Source"]),
        ScopeKind.LlmCall => Texts(scope, s_llmTexts),
        _ => [],
    };

    private static IEnumerable<Setting> Texts(ScopeAttribute scope, string[] names)
    {
        foreach (string name in names)
        {
            if (scope.Data.NamedArgument(name) is string value)
            {
                yield return new Setting(name, Literals.Of(value));
            }
        }
    }

    private static IEnumerable<Setting> Governance(ScopeAttribute scope)
    {
        if (scope.Data.NamedArgument("EnforcePolicy") is false)
        {
            yield return new Setting("EnforcePolicy", "false");
        }

        if (scope.Data.NamedArgument("MidExecutionGovernance") is true)
        {
            yield return new Setting("MidExecutionGovernance", "true");
        }
    }
}
