namespace Observe;

/// <summary>Divides columns among texts that together want more than there are.</summary>
internal static class Share
{
    /// <summary>
    /// Lowers the largest wishes to one common height until the sum is at most <paramref name="room"/>; smaller wishes stay.
    /// </summary>
    public static void Out(Span<int> wanted, int room)
    {
        int[] ascending = wanted.ToArray();
        Array.Sort(ascending);
        int height = int.MaxValue;
        for (int i = 0; i < ascending.Length; i++)
        {
            int equal = Math.Max(0, room) / (ascending.Length - i);
            if (ascending[i] > equal)
            {
                height = equal;
                break;
            }

            room -= ascending[i];
        }

        foreach (ref int wish in wanted)
        {
            wish = Math.Min(wish, height);
        }
    }
}
