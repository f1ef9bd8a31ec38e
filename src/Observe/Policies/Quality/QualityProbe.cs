using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Observe.Policies.Schemas;

namespace Observe.Policies;

/// <summary>A <see cref="QualityTemplateCheck"/> that is ready to run.</summary>
internal sealed class QualityProbe
{
    // A pattern that needs longer than this on one output would hold up every run.
    private static readonly TimeSpan s_matchTimeout = TimeSpan.FromSeconds(1);

    private readonly QualityTemplateCheck _check;
    private readonly Regex? _regex;
    private readonly JsonSchema? _schema;

    public QualityProbe(QualityTemplateCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        RuleCheck.Action(check.Action, "The action of a quality check", PolicyAction.Warn, PolicyAction.Block, PolicyAction.Retry);
        _check = check;
        switch (check.Type)
        {
            case QualityTemplateType.Contains or QualityTemplateType.NotContains when check.Value.Length == 0:
                throw new ArgumentException($"A quality check of type {check.Type} has no text: set Value.", nameof(check));
            case QualityTemplateType.Regex:
                _regex = Read(check.Value)
                    ?? throw new ArgumentException($"\"{check.Value}\" is no regular expression of .NET: correct Value.", nameof(check));
                break;
            case QualityTemplateType.JsonSchema:
                _schema = check.Schema.ValueKind != JsonValueKind.Undefined
                    ? JsonSchema.Read(check.Schema)
                    : throw new ArgumentException("A quality check of type JsonSchema has no schema: set Schema.", nameof(check));
                break;
            case QualityTemplateType.Length when check is { Min: null, Max: null } || check.Min > check.Max || check.Min < 0:
                throw new ArgumentException(
                    $"A quality check of type Length needs Min or Max, and Min not above Max: {check.Min} and {check.Max} make no sense.", nameof(check));
            default:
                break;
        }
    }

    public PolicyAction Action => _check.Action;

    public static bool IsPattern(string pattern) => Read(pattern) is not null;

    /// <summary>What is wrong with an output; null when nothing is.</summary>
    public string? Violation(string output) => Find(output) is { } found ? _check.Message ?? found : null;

    /// <summary>Why a text is no JSON, or does not fit a schema; null when it is and fits.</summary>
    public static string? JsonViolation(string output, JsonSchema? schema)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(output);
            return schema?.Violation(document.RootElement) is { } violation ? $"the output does not fit its schema: {violation}" : null;
        }
        catch (JsonException)
        {
            return "the output is no JSON";
        }
    }

    private static Regex? Read(string pattern)
    {
        try
        {
            return pattern.Length == 0 ? null : new Regex(pattern, RegexOptions.CultureInvariant, s_matchTimeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private string? Find(string output) => _check.Type switch
    {
        QualityTemplateType.Contains => output.Contains(_check.Value, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"the output does not contain \"{_check.Value}\"",
        QualityTemplateType.NotContains => output.Contains(_check.Value, StringComparison.OrdinalIgnoreCase)
            ? $"the output contains \"{_check.Value}\""
            : null,
        QualityTemplateType.Regex => MatchViolation(output),
        QualityTemplateType.JsonSchema => JsonViolation(output, _schema),
        _ => output.Length < _check.Min || output.Length > _check.Max ? LengthViolation(output.Length) : null,
    };

    private string? MatchViolation(string output)
    {
        try
        {
            return _regex!.IsMatch(output) != _check.Invert ? null
                : _check.Invert ? $"the output matches \"{_check.Value}\""
                : $"the output does not match \"{_check.Value}\"";
        }
        catch (RegexMatchTimeoutException)
        {
            return $"matching \"{_check.Value}\" took longer than {s_matchTimeout.TotalSeconds} s";
        }
    }

    private string LengthViolation(int length)
    {
        string limits = (_check.Min, _check.Max) switch
        {
            ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"fewer than {min}"),
            (null, { } max) => string.Create(CultureInfo.InvariantCulture, $"more than {max}"),
            var (min, max) => string.Create(CultureInfo.InvariantCulture, $"not from {min} to {max}"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"the output has {length} characters, {limits}");
    }
}
