using Observe.CompilerServices;
using Observe.Tests.Policies.Budgets;

namespace Observe.Tests.Policies.Engine;

/// <summary>Many calls side by side, with policies and endings drawn by lot: what must hold whatever happens.</summary>
public class HoldSequenceTests
{
    private static readonly ScopeDescriptor s_tool = new(ScopeKind.ToolCall, "drawn tool");

    private static readonly ScopeDescriptor s_stream = new(ScopeKind.ToolCall, "drawn stream");

    private static readonly ScopeDescriptor s_limited = new(ScopeKind.ToolCall, "drawn guarded tool")
    {
        Policies = [new AnswerPolicy("declared", PolicyPoints.BeforeScope, _ => PolicyResult.Warn("hm"))],
    };

    [Theory]
    [InlineData(1, 64 * 1024 * 1024)]
    [InlineData(2, 64 * 1024 * 1024)]
    [InlineData(3, 8 * 1024)]
    [InlineData(4, 8 * 1024)]
    [InlineData(5, 1024)]
    public async Task Everything_that_was_held_is_given_back_once_and_every_record_is_accounted_for(int seed, int bufferBytes)
    {
        CountedHolds holds = new();
        int started = 0;
        int refused = 0;
        await using TestObserver test = new(options =>
        {
            options.MaxBufferBytes = bufferBytes;
            options.SegmentBytes = 1024;
            options.Policies
                .Add(holds.Policy(PolicyPoints.BeforeRun | PolicyPoints.BeforeScope, "first slot"))
                .Add(new AskedPolicy("lot", PolicyPoints.BeforeRun | PolicyPoints.BeforeScope, (context, token) => AnswerAsync(context, holds, token)))
                .Add(holds.Policy(PolicyPoints.BeforeRun | PolicyPoints.BeforeScope, "last slot"))
                .Add(new AnswerPolicy("after", PolicyPoints.AfterRun | PolicyPoints.AfterScope, _ =>
                    Random.Shared.Next(8) == 0 ? PolicyResult.Block("not good enough") : PolicyResult.Allow))
                .Add(new BudgetPolicy(new BudgetRules { Limits = [new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Day, MaxCalls = 40 }] }));
        });
        Task[] flows = new Task[8];
        for (int i = 0; i < flows.Length; i++)
        {
            int flow = (seed * 100) + i;
            flows[i] = Task.Run(() => FlowAsync(test.Observer, new Random(flow), () => Interlocked.Increment(ref started), () => Interlocked.Increment(ref refused)));
        }

        await Task.WhenAll(flows);
        await test.Observer.FlushAsync(TimeSpan.FromSeconds(30));
        Assert.True(refused > 0);
        Assert.InRange(started, 1, 40);
        Assert.Equal((0, 0), (holds.Open, holds.Twice));
        Assert.True(holds.Taken > 0);
        FlushResult status = test.Observer.Status;
        Assert.Equal(status.Recorded, status.Exported + status.Dropped + status.Pending);
        Assert.Equal(0, status.Pending);
        Assert.All(test.Memory.Runs, run => Assert.DoesNotContain(run.Scopes, scope => scope.Outcome == Outcome.Blocked && scope.Result is not null));
    }

    private static async ValueTask<PolicyResult> AnswerAsync(PolicyContext context, CountedHolds holds, CancellationToken token)
    {
        int lot = Random.Shared.Next(12);
        if (lot % 2 == 0)
        {
            await Task.Yield();
        }

        if (lot == 3)
        {
            context.Hold(holds.Take());
        }

        token.ThrowIfCancellationRequested();
        return lot switch
        {
            0 => PolicyResult.Block("by lot"),
            1 => PolicyResult.Skip("by lot"),
            2 => throw new FormatException(),
            4 => PolicyResult.Redact("by lot"),
            5 => null!,
            6 => PolicyResult.Retry("by lot", TimeSpan.Zero),
            _ => PolicyResult.Allow,
        };
    }

    private static async Task FlowAsync(Observer observer, Random random, Action started, Action refused)
    {
        for (int i = 0; i < 60; i++)
        {
            try
            {
                await observer.RunAsync("agent", async run =>
                {
                    for (int j = 0; j < 6; j++)
                    {
                        await OneAsync(random, run, started, refused);
                    }

                    if (random.Next(5) == 0)
                    {
                        throw new TimeoutException();
                    }
                });
            }
            catch (PolicyViolationException)
            {
                refused();
            }
            catch (TimeoutException)
            {
            }
        }
    }

    private static async Task OneAsync(Random random, RunContext run, Action started, Action refused)
    {
        using CancellationTokenSource source = new();
        if (random.Next(4) == 0)
        {
            await source.CancelAsync();
        }

        try
        {
            switch (random.Next(7))
            {
                case 0:
                    await EngineCall.Async(s_tool, "x", async text =>
                    {
                        await Task.Yield();
                        return random.Next(3) == 0 ? throw new TimeoutException() : text;
                    }, source.Token);
                    break;
                case 1:
                    EngineCall.Sync(s_tool, "x", text => text, static (writer, value) => writer.Write(value), source.Token);
                    break;
                case 2:
                    IEnumerable<int> stream = EngineCall.Stream(s_stream, static () => Enumerable.Range(0, 3).Select(i => i));
                    foreach (int item in stream)
                    {
                        if (item == 1)
                        {
                            break;
                        }
                    }

                    Assert.Equal(3, stream.Count());
                    break;
                case 3:
                    using (ActiveRun inner = RunContext.Begin("inner"))
                    {
                        EngineCall.Sync(s_tool, "y", text => text, write: null);
                    }

                    break;
                case 4:
                    await EngineCall.Async(s_limited, "x", text => EngineCall.Async(s_tool, text, Task.FromResult), source.Token);
                    break;
                default:
                    ModelCall.Make(ModelCall.Chat, _ => started());
                    break;
            }
        }
        catch (PolicyViolationException)
        {
            refused();
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException or Xunit.Sdk.TrueException)
        {
            // A cancelled wait, a failure of the body, a call of a model that a policy skips.
        }
    }
}
