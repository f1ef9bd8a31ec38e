namespace Observe.Behaviour.Tests.Ambient;

/// <summary>Bodies of every shape that throw.</summary>
internal sealed partial class ThrowingAgent
{
    private readonly int _one = 1;

    [Step]
    public partial int Now(int value);

    private int NowCore(int value) => throw Failure(value);

    [Step]
    public partial void Nothing(int value);

    private void NothingCore(int value) => throw Failure(value);

    [Decision]
    public partial bool Decide(int value);

    private Decision<bool> DecideCore(int value) => throw Failure(value);

    [Step]
    public partial Task LaterAsync(int value);

    private async Task LaterCoreAsync(int value)
    {
        await Task.Delay(1);
        throw Failure(value);
    }

    [Step]
    public partial Task<int> LaterResultAsync(int value);

    private async Task<int> LaterResultCoreAsync(int value)
    {
        await Task.Yield();
        throw Failure(value);
    }

    [Step]
    public partial ValueTask LaterValueAsync(int value);

    private async ValueTask LaterValueCoreAsync(int value)
    {
        await Task.Delay(1);
        throw Failure(value);
    }

    [Step]
    public partial ValueTask<int> LaterValueResultAsync(int value);

    private async ValueTask<int> LaterValueResultCoreAsync(int value)
    {
        await Task.Delay(1);
        throw Failure(value);
    }

    [Decision]
    public partial Task<bool> DecideLaterAsync(int value);

    private async Task<Decision<bool>> DecideLaterCoreAsync(int value)
    {
        await Task.Delay(1);
        throw Failure(value);
    }

    [LlmCall]
    public partial ValueTask<string> AskAsync(string value);

    private async ValueTask<LlmResult<string>> AskCoreAsync(string value)
    {
        await Task.Delay(1);
        throw Failure(value.Length);
    }

    [Retry(2, DelayMilliseconds = 0)]
    public partial int Again(int value);

    private int AgainCore(int value) => throw Failure(value);

    [Step, Retry(2, DelayMilliseconds = 0)]
    public partial Task<string> AgainLaterAsync(int value);

    private async Task<string> AgainLaterCoreAsync(int value)
    {
        await Task.Delay(1);
        throw Failure(value);
    }

    [Retry(2, DelayMilliseconds = 0)]
    public partial ValueTask AgainValueAsync(int value);

    private async ValueTask AgainValueCoreAsync(int value)
    {
        await Task.Delay(1);
        throw Failure(value);
    }

    [Retrieval]
    public partial IEnumerable<int> Sequence(int value);

    private IEnumerable<int> SequenceCore(int value)
    {
        yield return value;
        throw Failure(value);
    }

    [Retrieval]
    public partial IAsyncEnumerable<int> StreamAsync(int value);

    private async IAsyncEnumerable<int> StreamCoreAsync(int value)
    {
        yield return value;
        await Task.Delay(1);
        throw Failure(value);
    }

    [Step]
    public partial Task<int> CancelAsync(int value);

    private async Task<int> CancelCoreAsync(int value)
    {
        await Task.Delay(1);
        throw new OperationCanceledException($"{value}");
    }

    private InvalidOperationException Failure(int value) => new($"{value + _one}");
}
