using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Observe.Policies.Files;

/// <summary>Reads JSON (RFC 8259) with comments and trailing commas, and remembers where each value stands.</summary>
internal ref struct LocatedJsonReader
{
    private readonly string _file;
    private readonly ReadOnlyMemory<byte> _json;
    private Utf8JsonReader _reader;
    private int _line = 1;
    private int _counted;

    private LocatedJsonReader(string file, ReadOnlyMemory<byte> json)
    {
        _file = file;
        _json = json;
        _reader = new Utf8JsonReader(
            json.Span, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="PolicyFileException">It is not JSON, or an object has a member twice.</exception>
    public static LocatedJson Read(string file, ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            json = json[Encoding.UTF8.Preamble.Length..];
        }

        if (!Utf8.IsValid(json.Span))
        {
            throw new PolicyFileException(file, 0, "", "the file is not UTF-8 text; save it as UTF-8");
        }

        LocatedJsonReader reader = new(file, json);
        try
        {
            reader._reader.Read();
            LocatedJson root = reader.ReadValue("$");
            reader._reader.Read(); // throws when something follows
            return root;
        }
        catch (JsonException exception)
        {
            throw new PolicyFileException(
                file, (int)(exception.LineNumber ?? 0) + 1, "", $"not valid JSON: {WithoutPosition(exception.Message)}", exception);
        }
    }

    private LocatedJson ReadValue(string path)
    {
        int start = (int)_reader.TokenStartIndex;
        int line = LineOf(start);
        LocatedJson value;
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                value = new LocatedJson(_file, path, line, JsonValueKind.Object);
                ReadMembers(value);
                break;
            case JsonTokenType.StartArray:
                value = new LocatedJson(_file, path, line, JsonValueKind.Array);
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    value.Items.Add(ReadValue($"{path}[{value.Items.Count}]"));
                }

                break;
            case JsonTokenType.String:
                value = new LocatedJson(_file, path, line, JsonValueKind.String) { Text = ReadText(path, line) };
                break;
            case JsonTokenType.Number:
                value = new LocatedJson(_file, path, line, JsonValueKind.Number) { Text = Encoding.UTF8.GetString(_reader.ValueSpan) };
                break;
            case JsonTokenType.True:
                value = new LocatedJson(_file, path, line, JsonValueKind.True);
                break;
            case JsonTokenType.False:
                value = new LocatedJson(_file, path, line, JsonValueKind.False);
                break;
            default:
                value = new LocatedJson(_file, path, line, JsonValueKind.Null);
                break;
        }

        value.Raw = _json[start..(int)_reader.BytesConsumed];
        return value;
    }

    private void ReadMembers(LocatedJson parent)
    {
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            int line = LineOf((int)_reader.TokenStartIndex);
            string name = ReadText(parent.Path, line);
            string path = MemberPath(parent.Path, name);
            if (parent.Find(name) is { } first)
            {
                throw new PolicyFileException(_file, line, path, $"stands here for the second time; the first is in line {first.Line}");
            }

            _reader.Read();
            parent.Add(name, ReadValue(path));
        }
    }

    /// <summary>The way to a member of an object.</summary>
    public static string MemberPath(string parent, string name)
    {
        bool isPlain = name.Length > 0;
        foreach (char character in name)
        {
            isPlain &= char.IsAsciiLetterOrDigit(character) || character == '_';
        }

        return isPlain ? $"{parent}.{name}" : $"{parent}['{name}']";
    }

    private readonly string ReadText(string path, int line)
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            const string Problem = "half of a surrogate pair is escaped in this text; write the whole character";
            throw new PolicyFileException(_file, line, path, Problem, exception);
        }
    }

    /// <summary>Line of a position; positions come in ascending order.</summary>
    private int LineOf(int position)
    {
        _line += _json.Span[_counted..position].Count((byte)'\n');
        _counted = position;
        return _line;
    }

    /// <summary>The framework appends its own position, counted from 0.</summary>
    private static string WithoutPosition(string message)
    {
        int position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? message : message[..position];
    }
}
