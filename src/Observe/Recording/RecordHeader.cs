using System.Runtime.InteropServices;

namespace Observe.Recording;

/// <summary>
/// Opens every record: its whole length in bytes, its kind, and the scope that it speaks of (0 is the run itself).
/// Numbers are little-endian; fixed fields of the kind follow, then texts and captured values.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct RecordHeader(int length, RecordKind kind, int scopeId, byte flags = 0)
{
    public const int Size = 12;

    /// <summary>Flag of a run that only adds to one which has ended.</summary>
    public const byte Addendum = 1;

    public readonly int Length = length;
    public readonly RecordKind Kind = kind;
    /// <summary>Of a <see cref="RecordKind.RunBegan"/>: 1 when the record adds to a run that has ended.</summary>
    public readonly byte Flags = flags;
    public readonly short Reserved;
    public readonly int ScopeId = scopeId;
}
