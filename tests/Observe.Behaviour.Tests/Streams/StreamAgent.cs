using System.Runtime.CompilerServices;

namespace Observe.Behaviour.Tests.Streams;

public sealed partial class StreamAgent
{
    public List<string> Log { get; } = [];

    [Observe("streaming")]
    public partial IAsyncEnumerable<int> RunStreamAsync(int count, CancellationToken ct = default);

    [Step("numbers")]
    public partial IAsyncEnumerable<int> NumbersAsync(int count, bool fail = false, CancellationToken ct = default);

    [Step("doubled")]
    public partial IAsyncEnumerable<int> DoubledAsync(int count);

    [Step("quiet")]
    public partial IAsyncEnumerable<int> QuietAsync(int count);

    [Step("lazy")]
    public partial IEnumerable<int> Lazy(int count);

    [Step("ready")]
    public partial IEnumerable<int> Ready(int count);

    [Step("work")]
    public partial void Work(int number);

    [Step("work_async")]
    public partial Task WorkAsync(int number);

    private async IAsyncEnumerable<int> RunStreamCoreAsync(int count, [EnumeratorCancellation] CancellationToken ct)
    {
        for (int i = 0; i < count; i++)
        {
            await WorkAsync(i);
            yield return i;
        }
    }

    private async IAsyncEnumerable<int> NumbersCoreAsync(int count, bool fail, [EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            for (int i = 0; i < count; i++)
            {
                ct.ThrowIfCancellationRequested();
                Work(i);
                if (i % 2 == 0)
                {
                    await WorkAsync(i);
                }

                yield return i;
                if (fail)
                {
                    throw new InvalidOperationException("the stream broke");
                }
            }
        }
        finally
        {
            Log.Add("closed in " + (RunContext.Current is null ? "nothing" : "the run"));
            Work(-1);
        }
    }

    private async IAsyncEnumerable<int> DoubledCoreAsync(int count)
    {
        await foreach (int number in NumbersAsync(count))
        {
            Work(number);
            yield return number * 2;
        }
    }

    private static async IAsyncEnumerable<int> QuietCoreAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private IEnumerable<int> LazyCore(int count)
    {
        Log.Add("started");
        try
        {
            for (int i = 0; i < count; i++)
            {
                Work(i);
                yield return i;
            }
        }
        finally
        {
            Log.Add("closed");
        }
    }

    private IEnumerable<int> ReadyCore(int count) => [.. Enumerable.Range(0, count)];

    private void WorkCore(int number)
    {
    }

    private async Task WorkCoreAsync(int number) => await Task.Yield();
}
