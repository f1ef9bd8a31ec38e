using System.Text.Json;
using Observe.Policies;
using Observe.Policies.Schemas;

namespace Observe;

/// <summary>What the arguments of tools have to look like.</summary>
/// <remarks>
/// A schema is that part of JSON Schema (json-schema.org): <c>type</c>, <c>required</c>, <c>enum</c>, <c>properties</c>,
/// <c>additionalProperties</c>, <c>items</c>; descriptions are passed over, a schema that says more is an error. It is held against
/// the captured arguments, by the names under which they are recorded: a <see cref="SensitiveAttribute"/> argument is a text there
/// whatever its type, and a <see cref="NotCapturedAttribute"/> one is missing. What the limits of capturing cut off does not fit.
/// </remarks>
public sealed record ToolArgumentSchemaRules
{
    /// <summary>Schema of the arguments, as JSON, by name of the tool, compared exactly. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Schemas { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a tool without a schema is a violation. Default: false.</summary>
    public bool RequireSchemaForAllTools { get; init; }

    /// <summary>What happens to a violating call: <see cref="PolicyAction.Block"/> or <see cref="PolicyAction.Warn"/>. Default: block.</summary>
    public PolicyAction OnViolation { get; init; } = PolicyAction.Block;

    internal static ToolArgumentSchemaRules Read(PolicyRules rules) => new()
    {
        Schemas = ReadSchemas(rules.Object("schemas")),
        RequireSchemaForAllTools = rules.Boolean("require_schema_for_all_tools", false),
        OnViolation = rules.Action("action_on_violation", PolicyAction.Block, PolicyAction.Block, PolicyAction.Warn),
    };

    /// <summary>Checks the rules.</summary>
    /// <returns>The schemas.</returns>
    internal Dictionary<string, JsonSchema> Validate()
    {
        RuleCheck.Action(OnViolation, nameof(OnViolation), PolicyAction.Block, PolicyAction.Warn);
        Dictionary<string, JsonSchema> schemas = [];
        foreach ((string tool, string json) in Schemas)
        {
            try
            {
                schemas.Add(tool, JsonSchema.Parse(json));
            }
            catch (ArgumentException wrong)
            {
                throw new ArgumentException($"The schema of tool \"{tool}\" is wrong: {wrong.Message}", wrong);
            }
        }

        return schemas;
    }

    private static Dictionary<string, string> ReadSchemas(PolicyRules? rules)
    {
        Dictionary<string, string> schemas = [];
        foreach (string tool in rules?.Names ?? [])
        {
            JsonElement json = rules!.Json(tool);
            try
            {
                JsonSchema.Read(json);
            }
            catch (ArgumentException wrong)
            {
                throw rules.Wrong(tool, $"is no schema: {wrong.Message}");
            }

            schemas.Add(tool, json.GetRawText());
        }

        return schemas;
    }
}
