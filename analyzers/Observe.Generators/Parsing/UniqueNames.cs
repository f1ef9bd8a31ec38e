using System.Globalization;

namespace Observe.Generators.Parsing;

/// <summary>Hands out names, each once: the second <c>Order</c> is <c>Order2</c>.</summary>
internal sealed class UniqueNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = [.. taken];

    public bool IsTaken(string name) => _taken.Contains(name);

    public string Take(string wanted)
    {
        string name = wanted;
        for (int number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
