using Observe.Capturing;

namespace Observe.Policies;

/// <summary>The texts of a captured value one after the other, names of members included, without decoding or allocating anything.</summary>
internal ref struct CapturedTexts(ReadOnlySpan<byte> cbor)
{
    private CborReader _reader = new(cbor);

    /// <summary>The text, in UTF-8.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>What follows <see cref="Current"/>.</summary>
    public readonly ReadOnlySpan<byte> Rest => _reader.Rest;

    public bool MoveNext()
    {
        while (!_reader.IsAtEnd)
        {
            switch (_reader.PeekMajor)
            {
                case CborMajor.Text:
                    Current = _reader.ReadString();
                    return true;
                case CborMajor.Array or CborMajor.Map or CborMajor.Tag:
                    // Only the head: what it contains comes next.
                    if ((_reader.Peek & 31) == 31)
                    {
                        _reader.ReadByte();
                    }
                    else
                    {
                        _reader.ReadArgument();
                    }

                    break;
                default:
                    _reader.Skip();
                    break;
            }
        }

        return false;
    }
}
