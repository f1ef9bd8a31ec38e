using System.Text;

namespace Observe.Generators.Tests.Differential;

/// <summary>Source with random data types, and an observed method that takes and returns the last of them.</summary>
internal sealed class RandomTypes
{
    private const int MostTypes = 8;

    private static readonly string[] s_scalars =
    [
        "bool", "char", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong",
        "global::System.Int128", "global::System.UInt128",
        "global::System.Numerics.BigInteger", "global::System.Half", "float", "double", "decimal", "global::System.DateTime",
        "global::System.DateTimeOffset", "global::System.DateOnly", "global::System.TimeOnly",
        "global::System.TimeSpan", "global::System.Guid",
    ];

    private static readonly string[] s_references =
        ["string", "global::System.Uri", "global::System.Version", "byte[]", "object", "global::System.Text.Json.Nodes.JsonNode"];

    // All of these can be keys, and no two of them become one name.
    private static readonly string[] s_keys =
        ["string", "int", "ulong", "global::System.Guid", "global::System.DateOnly", "global::System.TimeSpan", "bool", "decimal"];

    private static readonly string[] s_collections =
    [
        "{0}[]", "List<{0}>", "IReadOnlyList<{0}>", "ICollection<{0}>", "IEnumerable<{0}>", "Queue<{0}>", "Stack<{0}>", "LinkedList<{0}>",
        "global::System.Collections.Immutable.ImmutableArray<{0}>", "global::System.Collections.Immutable.ImmutableList<{0}>",
        "global::System.Collections.ObjectModel.ReadOnlyCollection<{0}>", "global::System.Collections.Concurrent.ConcurrentQueue<{0}>",
    ];

    private static readonly string[] s_maps =
    [
        "Dictionary<{0}, {1}>", "IReadOnlyDictionary<{0}, {1}>", "IDictionary<{0}, {1}>", "SortedDictionary<{0}, {1}>",
        "global::System.Collections.Immutable.ImmutableDictionary<{0}, {1}>",
        "global::System.Collections.Frozen.FrozenDictionary<{0}, {1}>",
    ];

    private static readonly string[] s_names =
    [
        "Id", "Name", "value", "@class", "writer", "exception", "Größe", "名前", "Item", "Write", "Property", "_x", "Length", "Failed", "x1",
        "ObserveCapture",
    ];

    private readonly Random _random;
    private readonly List<(string Name, bool IsStruct)> _data = [];
    private readonly List<string> _enums = [];
    private readonly StringBuilder _text = new();

    private RandomTypes(int seed) => _random = new Random(seed);

    public static string Of(int seed)
    {
        RandomTypes types = new(seed);
        types.Write($"Graph{seed}");
        return types._text.ToString();
    }

    private void Write(string space)
    {
        _text.Append($$"""
            namespace {{space}}
            {
                using System.Collections.Generic;
                using System.Text.Json.Serialization;


            """);
        for (int i = _random.Next(1, 3); i > 0; i--)
        {
            WriteEnum($"Kind{i}");
        }

        _text.Append("    public sealed record Page<T>(T First, IReadOnlyList<T> Items);\n\n");
        for (int i = _random.Next(2, MostTypes); i > 0; i--)
        {
            WriteData($"Data{i}");
        }

        string root = _data[^1].Name;
        _text.Append($$"""
                public static partial class Agent
                {
                    [global::Observe.Step(Leaf = true)]
                    public static partial {{root}} Echo({{root}} value);

                    private static {{root}} EchoCore({{root}} value) => value;
                }
            }

            """);
    }

    private void WriteEnum(string name)
    {
        string type = Pick("byte", "sbyte", "int", "uint", "long", "ulong");
        _text.Append($"    public enum {name} : {type}\n    {{\n        None,\n");
        foreach (string member in _random.GetItems(s_names, 4).Distinct())
        {
            _text.Append($"        {member},\n");
        }

        _text.Append("        Last = 100,\n    }\n\n");
        _enums.Add(name);
    }

    private void WriteData(string name)
    {
        string[] members = [.. _random.GetItems(s_names, _random.Next(1, 7)).Distinct()];
        switch (_random.Next(5))
        {
            case 0:
                _text.Append($"    public sealed record {name}({Parameters(members, name)});\n\n");
                break;
            case 1:
                _text.Append($"    public readonly record struct {name}({Parameters(members, null)});\n\n");
                break;
            case 2:
                WriteMembers($"struct {name}", members, null, "init");
                break;
            case 3 when _data.FindLast(static data => !data.IsStruct).Name is { } other:
                WriteMembers($"class {name}Base", members, name, "set");
                WriteMembers($"class {name} : {name}Base", [$"Own{name}", $"Also{name}"], other, "init");
                break;
            default:
                WriteMembers($"class {name}", members, name, Pick("set", "init"));
                break;
        }

        _data.Add((name, _text.ToString().Contains($"struct {name}", StringComparison.Ordinal)));
    }

    private void WriteMembers(string header, string[] members, string? self, string setter)
    {
        bool isStruct = header.StartsWith("struct", StringComparison.Ordinal);
        _text.Append($"    public {header}\n    {{\n");
        foreach (string member in members)
        {
            string attribute = _random.Next(6) switch
            {
                0 => $"        [JsonPropertyName(\"{Pick("a", "\\\"", "ü \\n", "\\\\")}{member.TrimStart('@')}\")]\n",
                1 when member != members[0] => "        [JsonIgnore]\n",
                _ => "",
            };
            bool isRequired = !isStruct && attribute != "        [JsonIgnore]\n" && _random.Next(3) == 0;
            (string modifier, string value) = (isRequired ? "required " : "", isRequired || isStruct ? "" : " = default!;");
            _text.Append($"{attribute}        public {modifier}{Type(self, 0)} {member} {{ get; {setter}; }}{value}\n\n");
        }

        _text.Append("        public static int Count { get; set; }\n    }\n\n");
    }

    private string Parameters(string[] members, string? self) => string.Join(", ", members.Select(member => $"{Type(self, 0)} {member}"));

    // A reference to the type itself may be null; else an object would have no end.
    private string Type(string? self, int depth) => _random.Next(depth < 3 ? 12 : 6) switch
    {
        0 or 1 => Pick(s_scalars),
        2 => Pick(s_scalars) + "?",
        3 => Pick(s_references) + (_random.Next(2) == 0 ? "?" : ""),
        4 => Pick([.. _enums]) + (_random.Next(2) == 0 ? "?" : ""),
        5 => self is null ? "int" : self + "?",
        6 or 7 when _data.Count > 0 => _data[_random.Next(_data.Count)].Name + (_random.Next(2) == 0 ? "?" : ""),
        8 => string.Format(null, Pick(s_maps), Pick(s_keys), Type(self, depth + 1)),
        9 => $"Page<{Type(self, depth + 1)}>",
        _ => string.Format(null, Pick(s_collections), Type(self, depth + 1)),
    };

    private string Pick(params ReadOnlySpan<string> choices) => choices[_random.Next(choices.Length)];
}
