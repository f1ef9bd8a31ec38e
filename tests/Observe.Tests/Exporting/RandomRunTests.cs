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
        new(ScopeKind.Retrieval, "retrieval") { Source = "docs", Roles = new ScopeRoles { Query = "text" } },
        new(ScopeKind.Reasoning, "reasoning"),
        new(ScopeKind.Retry, "retry"),
        new(ScopeKind.LlmCall, "llm") { Model = "gpt-4o", Task = "answer" },
    ];

    // Names of secrets, secrets, and what is cut in half by the limits: trace and line must mask the same.
    private static readonly string[] s_secrets =
    [
        "password", "api_key", "hunter2-hunter2", "bob@example.com", "card 4111 1111 1111 1111.", "password=tr0ub4dor&3xyz", "\"secret\": \"abcdefgh12345678\"",
        new string('x', 690) + " bob@example.com and ana@example.com",
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
                switch (random.Next(depth > 6 ? 25 : 28))
                {
                    case 0: run.SetTag($"k{random.Next(3)}", Text()); break;
                    case 1: run.SetTag(Text(), Text()); break;
                    case 2: run.SetMetadata(Text(), CapturedValue.Map((Text(), random.NextDouble()), (Text(), CapturedValue.List(Text(), default)))); break;
                    case 3: run.SetResult(Text()); break;
                    case 4: run.SetResult(default); break;
                    case 5: run.RecordStep(Text(), random.Next(), TimeSpan.FromTicks(random.NextInt64(1_000_000))); break;
                    case 6: run.RecordToolCall(Text(), Text(), Text(), error: random.Next(2) == 0 ? Text() : null); break;
                    case 7: run.RecordDecision(Text(), Options(), Text(), Text(), (random.NextDouble() * 2) - 0.5, Documents(), Text()); break;
                    case 8: Parallel.For(0, 3, _ => run.RecordStep("parallel", Text())); break;
                    case 9: run.RecordLlmCall(Call()); break;
                    case 10: run.RecordLlmCall(new LlmCall(Text())); break;
                    case 11: run.RecordRetrieval(Text(), Documents(), Text(), default, Maybe<int>(random.Next()), Scores()); break;
                    case 12: run.RecordReasoning(Text(), Text(), Options(), Text()); break;
                    case 13: run.RecordScore(Text(), (random.NextDouble() * 1e9) - 1e8, Text()); break;
                    case 14: run.RecordScore(Text(), Text()); run.RecordScore(Text(), true); break;
                    case 15: run.RecordRetry(random.Next(5), Text(), Text(), Text(), Text(), Maybe<int>(random.Next(5))); break;
                    case 16: run.RecordPolicyCheck(Text(), (PolicyAction)random.Next(7), Text(), Text(), Time(), (PolicyPhase)random.Next(4), random.Next()); break;
                    case 17: run.RecordUserMessage(Text()); run.RecordAgentResponse(Text()); break;
                    case 18: run.RecordHumanInteraction(Text(), Text(), Text(), Text(), Time()); break;
                    case 19: Ask(run); break;
                    case 20: run.RecordRetrievalResult(new RetrievalResult(random.NextDouble(), Text(), Text(), DateTimeOffset.UnixEpoch + Time())); break;
                    case 21: run.RecordNetworkRequest(new NetworkRequest(Text(), Text(), Maybe<int>(200))); break;
                    case 22: run.RecordDataAccess(new DataAccess(Text(), Text(), Maybe<long>(random.NextInt64()))); break;
                    case 23: run.RecordDelegation(new Delegation(Text(), Text())); run.RecordChange((ChangeKind)random.Next(5), random.Next()); break;
                    case 24: observer.RecordScore(run.RunId, Text(), random.NextDouble(), Text()); break;
                    case 25: observer.Run("child", child => Do(child, depth + 1)); break;
                    default: CallScope(run, depth); break;
                }
            }
        }

        private void CallScope(RunContext run, int depth)
        {
            if (!ObservedCall.TryBeginScope(s_scopes[random.Next(s_scopes.Length)], out ObservedCall call))
            {
                return;
            }

            if (call.Arguments is { } arguments)
            {
                arguments.Property("text"u8);
                arguments.Write(Text());
            }

            call.Llm?.Message("user", Text());
            call.Enter();
            run.ReportLlmCall(Call());
            Do(run, depth + 1);
            call.Decide(new Decision<string>(Text(), Text(), random.NextDouble()), static (writer, value) => writer.Write(value));
            call.Exit();
        }

        private LlmCall Call() => new(random.Next(2) == 0 ? "gpt-4o" : Text())
        {
            Usage = new TokenUsage(Tokens(), Tokens(), Tokens(), Tokens(), Tokens(), Tokens()),
            CostUsd = random.Next(3) == 0 ? new decimal(random.NextDouble()) : null,
            Task = Text(),
            PromptPreview = Text(),
            ResponsePreview = Text(),
            Duration = Time(),
            TimeToFirstChunk = Maybe(Time()),
            Provider = random.Next(2) == 0 ? Text() : null,
            FinishReason = Text(),
            Messages = random.Next(2) == 0 ? [new LlmMessage("system", Text()), new LlmMessage("user", Text()), new LlmMessage(Text(), null)] : null,
            Error = random.Next(4) == 0 ? Text() : null,
        };

        private CapturedValue Documents() => random.Next(4) == 0
            ? default
            : CapturedValue.List([.. Enumerable.Range(0, random.Next(5)).Select(_ => CapturedValue.Map(("score", random.NextDouble()), ("text", Text())))]);

        private double[]? Scores() => random.Next(2) == 0 ? null : [random.NextDouble(), double.NaN, double.PositiveInfinity];

        private void Ask(RunContext run)
        {
            using HumanTurn turn = run.BeginHumanTurn(Text(), Text(), Text());
            if (random.Next(2) == 0)
            {
                turn.SetResponse(Text(), Text());
            }
        }

        private long? Tokens() => Maybe(random.NextInt64(-10, 1_000_000));

        private TimeSpan Time() => TimeSpan.FromTicks(random.NextInt64(1_000_000_000));

        private T? Maybe<T>(T value)
            where T : struct => random.Next(2) == 0 ? value : null;

        private string[] Options() => [.. Enumerable.Range(0, random.Next(80)).Select(_ => Text())];

        private string Text()
        {
            lock (random)
            {
                if (random.Next(6) == 0)
                {
                    return s_secrets[random.Next(s_secrets.Length)];
                }

                return new((char)random.Next(0x10000), random.Next(random.Next(8) == 0 ? 900 : 12));
            }
        }
    }
}
