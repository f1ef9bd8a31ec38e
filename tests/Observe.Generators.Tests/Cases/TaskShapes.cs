using System;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Cases.TaskShapes;

public partial class Workflow
{
    public int Calls { get; private set; }

    [Observe(Capture = CaptureMode.All)]
    public partial Task<int> RunAsync(int seed, CancellationToken cancellationToken = default);

    private async Task<int> RunCoreAsync(int seed, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await CountAsync();
        int sum = await AddAsync(seed, 1) + await MultiplyAsync(seed, 2) + await Async(3);
        await Task.WhenAll(AddAsync(1, 1), AddAsync(2, 2));
        return sum;
    }

    [Step]
    private partial Task PrepareAsync(CancellationToken cancellationToken);

    private static Task PrepareCoreAsync(CancellationToken cancellationToken) => Task.Delay(1, cancellationToken);

    [Step]
    private partial ValueTask CountAsync();

    private ValueTask CountCoreAsync()
    {
        Calls++;
        return default;
    }

    [ToolCall]
    public partial Task<int> AddAsync(int left, int right);

    private static async Task<int> AddCoreAsync(int left, int right)
    {
        await Task.Yield();
        return left + right;
    }

    [ToolCall(Leaf = true)]
    public partial ValueTask<int> MultiplyAsync(int left, int right);

    private static ValueTask<int> MultiplyCoreAsync(int left, int right) => new(left * right);

    [Step]
    public partial Task<int> FailAsync(bool early);

    private static Task<int> FailCoreAsync(bool early) =>
        early ? throw new InvalidOperationException("early") : Task.FromException<int>(new InvalidOperationException("late"));

    [Step]
    public partial Task CancelAsync(CancellationToken cancellationToken);

    private static Task CancelCoreAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    // A span cannot cross an await, but it can come before the task.
    [Step]
    public partial Task<int> MeasureAsync(ReadOnlySpan<char> text);

    private static Task<int> MeasureCoreAsync(ReadOnlySpan<char> text) => Task.FromResult(text.Length);

    // Named by nothing but the suffix.
    [Step("just_async")]
    public partial Task<int> Async(int number);

    private static Task<int> CoreAsync(int number) => Task.FromResult(number);
}
