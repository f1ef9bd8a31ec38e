namespace Observe.Masking;

/// <summary>Masks the texts that an exporter writes, one after the other. Not for several threads at once.</summary>
internal sealed class MaskBuffer(TextMask mask)
{
    /// <summary>No secret is shorter than this: <c>pwd=x</c>.</summary>
    private const int Shortest = 5;

    private readonly HarmlessNames _names = new();
    private SecretSpans _found;
    private byte[] _output = [];

    /// <summary>Replaces what the mask finds.</summary>
    /// <returns>The same bytes where nothing was found, else bytes that are valid until the next call.</returns>
    public ReadOnlySpan<byte> Masked(ReadOnlySpan<byte> utf8)
    {
        _found.Clear();
        if (utf8.Length < Shortest && !mask.HasOwn)
        {
            return utf8;
        }

        mask.Find(utf8, ref _found);
        if (_found.Count == 0)
        {
            return utf8;
        }

        int length = mask.MaskedLength(utf8.Length, _found);
        if (_output.Length < length)
        {
            _output = new byte[Math.Max(length, _output.Length * 2)];
        }

        return _output.AsSpan(0, mask.Write(utf8, _found, _output));
    }

    /// <summary>Whether a name neither holds a secret nor says that its text is one. Then both can be taken for themselves.</summary>
    public bool IsHarmlessName(ReadOnlySpan<byte> name)
    {
        if (_names.Contains(name))
        {
            return true;
        }

        if (SecretName.KindOf(name) != SecretKinds.None || !Masked(name).SequenceEqual(name))
        {
            return false;
        }

        _names.Add(name);
        return true;
    }

    /// <summary>
    /// Masks a text that has a name: the member of an object, the value of a map, a tag. The name "password" says more about a text than
    /// the text itself does.
    /// </summary>
    /// <returns>The same bytes where nothing was found, else bytes that are valid until the next call.</returns>
    public ReadOnlySpan<byte> MaskedMember(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> mark = mask.MarkOfMember(name, utf8);
        return mark.IsEmpty ? Masked(utf8) : mark;
    }
}
