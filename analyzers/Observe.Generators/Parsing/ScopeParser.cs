using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Reads the scope attribute of a method.</summary>
internal static class ScopeParser
{
    private static readonly string[] s_runSettings = ["Workflow", "SessionId", "UserId", "EndUserId", "UserGroup"];

    public static ScopeDescription Parse(
        TypeParsing context, IMethodSymbol method, CoreComparison? core, ScopeAttribute scope, ReturnType returned)
    {
        (bool arguments, bool result) = CaptureModes.Of(scope, context.Compilation);
        return new ScopeDescription
        {
            Field = SymbolText.AsIdentifier(context.Descriptors.Take(method.Name)),
            Kind = scope.Kind,
            Name = scope.Data.TextArgument() ?? ScopeNames.DefaultOf(scope.Kind, method.ContainingType.Name, method.Name),
            Member = $"{method.ContainingType.InRecord()}.{method.Name}",
            CapturesArguments = arguments,
            CapturesResult = result && Privacy.OfReturn(method, core) != PrivacyLevel.LeftOut,
            Leaf = scope.Data.NamedArgument("Leaf") is true,
            Options = scope.Kind == ScopeKind.Decision ? OptionsOf(scope, returned).ToEquatableArray() : default,
            Settings = SettingsOf(scope).ToEquatableArray(),
        };
    }

    private static IEnumerable<Setting> SettingsOf(ScopeAttribute scope)
    {
        if (scope.Kind == ScopeKind.ToolCall)
        {
            yield return new Setting("ToolType", scope.Data.NamedArgument("ToolType") as string ?? "function");
        }
        else if (scope.Kind == ScopeKind.Run)
        {
            foreach (string name in s_runSettings)
            {
                if (scope.Data.NamedArgument(name) is string value)
                {
                    yield return new Setting(name, value);
                }
            }
        }
    }

    private static IEnumerable<string> OptionsOf(ScopeAttribute scope, ReturnType returned)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in scope.Data.NamedArguments)
        {
            if (argument is { Key: "Options", Value: { Kind: TypedConstantKind.Array, IsNull: false, Values: { IsEmpty: false } values } })
            {
                return values.Select(static value => value.Value as string).OfType<string>();
            }
        }

        ITypeSymbol? option = returned.Result is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : returned.Result;
        return option switch
        {
            { TypeKind: TypeKind.Enum } => EnumMembers.Of(option).Select(static member => member.Name),
            { SpecialType: SpecialType.System_Boolean } => ["true", "false"],
            _ => [],
        };
    }
}
