using System.Text;
using System.Text.Json;

namespace Observe.Tests.Capturing;

public class TextTests
{
    public static TheoryData<string> Texts =>
    [
        "", "a", "plain ASCII", "\"quoted\" \\ back/slash", "line\nbreak\r\ttab", "\0\u0001\u001f\u007f\u0085\u2028\u2029", "äöü ß 漢字",
        "🙂👩‍👩‍👧‍👦", "half \ud83d", "\ude42 half", "\ud83d\ud83d\ude42", "</script>", new string('ä', 11), new string('ä', 12), new string('x', 23),
        new string('x', 24), new string('ß', 127), new string('ß', 128), new string('漢', 85), new string('漢', 86), new string('x', 8192), new string('漢', 8192),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_reads_back_as_JSON_would_carry_it(string text)
    {
        string expected = JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text))!; // half a surrogate pair becomes U+FFFD
        Assert.Equal(expected, Capture.Cbor(writer => writer.Write(text)).ReadTextString());
        Assert.Equal(expected, Capture.Element(writer => writer.Write(text)).GetString());
    }

    [Fact]
    public void Random_text_reads_back_at_every_length()
    {
        Random random = new(7);
        for (int length = 0; length < 700; length++)
        {
            char[] units = new char[length];
            int range = random.Next(3) switch { 0 => 0x80, 1 => 0x800, _ => 0x10000 };
            for (int i = 0; i < length; i++)
            {
                units[i] = (char)random.Next(range);
            }

            string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(units));
            Assert.Equal(expected, Capture.Element(writer => writer.Write(units)).GetString());
        }
    }

    [Fact]
    public void Text_that_is_too_long_is_cut_and_counted()
    {
        string text = Capture.Element(writer => writer.Write(new string('x', 100)), options => options.MaxStringLength = 20).GetString()!;
        Assert.Equal(new string('x', 20) + "… (+80 chars)", text);
    }

    [Fact]
    public void Text_is_cut_between_characters()
    {
        string text = Capture.Element(writer => writer.Write("x" + string.Concat(Enumerable.Repeat("🙂", 50))), options => options.MaxStringLength = 20).GetString()!;
        Assert.Equal("x" + string.Concat(Enumerable.Repeat("🙂", 9)) + "… (+82 chars)", text);
    }

    [Fact]
    public void Text_that_finds_no_room_is_cut_and_every_character_is_kept_or_counted()
    {
        for (int limit = 256; limit < 900; limit++)
        {
            string text = Capture.Element(writer => writer.Write(new string('漢', 250)), options => options.MaxBytes = limit).GetString()!;
            int kept = text.TakeWhile(character => character == '漢').Count();
            Assert.Equal(kept == 250 ? "" : $"… (+{250 - kept} chars)", text[kept..]);
            Assert.InRange(kept, 16, 250);
        }
    }

    [Fact]
    public void Bytes_that_are_too_many_are_cut_and_counted()
    {
        JsonElement value = Capture.Element(writer => writer.Write(new byte[100]), options => options.MaxStringLength = 30);
        Assert.Equal(70, value.GetProperty("$omitted").GetInt32());
        Assert.Equal(30, value.GetProperty("$bytes").GetBytesFromBase64().Length);
    }

    [Fact]
    public void Bytes_that_find_no_room_are_cut_not_dropped()
    {
        for (int limit = 256; limit < 700; limit++)
        {
            JsonElement value = Capture.Element(writer => writer.Write(new byte[1000]), options => options.MaxBytes = limit);
            int kept = value.GetProperty("$bytes").GetBytesFromBase64().Length;
            Assert.Equal(1000, kept + value.GetProperty("$omitted").GetInt32());
            Assert.InRange(kept, 100, 1000);
        }
    }

    [Fact]
    public void A_sensitive_value_leaves_only_its_mask()
    {
        Assert.Equal("\"##SENSITIVE##\"", Capture.Json(writer => writer.WriteMasked()));
    }
}
