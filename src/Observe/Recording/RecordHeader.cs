using System.Runtime.InteropServices;

namespace Observe.Recording;

/// <summary>
/// Opens every record: its whole length in bytes, its kind, and the scope that it speaks of (0 is the run itself).
/// Numbers are little-endian; fixed fields of the kind follow, then texts and captured values.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct RecordHeader(int length, RecordKind kind, int scopeId)
{
    public const int Size = 12;

    public readonly int Length = length;
    public readonly RecordKind Kind = kind;
    public readonly byte Flags;
    public readonly short Reserved;
    public readonly int ScopeId = scopeId;
}
