namespace Observe.Behaviour.Tests.Governance;

/// <summary>Retried methods whose attempts the test follows.</summary>
internal sealed partial class Repeater(Action attempt)
{
    [ToolCall, Retry(DelayMilliseconds = 0)]
    public partial Task<int> CallAsync();

    private async Task<int> CallCoreAsync()
    {
        await Task.Yield();
        attempt();
        return 1;
    }

    [Step, Retry(DelayMilliseconds = 1)]
    public partial int Call(CancellationToken cancellationToken);

    private int CallCore(CancellationToken cancellationToken)
    {
        attempt();
        return 1;
    }

    [Step, Retry(DelayMilliseconds = 1)]
    public partial Task<int> CallAsync(CancellationToken cancellationToken);

    private async Task<int> CallCoreAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        attempt();
        return 1;
    }
}
