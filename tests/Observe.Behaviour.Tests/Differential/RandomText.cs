using System.Text;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>Text with every kind of code unit: escapes, controls, half and whole surrogate pairs, what looks like something else.</summary>
internal static class RandomText
{
    private static readonly string[] s_corners =
    [
        "", " ", "null", "true", "1e5", "-0", "\0", "\"", "\\", "</script>", "\u2028\u2029", "\u007F\u0080", "\uFEFF", "\uFFFF", "🙂", "é",
        "$type", "##SENSITIVE##",
    ];

    public static string Of(Random random)
    {
        if (random.Next(5) == 0)
        {
            return s_corners[random.Next(s_corners.Length)];
        }

        StringBuilder text = new();
        bool isPlain = random.Next(2) == 0;
        int length = random.Next(random.Next(10) == 0 ? 400 : 30);
        while (text.Length < length)
        {
            text.Append(isPlain ? (char)random.Next(' ', '~') : Unit(random));
        }

        return text.ToString();
    }

    public static char Unit(Random random) => random.Next(8) switch
    {
        0 => (char)random.Next(0, 0x20),
        1 => (char)random.Next(0x7F, 0x100),
        2 => (char)random.Next(0x100, 0xD800),
        3 => (char)random.Next(0xD800, 0xDC00),
        4 => (char)random.Next(0xDC00, 0xE000),
        5 => (char)random.Next(0xE000, 0x10000),
        _ => (char)random.Next(' ', '~'),
    };
}
