namespace Observe.Policies.Llm;

/// <summary>A list of models.</summary>
internal sealed class ModelPatterns
{
    private readonly ModelPattern[] _patterns;

    public ModelPatterns(IReadOnlyList<string> patterns, string rule)
    {
        _ = new NamePatterns(patterns, rule); // says which one is empty
        _patterns = new ModelPattern[patterns.Count];
        for (int i = 0; i < _patterns.Length; i++)
        {
            _patterns[i] = new ModelPattern(patterns[i]);
        }
    }

    public bool IsEmpty => _patterns.Length == 0;

    public bool Contain(string model)
    {
        foreach (ModelPattern pattern in _patterns)
        {
            if (pattern.Matches(model))
            {
                return true;
            }
        }

        return false;
    }
}
