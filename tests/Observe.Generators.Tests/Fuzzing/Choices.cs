namespace Observe.Generators.Tests.Fuzzing;

/// <summary>
/// The decisions that make a declaration, one number each; 0 is always the simplest. What was decided can be replayed, and a list of
/// decisions made smaller is a smaller declaration.
/// </summary>
internal sealed class Choices
{
    private readonly List<int> _made = [];
    private readonly IReadOnlyList<int> _given;
    private readonly Random? _random;

    private Choices(IReadOnlyList<int> given, Random? random) => (_given, _random) = (given, random);

    public IReadOnlyList<int> Made => _made;

    public static Choices Random(int seed, int number) => new([], new Random(unchecked((seed * 1_000_003) + number)));

    public static Choices Replay(IReadOnlyList<int> made) => new(made, null);

    public int Below(int count)
    {
        int position = _made.Count;
        int choice = position < _given.Count ? Math.Min(_given[position], count - 1) : _random?.Next(count) ?? 0;
        _made.Add(choice);
        return choice;
    }

    /// <summary>True in so many of hundred cases.</summary>
    public bool Chance(int percent) => Below(100) >= 100 - percent;

    public T OneOf<T>(params ReadOnlySpan<T> values) => values[Below(values.Length)];
}
