using System.Text;

namespace Observe;

/// <summary>
/// Takes the JSON of a captured value apart, which is RFC 8259 without white space: what <see cref="Exporting.Json.CborToJson"/> writes.
/// By hand, because the reader of the framework would make every native program larger.
/// </summary>
internal sealed class CapturedJsonReader
{
    private const int MaxDepth = 64;

    private readonly string _json;
    private readonly StringBuilder _text = new();
    private int _position;

    private CapturedJsonReader(string json) => _json = json;

    /// <exception cref="FormatException">The text is no such JSON, or nested too deep.</exception>
    public static CapturedJson Read(string json)
    {
        CapturedJsonReader reader = new(json);
        CapturedJson value = reader.ReadValue(name: null, depth: 0);
        return reader._position == json.Length ? value : throw new FormatException("Something follows the JSON.");
    }

    private CapturedJson ReadValue(string? name, int depth) => Peek() switch
    {
        '{' => new CapturedJson(CapturedJsonKind.Object, name, "", ReadParts('}', depth)),
        '[' => new CapturedJson(CapturedJsonKind.Array, name, "", ReadParts(']', depth)),
        '"' => new CapturedJson(CapturedJsonKind.String, name, ReadString(), []),
        _ => new CapturedJson(CapturedJsonKind.Literal, name, ReadLiteral(), []),
    };

    private List<CapturedJson> ReadParts(char end, int depth)
    {
        if (depth == MaxDepth)
        {
            throw new FormatException("The JSON is nested too deep.");
        }

        List<CapturedJson> parts = [];
        _position++;
        while (Peek() != end)
        {
            if (parts.Count > 0)
            {
                Expect(',');
            }

            parts.Add(ReadValue(end == '}' ? ReadName() : null, depth + 1));
        }

        _position++;
        return parts;
    }

    private string ReadName()
    {
        string name = ReadString();
        Expect(':');
        return name;
    }

    private string ReadString()
    {
        Expect('"');
        _text.Clear();
        while (true)
        {
            int plain = _json.AsSpan(_position).IndexOfAny('"', '\\');
            if (plain < 0)
            {
                throw new FormatException("A string does not end.");
            }

            _text.Append(_json, _position, plain);
            _position += plain;
            if (Next() == '"')
            {
                return _text.ToString();
            }

            _text.Append(ReadEscape());
        }
    }

    private char ReadEscape()
    {
        char escaped = Next();
        switch (escaped)
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u':
                int code = 0;
                for (int digits = 0; digits < 4; digits++)
                {
                    code = (code << 4) | HexDigit(Next());
                }

                return (char)code;
            default:
                return escaped;
        }
    }

    private string ReadLiteral()
    {
        int length = _json.AsSpan(_position).IndexOfAny(',', ']', '}');
        int start = _position;
        _position = length < 0 ? _json.Length : start + length;
        string literal = _json[start.._position];
        return literal is "true" or "false" or "null" or ['-' or (>= '0' and <= '9'), ..]
            ? literal
            : throw new FormatException("Neither a number nor a name of JSON.");
    }

    private static int HexDigit(char digit) =>
        char.IsAsciiHexDigit(digit) ? (digit & 15) + (digit > '9' ? 9 : 0) : throw new FormatException("No hexadecimal digit.");

    private char Peek() => _position < _json.Length ? _json[_position] : throw new FormatException("The JSON ends early.");

    private char Next()
    {
        char next = Peek();
        _position++;
        return next;
    }

    private void Expect(char expected)
    {
        if (Next() != expected)
        {
            throw new FormatException($"No {expected} where one should be.");
        }
    }
}
