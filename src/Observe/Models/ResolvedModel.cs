using System.Runtime.InteropServices;

namespace Observe.Models;

/// <summary>What a question was answered with, so that it need not be looked for again.</summary>
internal sealed class ResolvedModel(string model, string? provider, CataloguedModel? answer)
{
    private readonly ulong _hash = HashOf(model, provider);

    public CataloguedModel? Answer => answer;

    public bool Answers(ulong hash, string askedModel, string? askedProvider) =>
        hash == _hash && string.Equals(model, askedModel, StringComparison.Ordinal) && string.Equals(provider, askedProvider, StringComparison.Ordinal);

    /// <summary>
    /// A hash of the whole question. It need not stand malice as that of strings does, which costs three times as much: names that
    /// collide are searched again, and nothing else happens.
    /// </summary>
    public static ulong HashOf(string model, string? provider) => Mix(Mix(0, model), provider ?? "");

    private static ulong Mix(ulong hash, ReadOnlySpan<char> text)
    {
        hash = (hash + (ulong)text.Length) * 0x9E3779B97F4A7C15;
        foreach (ulong four in MemoryMarshal.Cast<char, ulong>(text))
        {
            hash = ulong.RotateLeft(hash ^ four, 29) * 0x9E3779B97F4A7C15;
        }

        for (int i = text.Length & ~3; i < text.Length; i++)
        {
            hash = ulong.RotateLeft(hash ^ text[i], 29) * 0x9E3779B97F4A7C15;
        }

        return hash;
    }
}
