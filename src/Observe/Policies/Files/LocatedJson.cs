using System.Text.Json;

namespace Observe.Policies.Files;

/// <summary>A value of a JSON file that knows where it stands.</summary>
internal sealed class LocatedJson(string file, string path, int line, JsonValueKind kind)
{
    private Dictionary<string, LocatedJson>? _byName;

    /// <summary>The file, as it was named.</summary>
    public string File => file;

    /// <summary>The way to the value, for example <c>$.policies[2].rules</c>.</summary>
    public string Path => path;

    /// <summary>Line where the value begins, from 1.</summary>
    public int Line => line;

    public JsonValueKind Kind => kind;

    /// <summary>The text of a string, the digits of a number.</summary>
    public string Text { get; init; } = "";

    /// <summary>The value as it stands in the file, comments included.</summary>
    public ReadOnlyMemory<byte> Raw { get; set; }

    /// <summary>Members of an object, in the order of the file.</summary>
    public List<KeyValuePair<string, LocatedJson>> Members { get; } = [];

    public List<LocatedJson> Items { get; } = [];

    public LocatedJson? Find(string name) => _byName?.GetValueOrDefault(name);

    public void Add(string name, LocatedJson value)
    {
        (_byName ??= []).Add(name, value);
        Members.Add(new(name, value));
    }

    public PolicyFileException Wrong(string problem, Exception? inner = null) => new(File, Line, Path, problem, inner);

    /// <summary>How the value is called in messages.</summary>
    public string Shown => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => $"\"{(Text.Length <= 60 ? Text : Text[..60] + "…")}\"",
        JsonValueKind.Number => Text,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    /// <summary>Whether both say the same, wherever they stand: layout, comments and the order of members do not count.</summary>
    public bool Says(LocatedJson other)
    {
        if (Kind != other.Kind || Text != other.Text || Members.Count != other.Members.Count || Items.Count != other.Items.Count)
        {
            return false;
        }

        foreach (KeyValuePair<string, LocatedJson> member in Members)
        {
            if (other.Find(member.Key) is not { } same || !member.Value.Says(same))
            {
                return false;
            }
        }

        for (int i = 0; i < Items.Count; i++)
        {
            if (!Items[i].Says(other.Items[i]))
            {
                return false;
            }
        }

        return true;
    }
}
