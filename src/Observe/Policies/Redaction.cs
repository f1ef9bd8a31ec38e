namespace Observe.Policies;

/// <summary>What the policies that answered redact want masked: each of them, one after the other.</summary>
internal sealed class Redaction(PolicyResult result, Redaction? earlier)
{
    /// <summary>The answer that asks for it.</summary>
    public PolicyResult Result => result;

    private TextMask Mask => result.Mask ?? TextMask.Default;

    /// <summary>A text as it may go on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isOnly">Whether it is the only text there is, the one that a policy gave another for.</param>
    public string Apply(string text, bool isOnly)
    {
        // What two policies want in place of the same text cannot be put together: then everything is masked.
        if (earlier is null && isOnly && result.RedactedContent is { } content)
        {
            return content;
        }

        return Mask.Mask(earlier?.Apply(text, isOnly: false) ?? text);
    }

    /// <summary>Whether a text may not go on as it is.</summary>
    public bool Changes(string text) => Mask.Find(text) != SecretKinds.None || (earlier?.Changes(text) ?? false);
}
