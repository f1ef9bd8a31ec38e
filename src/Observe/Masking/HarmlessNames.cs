using System.Runtime.InteropServices;

namespace Observe.Masking;

/// <summary>
/// Remembers names of members that neither hold a secret nor announce one: the same few names come with every record, and looking at
/// them anew would cost more than writing them. A slot forgets its name when another one needs it.
/// </summary>
internal sealed class HarmlessNames
{
    private const int Slots = 256;
    private const int Longest = 64;

    private readonly byte[]?[] _names = new byte[]?[Slots];

    public bool Contains(ReadOnlySpan<byte> name) => _names[SlotOf(name)] is { } known && name.SequenceEqual(known);

    public void Add(ReadOnlySpan<byte> name)
    {
        if (name.Length <= Longest)
        {
            _names[SlotOf(name)] = name.ToArray();
        }
    }

    private static int SlotOf(ReadOnlySpan<byte> name)
    {
        uint hash = (uint)name.Length;
        if (name.Length >= sizeof(uint))
        {
            hash = (hash * 0x9E37_79B1) ^ MemoryMarshal.Read<uint>(name);
            hash = (hash * 0x9E37_79B1) ^ MemoryMarshal.Read<uint>(name[^sizeof(uint)..]);
        }
        else
        {
            foreach (byte letter in name)
            {
                hash = (hash * 0x9E37_79B1) ^ letter;
            }
        }

        return (int)((hash * 0x9E37_79B1) >> 24);
    }
}
