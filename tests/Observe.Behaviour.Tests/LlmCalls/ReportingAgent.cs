using System.Runtime.CompilerServices;

namespace Observe.Behaviour.Tests.LlmCalls;

/// <summary>Calls of language models that say in other ways than by their results what they used.</summary>
public partial class ReportingAgent
{
    /// <summary>What each piece of a stream waits for, by its number.</summary>
    public Func<int, Task> BeforePiece { get; set; } = _ => Task.CompletedTask;

    [LlmCall(Model = "asked")]
    public partial Task<string> OuterAsync(string prompt, Func<Task> inside);

    private async Task<string> OuterCoreAsync(string prompt, Func<Task> inside)
    {
        await inside();
        return prompt;
    }

    [LlmCall(Model = "inner")]
    public partial Task InnerAsync(LlmCall said);

    private async Task InnerCoreAsync(LlmCall said)
    {
        await Task.Yield();
        RunContext.Current?.ReportLlmCall(said);
    }

    [Step]
    public partial Task PostAsync(Func<Task> inside);

    private async Task PostCoreAsync(Func<Task> inside)
    {
        await Task.Yield();
        await inside();
    }

    [Step]
    public partial IAsyncEnumerable<int> PiecesAsync(LlmCall said);

    private async IAsyncEnumerable<int> PiecesCoreAsync(LlmCall said)
    {
        for (int i = 0; i < 2; i++)
        {
            await Task.Yield();
            yield return i;
        }

        RunContext.Current?.ReportLlmCall(said);
    }

    [Step(Leaf = true)]
    public partial void Say(LlmCall said);

    private void SayCore(LlmCall said) => RunContext.Current?.ReportLlmCall(said);

    [Observe("child")]
    public partial Task ChildAsync(LlmCall said);

    private async Task ChildCoreAsync(LlmCall said)
    {
        await Task.Yield();
        RunContext.Current?.ReportLlmCall(said);
    }

    [LlmCall(Model = "streamed")]
    public partial IAsyncEnumerable<string> StreamAsync(string prompt, CancellationToken ct = default);

    private async IAsyncEnumerable<string> StreamCoreAsync(string prompt, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (int i = 0; i < 3; i++)
        {
            await BeforePiece(i);
            ct.ThrowIfCancellationRequested();
            RunContext.Current?.ReportLlmCall(new LlmCall("") { Usage = TokenUsage.OpenAI(10, i + 1), CostUsd = i + 1 });
            yield return $"{prompt}{i} ";
        }
    }
}
