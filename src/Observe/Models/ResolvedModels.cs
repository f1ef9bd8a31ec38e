namespace Observe.Models;

/// <summary>
/// The last answers of a catalogue, as many as fit: a program asks for few names, very often. Reads take no lock; a write that loses
/// against another costs one more search.
/// </summary>
internal sealed class ResolvedModels
{
    private const int Size = 512;
    private const int Group = 8;

    private readonly ResolvedModel?[] _slots = new ResolvedModel?[Size];

    /// <summary>Finds the answer that was given before.</summary>
    public ResolvedModel? Find(string model, string? provider)
    {
        ulong hash = ResolvedModel.HashOf(model, provider);
        int first = FirstSlot(hash);
        for (int i = 0; i < Group && Volatile.Read(ref _slots[first ^ i]) is { } resolved; i++)
        {
            if (resolved.Answers(hash, model, provider))
            {
                return resolved;
            }
        }

        return null;
    }

    /// <summary>Keeps an answer, in the place of another one when there is no room in its group.</summary>
    public void Add(string model, string? provider, ResolvedModel resolved)
    {
        ulong hash = ResolvedModel.HashOf(model, provider);
        int first = FirstSlot(hash);
        int slot = first ^ (int)(hash & (Group - 1));
        for (int i = 0; i < Group; i++)
        {
            if (Volatile.Read(ref _slots[first ^ i]) is null)
            {
                slot = first ^ i;
                break;
            }
        }

        Volatile.Write(ref _slots[slot], resolved);
    }

    /// <summary>The upper bits are mixed best.</summary>
    private static int FirstSlot(ulong hash) => (int)(hash >> 55);
}
