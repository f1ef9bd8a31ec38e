namespace Observe;

/// <summary>The members of a captured object, by name. Anything else has none.</summary>
internal sealed class CapturedMembers
{
    private readonly CapturedJson? _value;

    private CapturedMembers(CapturedJson? value) => _value = value;

    /// <summary>The text, when the value is no object but a text.</summary>
    public string? Text => _value is { Kind: CapturedJsonKind.String } text ? text.Text : null;

    /// <summary>What a member says, or how its number is written; null when it is absent, null, an object or an array.</summary>
    /// <param name="name">Its name.</param>
    public string? this[string name]
    {
        get
        {
            foreach (CapturedJson member in _value?.Parts ?? [])
            {
                if (member.Name == name)
                {
                    return member is { Kind: CapturedJsonKind.String, Text.Length: > 0 } or { Kind: CapturedJsonKind.Literal, Text: not "null" }
                        ? member.Text
                        : null;
                }
            }

            return null;
        }
    }

    /// <param name="json">The value; null for none.</param>
    public static CapturedMembers Of(string? json)
    {
        try
        {
            return new CapturedMembers(json is null ? null : CapturedJsonReader.Read(json));
        }
        catch (FormatException)
        {
            return new CapturedMembers(null);
        }
    }
}
