namespace Observe.Aot.Checks;

/// <summary>Compares what is with what should be, and counts.</summary>
internal sealed class Checks
{
    private int _passed;
    private int _failed;

    public void Equal(string what, string? expected, string? actual) =>
        That(what, expected == actual, $"expected {expected ?? "null"}, was {actual ?? "null"}");

    public void Equal(string what, int expected, int actual) => That(what, expected == actual, $"expected {expected}, was {actual}");

    public void Contains(string what, string part, string text) =>
        That(what, text.Contains(part, StringComparison.Ordinal), $"{part} is not in\n{text}");

    public void That(string what, bool isTrue, string otherwise)
    {
        if (isTrue)
        {
            _passed++;
            Console.WriteLine($"ok    {what}");
        }
        else
        {
            _failed++;
            Console.WriteLine($"WRONG {what}: {otherwise}");
        }
    }

    /// <returns>The exit code.</returns>
    public int Report()
    {
        Console.WriteLine($"{_passed} checks passed, {_failed} failed");
        return _failed == 0 && _passed > 0 ? 0 : 1;
    }
}
