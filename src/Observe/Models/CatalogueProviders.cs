using System.Text;

namespace Observe.Models;

/// <summary>
/// The providers of the catalogue. A line is <c>name|spellings|families|fallbacks</c>: a spelling with <c>~</c> may stand anywhere in
/// what is asked for, a family is what its models' names begin with (<c>^</c>) or contain (<c>~</c>), a fallback is whose models it resells.
/// </summary>
internal static class CatalogueProviders
{
    private const int Spellings = 1;
    private const int Families = 2;
    private const int Fallbacks = 3;

    private static readonly int[] s_starts = LineIndex.Of(CatalogueFigures.Providers);
    private static readonly string?[] s_names = new string?[s_starts.Length - 1];

    /// <summary>Amazon Bedrock, whose names have a form of their own.</summary>
    public static int Bedrock { get; } = ByName("awsbedrock"u8);

    /// <summary>Google's Vertex AI, whose names can be paths.</summary>
    public static int Vertex { get; } = ByName("gcpvertexai"u8);

    public static string NameOf(int provider) => s_names[provider] ??= Encoding.ASCII.GetString(Field(provider, 0));

    /// <summary>Finds a provider by what a caller says: any spelling, with or without what stands between words. -1 when unknown.</summary>
    public static int Find(ReadOnlySpan<char> said)
    {
        Span<byte> plain = stackalloc byte[64];
        return Plain(said, plain) is > 0 and int length
            ? ByName(plain[..length]) is >= 0 and int exact ? exact : ByPart(plain[..length])
            : -1;
    }

    /// <summary>Finds a provider by what stands before the slash of a name; only whole spellings count. -1 when unknown.</summary>
    public static int FindPrefix(ReadOnlySpan<byte> said)
    {
        Span<byte> plain = stackalloc byte[64];
        int length = 0;
        foreach (byte letter in said)
        {
            if (length == plain.Length)
            {
                return -1;
            }

            if (!IsBetweenWords((char)letter))
            {
                plain[length++] = letter;
            }
        }

        return ByName(plain[..length]);
    }

    /// <summary>Finds the provider to whose family of models a name belongs. -1 when to none.</summary>
    /// <param name="name">The name, in lower case.</param>
    public static int OfFamily(ReadOnlySpan<byte> name)
    {
        for (int provider = 0; provider < s_names.Length; provider++)
        {
            ReadOnlySpan<byte> families = Field(provider, Families);
            while (Next(ref families) is { IsEmpty: false } family)
            {
                if (family[0] == '^' ? name.StartsWith(family[1..]) : name.IndexOf(family[1..]) >= 0)
                {
                    return provider;
                }
            }
        }

        return -1;
    }

    /// <summary>The names of the providers whose models this one resells, divided by spaces.</summary>
    public static ReadOnlySpan<byte> FallbacksOf(int provider) => Field(provider, Fallbacks);

    /// <summary>Takes the next word of a list.</summary>
    public static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> words)
    {
        int space = words.IndexOf((byte)' ');
        ReadOnlySpan<byte> word = space < 0 ? words : words[..space];
        words = space < 0 ? default : words[(space + 1)..];
        return word;
    }

    private static int ByName(ReadOnlySpan<byte> plain)
    {
        for (int provider = 0; provider < s_names.Length; provider++)
        {
            ReadOnlySpan<byte> spellings = Field(provider, Spellings);
            while (Next(ref spellings) is { IsEmpty: false } spelling)
            {
                if (spelling.SequenceEqual(plain))
                {
                    return provider;
                }
            }
        }

        return -1;
    }

    private static int ByPart(ReadOnlySpan<byte> plain)
    {
        for (int provider = 0; provider < s_names.Length; provider++)
        {
            ReadOnlySpan<byte> spellings = Field(provider, Spellings);
            while (Next(ref spellings) is { IsEmpty: false } spelling)
            {
                if (spelling[0] == '~' && plain.IndexOf(spelling[1..]) >= 0)
                {
                    return provider;
                }
            }
        }

        return -1;
    }

    private static int Plain(ReadOnlySpan<char> said, Span<byte> plain)
    {
        int length = 0;
        foreach (char letter in said)
        {
            if (IsBetweenWords(letter))
            {
                continue;
            }

            if (length == plain.Length || !char.IsAscii(letter))
            {
                return -1;
            }

            plain[length++] = (byte)char.ToLowerInvariant(letter);
        }

        return length;
    }

    private static bool IsBetweenWords(char letter) => letter is '-' or '_' or '.' or ' ';

    private static ReadOnlySpan<byte> Field(int provider, int field)
    {
        ReadOnlySpan<byte> line = LineIndex.Line(CatalogueFigures.Providers, s_starts, provider);
        for (; field > 0; field--)
        {
            line = line[(line.IndexOf((byte)'|') + 1)..];
        }

        int end = line.IndexOf((byte)'|');
        return end < 0 ? line : line[..end];
    }
}
