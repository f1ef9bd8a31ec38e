#nullable enable
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Fuzz;

/// <summary>Sequences that say what is done with them.</summary>
public static class Streams
{
    public static IEnumerable<T> Lazy<T>(T item)
    {
        Journal.Note("enumerated");
        yield return item;
    }

    public static IEnumerable<T> Sequence<T>(T first, T second)
    {
        Journal.Note("sequence begins");
        try
        {
            yield return first;
            yield return second;
        }
        finally
        {
            Journal.Note("sequence ends");
        }
    }

    public static async IAsyncEnumerable<T> Stream<T>(T first, T second)
    {
        Journal.Note("stream begins");
        try
        {
            yield return first;
            await Journal.Pending;
            yield return second;
        }
        finally
        {
            Journal.Note("stream ends");
        }
    }
}

public static class Cell<T>
{
    public static T Value = default!;
}
