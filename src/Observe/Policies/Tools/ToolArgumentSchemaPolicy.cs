using System.Text.Json;
using Observe.Policies.Schemas;

namespace Observe;

/// <summary>
/// Looks at the arguments of tool calls. Category <c>tool-argument-schema</c>; asked before a tool call. The metadata of a violation
/// has <c>violation</c>: <c>missing_schema</c> or <c>schema_violation</c>, and <c>tool</c>.
/// </summary>
/// <remarks>Arguments that are not captured cannot be looked at: where the tool has a schema, that is a violation.</remarks>
public sealed class ToolArgumentSchemaPolicy : IPolicy
{
    private readonly ToolArgumentSchemaRules _rules;
    private readonly Dictionary<string, JsonSchema> _schemas;

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">The schemas.</param>
    /// <param name="name">Name in records and messages. Default: <c>tool-argument-schema</c>.</param>
    /// <exception cref="ArgumentException">A rule is wrong; the message says which.</exception>
    public ToolArgumentSchemaPolicy(ToolArgumentSchemaRules rules, string name = "tool-argument-schema")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules;
        _schemas = rules.Validate();
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "tool-argument-schema";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeToolCall;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_schemas.TryGetValue(context.Name, out JsonSchema? schema))
        {
            return _rules.RequireSchemaForAllTools
                ? Violation("missing_schema", context.Name, $"tool \"{context.Name}\" has no schema")
                : PolicyResult.Allow;
        }

        JsonElement arguments = context.Arguments.ToJsonElement();
        string? problem = arguments.ValueKind == JsonValueKind.Undefined
            ? "the arguments are not captured, so they cannot be checked"
            : schema.Violation(arguments);
        return problem is null
            ? PolicyResult.Allow
            : Violation("schema_violation", context.Name, $"arguments of tool \"{context.Name}\": {problem}");
    }

    private PolicyResult Violation(string kind, string tool, string reason) => new(_rules.OnViolation, reason)
    {
        Metadata = new Dictionary<string, string> { ["violation"] = kind, ["tool"] = tool },
    };
}
