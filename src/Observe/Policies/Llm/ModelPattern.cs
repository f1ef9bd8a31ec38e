using System.Text;
using Observe.Models;

namespace Observe.Policies.Llm;

/// <summary>
/// Stands for a model: the name itself, or the name and a version as <see cref="VersionSuffix"/> knows them. So <c>gpt-4o</c> stands
/// for <c>gpt-4o-2024-08-06</c> and not for <c>gpt-4o-mini</c>, and <c>claude-sonnet-4</c> not for <c>claude-sonnet-4-5</c>. With
/// <c>*</c> the pattern says all of it. Letters of either case are the same. A provider before the model, as in
/// <c>openai/gpt-4o</c>, counts only where the pattern has one too.
/// </summary>
internal sealed class ModelPattern
{
    private const int LongestVersion = 64;

    private readonly NamePattern _pattern;
    private readonly bool _isWildcard;
    private readonly bool _hasProvider;

    public ModelPattern(string text)
    {
        _pattern = new NamePattern(text, ignoreCase: true);
        _isWildcard = text.Contains('*', StringComparison.Ordinal);
        _hasProvider = text.Contains('/', StringComparison.Ordinal);
    }

    public bool Matches(ReadOnlySpan<char> model) =>
        MatchesName(model) || (!_hasProvider && model.LastIndexOf('/') is >= 0 and int slash && MatchesName(model[(slash + 1)..]));

    private bool MatchesName(ReadOnlySpan<char> name)
    {
        if (_isWildcard || name.Length <= _pattern.Text.Length)
        {
            return _pattern.Matches(name);
        }

        return _pattern.Matches(name[.._pattern.Text.Length]) && IsVersion(name[_pattern.Text.Length..]);
    }

    private static bool IsVersion(ReadOnlySpan<char> rest)
    {
        if (rest.Length > LongestVersion)
        {
            return false;
        }

        Span<byte> letters = stackalloc byte[LongestVersion];
        return Ascii.ToLower(rest, letters, out int length) == System.Buffers.OperationStatus.Done && VersionSuffix.IsVersion(letters[..length]);
    }
}
