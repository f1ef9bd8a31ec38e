using BenchmarkDotNet.Attributes;
using Observe.Benchmarks.Twins;

namespace Observe.Benchmarks;

/// <summary>What does it cost to record a call of a language model by hand?</summary>
public class RecordedLlmCall
{
    private const int Calls = 100;

    private static readonly LlmCall s_usage = new("gpt-4o") { Usage = TokenUsage.OpenAI(2000, 500) };

    private static readonly LlmCall s_all = new("gpt-4o-2024-08-06")
    {
        Usage = TokenUsage.OpenAI(2000, 500, cachedInputTokens: 1024, reasoningTokens: 100),
        Task = "summarise",
        PromptPreview = "Summarise the following ticket in one sentence.",
        ResponsePreview = "The customer asks for a refund of order 7.",
        Duration = TimeSpan.FromMilliseconds(900),
        TimeToFirstChunk = TimeSpan.FromMilliseconds(250),
        Provider = "openai",
        FinishReason = "stop",
    };

    private static readonly LlmCall s_priced = s_all with { CostUsd = 0.0075m };

    private RecordingTwin? _twin;

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls, Description = "step by hand")]
    public void Step() => _twin!.Observer.Run("run", run =>
    {
        for (int i = 0; i < Calls; i++)
        {
            run.RecordStep("step");
        }
    });

    [Benchmark(OperationsPerInvoke = Calls, Description = "model and tokens, cost estimated")]
    public void Usage() => Record(s_usage);

    [Benchmark(OperationsPerInvoke = Calls, Description = "all fields, cost estimated")]
    public void AllFields() => Record(s_all);

    [Benchmark(OperationsPerInvoke = Calls, Description = "all fields, cost given")]
    public void Priced() => Record(s_priced);

    [GlobalSetup]
    public void Start() => _twin = new RecordingTwin();

    [GlobalCleanup]
    public void Stop() => _twin!.Stop();

    private void Record(LlmCall call) => _twin!.Observer.Run("run", run =>
    {
        for (int i = 0; i < Calls; i++)
        {
            run.RecordLlmCall(call);
        }
    });
}
