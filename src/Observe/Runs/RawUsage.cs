namespace Observe.Runs;

/// <summary>Token counts as a provider gives them, piece by piece; streams tell the input at their beginning and the output at their end.</summary>
internal sealed class RawUsage
{
    private long? _input;
    private long? _output;
    private long? _cacheRead;
    private long? _cacheWrite;
    private long? _reasoning;
    private bool _cachedInside = true;

    public void Merge(long? input, long? output, long? cacheRead, long? cacheWrite, long? reasoning, bool cachedInside)
    {
        _input = input ?? _input;
        _output = output ?? _output;
        _cacheRead = cacheRead ?? _cacheRead;
        _cacheWrite = cacheWrite ?? _cacheWrite;
        _reasoning = reasoning ?? _reasoning;
        if (cacheRead is not null || cacheWrite is not null)
        {
            _cachedInside = cachedInside; // a piece that does not speak of the cache does not say how it is counted
        }
    }

    public TokenUsage ToUsage() => _cachedInside
        ? new TokenUsage(_input, _output, _cacheRead, _cacheWrite, null, _reasoning)
        : TokenUsage.Anthropic(_input, _output, _cacheRead, _cacheWrite);
}
