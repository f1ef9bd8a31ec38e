using System.Globalization;
using System.Text.Json;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>JSON as somebody else wrote it.</summary>
internal static class RandomJson
{
    private static readonly string[] s_numbers =
    [
        "0", "-0", "1.50", "-1e2", "1E+2", "0.1", "-0.0", "1e-7", "9223372036854775808", "18446744073709551615", "79228162514264337593543950335",
    ];

    public static string Of(Random random, int depth = 3) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => "null",
        1 => random.Next(2) == 0 ? "true" : " false ",
        2 => RandomScalar.Pick<string>(random, s_numbers),
        3 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
        4 => random.NextDouble().ToString("R", CultureInfo.InvariantCulture),
        5 => JsonSerializer.Serialize(RandomText.Of(random)),
        6 => $"[{List(random, _ => Of(random, depth - 1))}]",
        _ => $"{{ {List(random, i => $"{Name(random, i)}: {Of(random, depth - 1)}")} }}",
    };

    private static string List(Random random, Func<int, string> element) =>
        string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(element));

    private static string Name(Random random, int number) => JsonSerializer.Serialize($"{number}{RandomText.Of(random)}");
}
