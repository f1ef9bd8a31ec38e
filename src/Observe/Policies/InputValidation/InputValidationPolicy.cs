using System.Globalization;
using System.Text.Json;
using Observe.Policies;
using Observe.Policies.Schemas;

namespace Observe;

/// <summary>
/// Looks at the input of a run before it begins: the captured arguments, or <see cref="RunOptions.Inputs"/>. Category:
/// <c>input-validation</c>.
/// </summary>
/// <remarks>
/// The checks in their order: empty, size, type, HTML, schema; the first that fails gives the answer. The size is that of the record's
/// binary form, which is about that of JSON; of what capturing cut away, texts and byte arrays count in full, members and elements
/// that were left out do not: raise <see cref="CaptureOptions.MaxBytes"/> above the limit to be exact. Only what was captured is
/// searched and held against the schema.
/// </remarks>
public sealed class InputValidationPolicy : IPolicy
{
    private readonly InputValidationRules _rules;
    private readonly JsonSchema? _schema;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public InputValidationPolicy(InputValidationRules? rules = null, string name = "input-validation")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new InputValidationRules();
        RuleCheck.Action(_rules.ActionOnViolation, nameof(_rules.ActionOnViolation), PolicyAction.Block, PolicyAction.Warn);
        RuleCheck.AtLeast(0, _rules.MaxInputSizeKb, nameof(_rules.MaxInputSizeKb));
        if ((_rules.AllowedInputTypes & InputTypes.All) == InputTypes.None)
        {
            throw new ArgumentException("AllowedInputTypes is None, so that every input would be refused: name at least one type.", nameof(rules));
        }

        Name = name;
        _schema = _rules is { ValidateSchema: true, InputSchema.ValueKind: not JsonValueKind.Undefined } ? JsonSchema.Read(_rules.InputSchema) : null;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "input-validation";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeRun;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Violation(context.Arguments) is { } reason ? new PolicyResult(_rules.ActionOnViolation, reason) : PolicyResult.Allow;
    }

    private string? Violation(RecordedValue input)
    {
        if (InputCheck.IsEmpty(input.Cbor))
        {
            return _rules.RejectEmptyInput ? "the input is empty: nothing was given, or arguments are not captured" : null;
        }

        if (_rules.MaxInputSizeKb is { } most && CapturedSize.Of(input.Cbor).Bytes is var size && size > most * 1024L)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the input has {size} bytes, more than {most} kB");
        }

        if (_rules.AllowedInputTypes != InputTypes.All && InputCheck.FindOther(input.Cbor, _rules.AllowedInputTypes) is { } found)
        {
            return $"the input has a part of type {found.ToString().ToLowerInvariant()}, which is not allowed";
        }

        if (_rules.SanitizeHtml && InputCheck.FindHtml(input.Cbor) is { } html)
        {
            return $"the input contains \"{html}\"";
        }

        return _schema?.Violation(input.ToJsonElement()) is { } violation ? $"the input does not fit its schema: {violation}" : null;
    }
}
