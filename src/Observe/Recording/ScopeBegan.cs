using System.Runtime.InteropServices;

namespace Observe.Recording;

/// <summary>A scope of an attributed method began; the captured arguments follow.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct ScopeBegan(int parentId, int descriptorId, long timestamp)
{
    public const int Size = 16;

    public readonly int ParentId = parentId;
    public readonly int DescriptorId = descriptorId;
    public readonly long Timestamp = timestamp;
}
