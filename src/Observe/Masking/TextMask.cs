using System.Buffers;
using System.Text;
using Observe.Masking;

namespace Observe;

/// <summary>
/// Replaces secrets and personal data in text by marks that say only their kind, as <c>##EMAIL##</c>. Immutable; any number of threads
/// may use one at the same time. The time it takes grows with the length of the text, whatever the text is.
/// </summary>
/// <remarks>
/// Each text is seen alone: a secret whose parts stand in two texts is not recognised, nor one that is encoded (base64, compressed). A
/// mark is never taken for a secret, so masking a masked text changes nothing, unless two secrets touched and the one hid the other.
/// Text that is not valid is passed through; in a masked text, unpaired surrogates become U+FFFD.
/// </remarks>
public sealed class TextMask
{
    private const int MostStackBytes = 512;

    private readonly SecretKinds _kinds;
    private readonly SearchValues<byte>? _triggers;
    private readonly OwnPatterns? _own;

    /// <summary>Makes a mask of built-in kinds.</summary>
    /// <param name="kinds">What it masks.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kinds"/> has a bit without a meaning.</exception>
    public TextMask(SecretKinds kinds)
    {
        const SecretKinds Known = SecretKinds.All | SecretKinds.Own;
        if ((kinds & ~Known) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(kinds), kinds, "Use the members of SecretKinds, for example SecretKinds.All.");
        }

        _kinds = kinds & SecretKinds.All;
        _triggers = _kinds == SecretKinds.None ? null : SecretScanner.TriggersOf(_kinds);
    }

    /// <summary>Makes a mask of built-in kinds and patterns of your own.</summary>
    /// <param name="kinds">What it masks beside the patterns.</param>
    /// <param name="own">
    /// Patterns of your own. They win over the built-in kinds where both match, and the later over the earlier. Each one reads the whole
    /// text, which takes longer than all of the built-in kinds together.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kinds"/> has a bit without a meaning.</exception>
    /// <exception cref="ArgumentException"><paramref name="own"/> contains null.</exception>
    public TextMask(SecretKinds kinds, params SecretPattern[] own)
        : this(kinds)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (Array.IndexOf(own, null!) >= 0)
        {
            throw new ArgumentException("The patterns contain null.", nameof(own));
        }

        _own = own.Length == 0 ? null : new RegexPatterns([.. own]);
    }

    /// <summary>Masks every built-in kind.</summary>
    public static TextMask Default { get; } = new(SecretKinds.All);

    /// <summary>Masks nothing.</summary>
    public static TextMask None { get; } = new(SecretKinds.None);

    /// <summary>Whether this mask never finds anything.</summary>
    internal bool IsNone => _triggers is null && _own is null;

    /// <summary>Whether there are patterns of the user's, which may match anything.</summary>
    internal bool HasOwn => _own is not null;

    /// <summary>Replaces what the mask finds.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The masked text; the same instance where nothing was found.</returns>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[]? rented = null;
        Span<byte> buffer = Room(text, stackalloc byte[MostStackBytes], ref rented);
        ReadOnlySpan<byte> utf8 = buffer[..Encoding.UTF8.GetBytes(text, buffer)];
        SecretSpans found = default;
        Find(utf8, ref found);
        string masked = text;
        if (found.Count > 0)
        {
            byte[] output = ArrayPool<byte>.Shared.Rent(MaskedLength(utf8.Length, found));
            masked = Encoding.UTF8.GetString(output, 0, Write(utf8, found, output));
            ArrayPool<byte>.Shared.Return(output);
        }

        Return(rented);
        return masked;
    }

    /// <summary>Says which kinds of secrets a text holds, for policies that decide on them.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The kinds that <see cref="Mask"/> would name; <see cref="SecretKinds.None"/> where it would find nothing.</returns>
    public SecretKinds Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[]? rented = null;
        Span<byte> buffer = Room(text, stackalloc byte[MostStackBytes], ref rented);
        SecretSpans found = default;
        Find(buffer[..Encoding.UTF8.GetBytes(text, buffer)], ref found);
        Return(rented);
        SecretKinds kinds = SecretKinds.None;
        foreach (SecretSpan span in found.All)
        {
            kinds |= (SecretKinds)(1 << Math.Min(span.Rank, OwnPatterns.FirstRank));
        }

        return kinds;
    }

    internal void Find(ReadOnlySpan<byte> utf8, ref SecretSpans found)
    {
        if (_triggers is not null)
        {
            new SecretScanner(utf8, _kinds, ref found).Scan(_triggers);
        }

        _own?.Find(utf8, ref found);
    }

    /// <summary>The mark for the whole value of a member whose name says that it is a secret; empty for others.</summary>
    internal ReadOnlySpan<byte> MarkOfMember(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        SecretKinds kind = AssignedSecret.KindOfMember(name, value) & _kinds;
        return kind == SecretKinds.None ? default : SecretMarks.Of(System.Numerics.BitOperations.TrailingZeroCount((int)kind));
    }

    internal int MaskedLength(int length, in SecretSpans found)
    {
        foreach (SecretSpan span in found.All)
        {
            length += MarkOf(span.Rank).Length - (span.End - span.Start);
        }

        return length;
    }

    /// <returns>How many bytes were written.</returns>
    internal int Write(ReadOnlySpan<byte> utf8, in SecretSpans found, Span<byte> output)
    {
        int read = 0;
        int written = 0;
        foreach (SecretSpan span in found.All)
        {
            Append(utf8[read..span.Start], output, ref written);
            Append(MarkOf(span.Rank), output, ref written);
            read = span.End;
        }

        Append(utf8[read..], output, ref written);
        return written;
    }

    private ReadOnlySpan<byte> MarkOf(int rank) => rank < OwnPatterns.FirstRank ? SecretMarks.Of(rank) : _own!.MarkOf(rank);

    private static void Append(ReadOnlySpan<byte> bytes, Span<byte> output, ref int written)
    {
        bytes.CopyTo(output[written..]);
        written += bytes.Length;
    }

    private static Span<byte> Room(string text, Span<byte> small, ref byte[]? rented)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        return most <= small.Length ? small : rented = ArrayPool<byte>.Shared.Rent(most);
    }

    private static void Return(byte[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
