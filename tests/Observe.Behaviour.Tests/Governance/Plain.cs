namespace Observe.Behaviour.Tests.Governance;

/// <summary>Observed methods without a policy of their own.</summary>
internal sealed partial class Plain
{
    public int Calls { get; private set; }

    [Observe]
    public partial Task<int> RunAsync();

    private Task<int> RunCoreAsync() => Task.FromResult(Calls++);

    [Step(Leaf = true)]
    public partial int Add(int number);

    private int AddCore(int number) => Calls += number;

    [ToolCall]
    public partial Task<int> AddAsync(int number);

    private Task<int> AddCoreAsync(int number) => Task.FromResult(Calls += number);

    [Step]
    public partial IAsyncEnumerable<int> StreamAsync();

    private async IAsyncEnumerable<int> StreamCoreAsync()
    {
        Calls++;
        await Task.Yield();
        yield return Calls;
    }

    [Retry]
    public partial int Again();

    private int AgainCore() => Calls++;
}
