using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Observe.Policies.Files;

namespace Observe;

/// <summary>
/// The rules of one policy in a policy file, or an object within them. Every member must be asked for once: what nobody asks for is
/// reported as unknown.
/// </summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "These are the words for what stands in a file.")]
public sealed class PolicyRules
{
    private readonly LocatedJson _object;
    private readonly HashSet<string> _asked = [];
    private readonly Dictionary<LocatedJson, PolicyRules> _inner = [];

    internal PolicyRules(LocatedJson json) => _object = json;

    /// <summary>
    /// Names of the members in the order of the file, for objects whose names are not fixed. Does not count as asking for them.
    /// </summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            string[] names = new string[_object.Members.Count];
            for (int i = 0; i < names.Length; i++)
            {
                names[i] = _object.Members[i].Key;
            }

            return names;
        }
    }

    internal LocatedJson Source => _object;

    /// <summary>Whether there is a member of this name, even with the value null. Counts as asking for it.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    public bool Has(string name) => Ask(name) is not null;

    /// <summary>A whole number; digits after the point are allowed when they are zero.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <param name="absent">Answer when there is no such member.</param>
    /// <param name="minimum">Least value that is allowed.</param>
    /// <param name="maximum">Greatest value that is allowed.</param>
    /// <returns>The number; null when the member is null.</returns>
    /// <exception cref="PolicyFileException">It is no whole number, or not within the limits.</exception>
    public int? Integer(string name, int? absent = null, int minimum = int.MinValue, int maximum = int.MaxValue) =>
        Ask(name) is { } value ? (int?)RuleValue.Whole(value, minimum, maximum) : absent;

    /// <summary>A whole number; digits after the point are allowed when they are zero.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <param name="absent">Answer when there is no such member.</param>
    /// <param name="minimum">Least value that is allowed.</param>
    /// <returns>The number; null when the member is null.</returns>
    /// <exception cref="PolicyFileException">It is no whole number, or too small.</exception>
    public long? Long(string name, long? absent = null, long minimum = long.MinValue) =>
        Ask(name) is { } value ? RuleValue.Whole(value, minimum, long.MaxValue) : absent;

    /// <summary>A number.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <param name="absent">Answer when there is no such member.</param>
    /// <param name="minimum">Least value that is allowed.</param>
    /// <param name="maximum">Greatest value that is allowed.</param>
    /// <returns>The number; null when the member is null.</returns>
    /// <exception cref="PolicyFileException">It is no number, not within the limits, or has more than 28 digits.</exception>
    public decimal? Number(string name, decimal? absent = null, decimal minimum = decimal.MinValue, decimal maximum = decimal.MaxValue) =>
        Ask(name) is { } value ? RuleValue.Number(value, minimum, maximum) : absent;

    /// <summary>A truth value.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <param name="absent">Answer when there is no such member.</param>
    /// <exception cref="PolicyFileException">It is neither true nor false.</exception>
    public bool Boolean(string name, bool absent) => Ask(name) switch
    {
        null => absent,
        { Kind: JsonValueKind.True } => true,
        { Kind: JsonValueKind.False } => false,
        { } other => throw other.Wrong($"{other.Shown} must be true or false"),
    };

    /// <summary>A text.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <param name="absent">Answer when there is no such member.</param>
    /// <returns>The text; null when the member is null.</returns>
    /// <exception cref="PolicyFileException">It is no text.</exception>
    public string? Text(string name, string? absent = null) => Ask(name) switch
    {
        null => absent,
        { Kind: JsonValueKind.Null } => null,
        { Kind: JsonValueKind.String } text => text.Text,
        { } other => throw other.Wrong($"{other.Shown} must be a text in quotes"),
    };

    /// <summary>One of some words.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <param name="absent">Answer when there is no such member.</param>
    /// <param name="allowed">The words, compared exactly.</param>
    /// <exception cref="PolicyFileException">It is none of the words.</exception>
    public string Word(string name, string absent, params string[] allowed) =>
        Ask(name) is { } value ? RuleValue.Word(value, allowed) : absent;

    /// <summary>What a policy does, by its word in lower case.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <param name="absent">Answer when there is no such member.</param>
    /// <param name="allowed">The actions that make sense here; none means all.</param>
    /// <exception cref="PolicyFileException">It is no such action.</exception>
    public PolicyAction Action(string name, PolicyAction absent, params PolicyAction[] allowed)
    {
        if (Ask(name) is not { } value)
        {
            return absent;
        }

        if (allowed.Length == 0)
        {
            allowed = ActionWords.All;
        }

        string[] words = new string[allowed.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = ActionWords.WordOf(allowed[i]);
        }

        return allowed[Array.IndexOf(words, RuleValue.Word(value, words))];
    }

    /// <summary>A list of texts.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <param name="allowed">The texts that make sense here, compared exactly; none means any.</param>
    /// <returns>The texts; empty when there is no such member or it is null.</returns>
    /// <exception cref="PolicyFileException">It is no array of texts, or a text is not allowed.</exception>
    public IReadOnlyList<string> Texts(string name, params string[] allowed)
    {
        List<LocatedJson> items = Items(name, "an array of texts, for example [\"a\", \"b\"]");
        string[] texts = new string[items.Count];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = items[i].Kind != JsonValueKind.String ? throw items[i].Wrong($"{items[i].Shown} must be a text in quotes")
                : allowed.Length == 0 ? items[i].Text
                : RuleValue.Word(items[i], allowed);
        }

        return texts;
    }

    /// <summary>A list of whole numbers.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <param name="minimum">Least value that is allowed.</param>
    /// <param name="maximum">Greatest value that is allowed.</param>
    /// <returns>The numbers; empty when there is no such member or it is null.</returns>
    /// <exception cref="PolicyFileException">It is no array of whole numbers, or one is not within the limits.</exception>
    public IReadOnlyList<int> Integers(string name, int minimum, int maximum)
    {
        List<LocatedJson> items = Items(name, "an array of whole numbers, for example [0, 1]");
        int[] numbers = new int[items.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (int)(RuleValue.Whole(items[i], minimum, maximum) ?? throw items[i].Wrong("null must be a whole number"));
        }

        return numbers;
    }

    /// <summary>An object within these rules. What nobody asks it for is reported too.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <returns>The object; null when there is no such member or it is null.</returns>
    /// <exception cref="PolicyFileException">It is no object.</exception>
    public PolicyRules? Object(string name) =>
        Ask(name) is { Kind: not JsonValueKind.Null } value ? Inner(value) : null;

    /// <summary>A list of objects. What nobody asks them for is reported too.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <returns>The objects; empty when there is no such member or it is null.</returns>
    /// <exception cref="PolicyFileException">It is no array of objects.</exception>
    public IReadOnlyList<PolicyRules> Objects(string name)
    {
        List<LocatedJson> items = Items(name, "an array of objects, for example [{}]");
        PolicyRules[] objects = new PolicyRules[items.Count];
        for (int i = 0; i < objects.Length; i++)
        {
            objects[i] = Inner(items[i]);
        }

        return objects;
    }

    /// <summary>Any JSON, as it stands in the file.</summary>
    /// <param name="name">Name of the member, compared exactly.</param>
    /// <returns>The value; <see cref="JsonValueKind.Undefined"/> when there is no such member.</returns>
    public JsonElement Json(string name)
    {
        if (Ask(name) is not { } value)
        {
            return default;
        }

        using JsonDocument document = JsonDocument.Parse(
            value.Raw, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return document.RootElement.Clone();
    }

    /// <summary>An exception for checks of one's own: <c>throw rules.Wrong("start", "must be before end")</c>.</summary>
    /// <param name="name">Name of the member that is wrong, or missing.</param>
    /// <param name="problem">What is wrong, and how to mend it.</param>
    public PolicyFileException Wrong(string name, string problem) => _object.Find(name) is { } value
        ? value.Wrong(problem)
        : new PolicyFileException(_object.File, _object.Line, LocatedJsonReader.MemberPath(_object.Path, name), problem);

    /// <summary>Rules from a text, for tests.</summary>
    internal static PolicyRules Parse(string json)
    {
        LocatedJson root = LocatedJsonReader.Read("rules.json", Encoding.UTF8.GetBytes(json));
        return root.Kind == JsonValueKind.Object ? new PolicyRules(root) : throw root.Wrong($"{root.Shown} must be an object");
    }

    /// <summary>Takes note of every member, here and within, that nobody asked for.</summary>
    internal void AddUnasked(List<PolicyFileException> problems)
    {
        foreach (KeyValuePair<string, LocatedJson> member in _object.Members)
        {
            if (!_asked.Contains(member.Key))
            {
                problems.Add(member.Value.Wrong(UnknownText()));
            }
        }

        foreach (PolicyRules inner in _inner.Values)
        {
            inner.AddUnasked(problems);
        }
    }

    private LocatedJson? Ask(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _asked.Add(name);
        return _object.Find(name);
    }

    private List<LocatedJson> Items(string name, string wanted) => Ask(name) switch
    {
        null or { Kind: JsonValueKind.Null } => [],
        { Kind: JsonValueKind.Array } array => array.Items,
        { } other => throw other.Wrong($"{other.Shown} must be {wanted}"),
    };

    private PolicyRules Inner(LocatedJson value)
    {
        if (value.Kind != JsonValueKind.Object)
        {
            throw value.Wrong($"{value.Shown} must be an object");
        }

        if (!_inner.TryGetValue(value, out PolicyRules? inner))
        {
            _inner.Add(value, inner = new PolicyRules(value));
        }

        return inner;
    }

    private string UnknownText()
    {
        string[] known = [.. _asked];
        Array.Sort(known, StringComparer.Ordinal);
        return known.Length == 0 ? "is not known here; remove it" : $"is not known here; known are {string.Join(", ", known)}";
    }
}
