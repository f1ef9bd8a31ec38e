using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Cases.Admissions;

/// <summary>Answers as the current test wants.</summary>
public sealed class Gatekeeper : IPolicy
{
    private static readonly AsyncLocal<Func<PolicyContext, CancellationToken, ValueTask<PolicyResult>>?> s_answer = new();

    public static Func<PolicyContext, CancellationToken, ValueTask<PolicyResult>>? Answer
    {
        get => s_answer.Value;
        set => s_answer.Value = value;
    }

    public string Name => "gatekeeper";

    public string Category => "test";

    public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeScope;

    public PolicyResult Evaluate(PolicyContext context) => EvaluateAsync(context, default).AsTask().GetAwaiter().GetResult();

    public ValueTask<PolicyResult> EvaluateAsync(PolicyContext context, CancellationToken cancellationToken) =>
        Answer?.Invoke(context, cancellationToken) ?? new(PolicyResult.Allow);
}

public enum Colour
{
    Red,
    Blue,
}

public partial class Gates
{
    public List<string> Log { get; } = [];

    [Observe, Policy(typeof(Gatekeeper))]
    public partial Task<string> RunAsync(string text, CancellationToken cancellationToken = default);

    private async Task<string> RunCoreAsync(string text, CancellationToken cancellationToken)
    {
        Log.Add(text);
        await Task.Yield();
        return text;
    }

    [Step, Policy(typeof(Gatekeeper))]
    public partial void Do(string text, [Sensitive] string secret, string? maybe = null);

    private void DoCore(string text, string secret, string? maybe) => Log.Add($"{text} {secret} {maybe}");

    [Step, Policy(typeof(Gatekeeper))]
    public partial int Add(int left, int right);

    private int AddCore(int left, int right)
    {
        Log.Add("add");
        return left + right;
    }

    [Step, Policy(typeof(Gatekeeper))]
    public partial string? Find(string key);

    private string? FindCore(string key)
    {
        Log.Add(key);
        return key;
    }

    [Step, Policy(typeof(Gatekeeper))]
    public partial IEnumerable<int> Count(int to);

    private IEnumerable<int> CountCore(int to)
    {
        for (int i = 0; i < to; i++)
        {
            Log.Add("count");
            yield return i;
        }
    }

    [ToolCall(Leaf = true), Policy(typeof(Gatekeeper))]
    public partial Task SendAsync(string text);

    private Task SendCoreAsync(string text)
    {
        Log.Add(text);
        return Task.CompletedTask;
    }

    [Retrieval, Policy(typeof(Gatekeeper))]
    public partial Task<IReadOnlyList<string>> SearchAsync(string query, int topK);

    private Task<IReadOnlyList<string>> SearchCoreAsync(string query, int topK)
    {
        Log.Add(query);
        return Task.FromResult<IReadOnlyList<string>>([query]);
    }

    [Step, Policy(typeof(Gatekeeper))]
    public partial ValueTask StoreAsync(string text, int times);

    private ValueTask StoreCoreAsync(string text, int times, RunContext run)
    {
        Log.Add(text);
        run.SetTag("stored", "yes");
        return default;
    }

    [Step, Policy(typeof(Gatekeeper))]
    public partial ValueTask<int?> CountAsync<T>(T value, CancellationToken stop)
        where T : class?;

    private async ValueTask<int?> CountCoreAsync<T>(T value, CancellationToken stop)
        where T : class?
    {
        Log.Add("count");
        await Task.Delay(1, stop);
        return value is null ? 0 : 1;
    }

    [Step, Policy(typeof(Gatekeeper))]
    public partial IAsyncEnumerable<string> StreamAsync(string text, CancellationToken cancellationToken = default);

    private async IAsyncEnumerable<string> StreamCoreAsync(string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string word in text.Split(' '))
        {
            Log.Add(word);
            await Task.Delay(1, cancellationToken);
            yield return word;
        }
    }

    [Decision, Policy(typeof(Gatekeeper))]
    public partial Task<Colour?> PickAsync(string text);

    private async Task<Decision<Colour?>> PickCoreAsync(string text)
    {
        Log.Add(text);
        await Task.Yield();
        return new Decision<Colour?>(Colour.Blue, reasoning: text);
    }

    [LlmCall, Policy(typeof(Gatekeeper))]
    public partial Task<string[]> AskAsync(string prompt);

    private async Task<LlmResult<string[]>> AskCoreAsync(string prompt)
    {
        Log.Add(prompt);
        await Task.Yield();
        return new LlmResult<string[]>([prompt], model: "m");
    }

    [Decision(Options = []), Policy(typeof(Gatekeeper))]
    public partial IList<Colour> Pick(string text);

    private Decision<IList<Colour>> PickCore(string text)
    {
        Log.Add(text);
        return new Decision<IList<Colour>>([Colour.Red], confidence: 1);
    }

    // Parameters that no asynchronous method can keep: the policies are asked on the calling thread.
    [Step, Policy(typeof(Gatekeeper))]
    public partial Task<List<int>> ParseAsync(ReadOnlySpan<char> digits, string text);

    private Task<List<int>> ParseCoreAsync(ReadOnlySpan<char> digits, string text)
    {
        Log.Add(text);
        return Task.FromResult<List<int>>([digits.Length]);
    }

    [Step, Policy(typeof(Gatekeeper))]
    public partial ValueTask<string?> ReadAsync(in int number);

    private ValueTask<string?> ReadCoreAsync(in int number)
    {
        Log.Add("read");
        return new($"{number}");
    }

    [Step, Policy(typeof(Gatekeeper))]
    public partial bool TryFind(string key, out string? value);

    private bool TryFindCore(string key, out string? value)
    {
        Log.Add(key);
        value = key;
        return true;
    }

    [ToolCall, Retry(DelayMilliseconds = 0), Policy(typeof(Gatekeeper))]
    public partial Task<string> FetchAsync(string admission, RunContext? run);

    private async Task<string> FetchCoreAsync(string admission, RunContext? run)
    {
        Log.Add(admission);
        await Task.Yield();
        return Log.Count < 2 ? throw new InvalidOperationException("once more") : admission;
    }
}

public partial struct Counter
{
    private int _count;

    public readonly int Count => _count;

    [Step, Policy(typeof(Gatekeeper))]
    public partial Task AddAsync(int number);

    private Task AddCoreAsync(int number)
    {
        _count += number;
        return Task.CompletedTask;
    }
}

public readonly partial struct Fixed(int number)
{
    [Step, Policy(typeof(Gatekeeper))]
    public partial Task<int> GetAsync();

    private Task<int> GetCoreAsync() => Task.FromResult(number);
}
