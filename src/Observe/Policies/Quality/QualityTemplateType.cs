namespace Observe;

/// <summary>How a <see cref="QualityTemplateCheck"/> looks at an output.</summary>
public enum QualityTemplateType
{
    /// <summary>The output must contain the text, in whatever case. Word in files: <c>contains</c>.</summary>
    Contains,

    /// <summary>The output must not contain the text, in whatever case. Word in files: <c>not_contains</c>.</summary>
    NotContains,

    /// <summary>The regular expression must match somewhere in the output, or nowhere. Word in files: <c>regex</c>.</summary>
    Regex,

    /// <summary>The output must be JSON and fit a schema. Word in files: <c>json_schema</c>.</summary>
    JsonSchema,

    /// <summary>The number of characters (UTF-16 units) must lie within limits. Word in files: <c>length</c>.</summary>
    Length,
}
