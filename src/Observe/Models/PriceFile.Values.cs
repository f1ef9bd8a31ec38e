using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Observe.Models;

internal ref partial struct PriceFile
{
    private readonly decimal ReadAmount(string member) =>
        _reader.TokenType == JsonTokenType.Number && _reader.TryGetDecimal(out decimal amount) && amount is >= 0 and <= 1_000_000
            ? amount
            : throw Wrong($"\"{member}\" is {TokenText()}; write US dollars for one million tokens, a number from 0 to 1000000");

    private readonly long ReadCount(string member) =>
        _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt32(out int count) && count > 0
            ? count
            : throw Wrong($"\"{member}\" is {TokenText()}; write a number of tokens from 1 to {int.MaxValue}");

    private readonly string ReadText(string member) =>
        _reader.TokenType == JsonTokenType.String && _reader.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw Wrong($"\"{member}\" is {TokenText()}; write a text in quotes");

    private readonly DateOnly ReadDay(string member) =>
        _reader.TokenType == JsonTokenType.String &&
        DateOnly.TryParseExact(_reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw Wrong($"\"{member}\" is {TokenText()}; write a day like \"2026-09-01\"");

    private void Expect(JsonTokenType type, string what)
    {
        if (Next() != type)
        {
            throw Wrong($"{TokenText()} is not expected here; {what}");
        }
    }

    private JsonTokenType Next()
    {
        try
        {
            return _reader.Read() ? _reader.TokenType : JsonTokenType.None;
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{_path}, line {broken.LineNumber + 1}: this is no JSON: {broken.Message}", broken);
        }
    }

    private readonly string TokenText() => _reader.TokenType switch
    {
        JsonTokenType.None => "nothing",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        _ => Encoding.UTF8.GetString(_text[(int)_reader.TokenStartIndex..(int)_reader.BytesConsumed]),
    };

    private readonly InvalidDataException Wrong(string what) => Wrong(LineOf(_reader.TokenStartIndex), what);

    private readonly InvalidDataException Wrong(long line, string what) => new($"{_path}, line {line}: {what}.");

    private readonly long LineOf(long position) => 1 + _text[..(int)position].Count((byte)'\n');
}
