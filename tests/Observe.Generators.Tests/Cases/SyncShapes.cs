using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Observe;

namespace Cases.SyncShapes;

public partial class Calculator
{
    private readonly List<string> _log = [];

    public IReadOnlyList<string> Log => _log;

    [Observe("calculator")]
    public partial int Run(int seed);

    private int RunCore(int seed)
    {
        Note("begin");
        int total = Add(seed, 2) + Sum(1, 2, 3) + Count("a", "b") + Twice(4) + Concat(["x", "y"]).Length;
        Swap(ref seed, ref total);
        return TryParse("7", out int parsed) ? total + parsed + Length("abc") : total;
    }

    [Step]
    public partial int Add(int left, int right = 40);

    private static int AddCore(int left, int right) => left + right;

    [Step]
    public partial void Note(string text);

    private void NoteCore(string text) => _log.Add(text);

    [Step]
    public static partial int Sum(params int[] numbers);

    private static int SumCore(int[] numbers)
    {
        int sum = 0;
        foreach (int number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    [Step]
    public static partial int Count(params ReadOnlySpan<string> words);

    private static int CountCore(ReadOnlySpan<string> words) => words.Length;

    [Step]
    public static partial string Concat(params IEnumerable<string> words);

    private static string ConcatCore(IEnumerable<string> words) => string.Concat(words);

    [Step]
    public static partial string Together(params ImmutableArray<string> words);

    private static string TogetherCore(ImmutableArray<string> words) => string.Join("+", words);

    [Step]
    public partial bool TryParse(string text, out int value);

    private static bool TryParseCore(string text, out int value) => int.TryParse(text, out value);

    [Step]
    public partial void Swap<T>(ref T left, ref T right);

    private static void SwapCore<T>(ref T left, ref T right) => (left, right) = (right, left);

    [Step]
    public partial int Twice(in int number);

    private static int TwiceCore(in int number) => number * 2;

    [Step]
    public partial long Thrice(ref readonly long number);

    private static long ThriceCore(ref readonly long number) => number * 3;

    [Step]
    public partial int Length(scoped ReadOnlySpan<char> text);

    private static int LengthCore(scoped ReadOnlySpan<char> text) => text.Length;

    [Step]
    public partial ReadOnlySpan<char> Trim(ReadOnlySpan<char> text);

    private static ReadOnlySpan<char> TrimCore(ReadOnlySpan<char> text) => text.Trim();

    [Step]
    public partial void First(scoped in Span<int> numbers, out int first);

    private static void FirstCore(scoped in Span<int> numbers, out int first) => first = numbers[0];

    [Step(Leaf = true)]
    public partial double Root(double number);

    private static double RootCore(double number) => Math.Sqrt(number);

    [Step]
    public partial int Fail(string reason);

    private static int FailCore(string reason) => throw new InvalidOperationException(reason);
}
