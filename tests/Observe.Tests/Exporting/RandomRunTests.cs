using Observe.CompilerServices;

namespace Observe.Tests.Exporting;

public class RandomRunTests
{
    private static readonly ScopeDescriptor[] s_scopes =
    [
        new(ScopeKind.Step, "step"),
        new(ScopeKind.ToolCall, "tool") { ToolType = ToolTypes.Api },
        new(ScopeKind.Decision, "decision") { Options = ["a", "b"] },
        new(ScopeKind.Step, "leaf") { Leaf = true },
    ];

    [Theory]
    [InlineData(1024)]
    [InlineData(3 * 1024)]
    [InlineData(20 * 1024)]
    [InlineData(64 * 1024 * 1024)]
    public async Task Whatever_a_run_does_and_loses_it_can_be_read_and_written(int buffer)
    {
        using TemporaryDirectory directory = new();
        TestObserver test = new(options =>
        {
            options.MaxBufferBytes = buffer;
            options.SegmentBytes = 1024;
            options.Capture.MaxBytes = 700;
            options.Exporters.Add(new JsonLinesFileExporter(directory.Path));
        });
        for (int seed = 0; seed < 250; seed++)
        {
            Random random = new(seed);
            Body body = new(test.Observer, random);
            if (random.Next(3) == 0)
            {
                Assert.Throws<FormatException>(() => test.Observer.Run("throws", run =>
                {
                    body.Do(run, 0);
                    throw new FormatException();
                }));
            }
            else
            {
                test.Observer.Run("agent", run => body.Do(run, 0));
            }

            await test.RunsAsync();
        }

        await test.DisposeAsync();
        Assert.Equal(0, test.Observer.Status.DroppedByExporter);
        Assert.Equal(buffer < 64 * 1024, test.Observer.Status.DroppedBufferFull > 0);
        string[] lines = directory.Lines;
        Assert.Equal(test.Memory.Runs.Count, lines.Length);
        Assert.All(test.Memory.Runs.Zip(lines), pair => LineAssert.Equal(pair.First, pair.Second));
        Assert.All(test.Memory.Runs, run => Assert.All(run.Scopes, scope => Assert.InRange(scope.ParentId, 0, scope.Id - 1)));
    }

    private sealed class Body(Observer observer, Random random)
    {
        public void Do(RunContext run, int depth)
        {
            for (int i = random.Next(10); i > 0; i--)
            {
                switch (random.Next(depth > 6 ? 9 : 12))
                {
                    case 0: run.SetTag($"k{random.Next(3)}", Text()); break;
                    case 1: run.SetTag(Text(), Text()); break;
                    case 2: run.SetMetadata(Text(), CapturedValue.Map((Text(), random.NextDouble()), (Text(), CapturedValue.List(Text(), default)))); break;
                    case 3: run.SetResult(Text()); break;
                    case 4: run.SetResult(default); break;
                    case 5: run.RecordStep(Text(), random.Next(), TimeSpan.FromTicks(random.NextInt64(1_000_000))); break;
                    case 6: run.RecordToolCall(Text(), Text(), Text(), error: random.Next(2) == 0 ? Text() : null); break;
                    case 7: run.RecordDecision(Text(), Options(), Text(), Text(), (random.NextDouble() * 2) - 0.5); break;
                    case 8: Parallel.For(0, 3, _ => run.RecordStep("parallel", Text())); break;
                    case 9: observer.Run("child", child => Do(child, depth + 1)); break;
                    default: CallScope(run, depth); break;
                }
            }
        }

        private void CallScope(RunContext run, int depth)
        {
            if (!ObservedCall.TryBeginScope(s_scopes[random.Next(4)], out ObservedCall call))
            {
                return;
            }

            if (call.Arguments is { } arguments)
            {
                arguments.Property("text"u8);
                arguments.Write(Text());
            }

            call.Enter();
            Do(run, depth + 1);
            call.Decide(new Decision<string>(Text(), Text(), random.NextDouble()), static (writer, value) => writer.Write(value));
            call.Exit();
        }

        private string[] Options() => [.. Enumerable.Range(0, random.Next(80)).Select(_ => Text())];

        private string Text()
        {
            lock (random)
            {
                return new((char)random.Next(0x10000), random.Next(random.Next(8) == 0 ? 900 : 12));
            }
        }
    }
}
