using System.Text.Json;

namespace Observe;

/// <summary>
/// Rules of an <see cref="InputValidationPolicy"/>. Names and defaults of the rules in a file are those of Waxell's category
/// <c>input-validation</c> (https://waxell.ai/docs/observe/governance/input-validation).
/// </summary>
public sealed record InputValidationRules
{
    /// <summary>
    /// Whether an input that is absent, null, <c>""</c> or <c>{}</c> is a violation. An object with empty members is not empty. Where
    /// arguments are not captured, every input looks absent: then set it to false. In a file: <c>reject_empty_input</c>. Default: true.
    /// </summary>
    public bool RejectEmptyInput { get; init; } = true;

    /// <summary>Most of the input in units of 1,024 bytes; null: not checked. In a file: <c>max_input_size_kb</c>. Default: 100.</summary>
    public int? MaxInputSizeKb { get; init; } = 100;

    /// <summary>
    /// What the input may be made of. Each argument of a method, or member of an object, is looked at. In a file:
    /// <c>allowed_input_types</c>, a list of <c>text</c>, <c>json</c>, <c>binary</c>; empty means all. Default: all.
    /// </summary>
    public InputTypes AllowedInputTypes { get; init; } = InputTypes.All;

    /// <summary>
    /// Whether a text with <c>&lt;script</c> or <c>javascript:</c> in it, in whatever case, is a violation; nothing is changed in it.
    /// In a file: <c>sanitize_html</c>. Default: true.
    /// </summary>
    public bool SanitizeHtml { get; init; } = true;

    /// <summary>Whether the input must fit <see cref="InputSchema"/>. In a file: <c>validate_schema</c>. Default: false.</summary>
    public bool ValidateSchema { get; init; }

    /// <summary>
    /// JSON Schema for the input, an object with one member for each argument; of it <c>type</c>, <c>required</c>, <c>enum</c>,
    /// <c>properties</c>, <c>items</c> and <c>additionalProperties: false</c> are understood. In a file: <c>input_schema</c>. Default: none.
    /// </summary>
    public JsonElement InputSchema { get; init; }

    /// <summary>What happens on a violation: <see cref="PolicyAction.Block"/> or <see cref="PolicyAction.Warn"/>. In a file: <c>action_on_violation</c>. Default: block.</summary>
    public PolicyAction ActionOnViolation { get; init; } = PolicyAction.Block;

    internal static InputValidationRules Read(PolicyRules rules) => new()
    {
        RejectEmptyInput = rules.Boolean("reject_empty_input", true),
        MaxInputSizeKb = rules.Integer("max_input_size_kb", 100, minimum: 0),
        AllowedInputTypes = TypesOf(rules.Texts("allowed_input_types", "text", "json", "binary")),
        SanitizeHtml = rules.Boolean("sanitize_html", true),
        ValidateSchema = rules.Boolean("validate_schema", false),
        InputSchema = rules.Json("input_schema"),
        ActionOnViolation = rules.Action("action_on_violation", PolicyAction.Block, PolicyAction.Block, PolicyAction.Warn),
    };

    private static InputTypes TypesOf(IReadOnlyList<string> words)
    {
        InputTypes types = InputTypes.None;
        foreach (string word in words)
        {
            types |= word switch { "text" => InputTypes.Text, "json" => InputTypes.Json, _ => InputTypes.Binary };
        }

        return types == InputTypes.None ? InputTypes.All : types;
    }
}
