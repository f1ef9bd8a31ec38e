using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Observe.Policies.Remote;

/// <summary>SHA-256 of a question: the arguments in it are too large, and too private, to keep.</summary>
internal readonly record struct QuestionKey(UInt128 High, UInt128 Low)
{
    public static QuestionKey Of(ReadOnlySpan<byte> question)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(question, hash);
        return new QuestionKey(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }
}
