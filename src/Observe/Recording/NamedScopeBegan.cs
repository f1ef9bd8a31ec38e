using System.Runtime.InteropServices;

namespace Observe.Recording;

/// <summary>
/// A scope recorded by hand began. Texts follow: name, tool type, the number of options and the options; then the captured input.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct NamedScopeBegan(int parentId, ScopeKind kind, long timestamp)
{
    public const int Size = 13;

    public readonly int ParentId = parentId;
    public readonly byte Kind = (byte)kind;
    public readonly long Timestamp = timestamp;
}
