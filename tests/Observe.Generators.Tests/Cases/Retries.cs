using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Cases.Retries;

public enum Route
{
    Billing,
    Technical,
}

public partial class Flaky
{
    private int _calls;

    public int Calls => _calls;

    public int FailuresLeft { get; set; }

    [Retry(DelayMilliseconds = 0)]
    public partial int Add(int left, int right);

    private int AddCore(int left, int right) => Attempt(left + right);

    [Retry(2, Name = "note_it", DelayMilliseconds = 0)]
    public partial void Note(string text);

    private void NoteCore(string text, RunContext? run) => Attempt(text.Length + (run is null ? 0 : 1));

    [ToolCall("send"), Retry(DelayMilliseconds = 1, MaxDelayMilliseconds = 2)]
    public partial Task SendAsync(string to, CancellationToken cancellationToken);

    private async Task SendCoreAsync(string to, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        Attempt(to);
    }

    [Retry(DelayMilliseconds = 0, On = [typeof(IOException), typeof(TimeoutException)])]
    [Retrieval]
    public partial Task<string[]> SearchAsync(string query);

    private async Task<string[]> SearchCoreAsync(string query)
    {
        await Task.Yield();
        return Attempt<string[]>([query]);
    }

    [Retry(DelayMilliseconds = 0, FallbackTo = nameof(LoadFromCacheAsync), BreakAfter = 2, BreakSeconds = 0.5)]
    public partial ValueTask<string> LoadAsync(string key);

    private ValueTask<string> LoadCoreAsync(string key) => new(Attempt(key));

    [Step]
    public partial ValueTask<string> LoadFromCacheAsync(string key);

    private static ValueTask<string> LoadFromCacheCoreAsync(string key) => new("cached " + key);

    [Decision, Retry(DelayMilliseconds = 0, FallbackTo = nameof(RouteByDefault))]
    public partial Route RouteIt(string text);

    private Decision<Route> RouteItCore(string text) =>
        new(Attempt(text.Length > 3 ? Route.Billing : Route.Technical), reasoning: "by length", confidence: 0.5);

    private static Route RouteByDefault(string text) => Route.Technical;

    [Decision, Retry(DelayMilliseconds = 0)]
    public partial Task<bool> IsUrgentAsync(string text);

    private async Task<Decision<bool>> IsUrgentCoreAsync(string text)
    {
        await Task.Yield();
        return new Decision<bool>(Attempt(text.EndsWith('!')));
    }

    [LlmCall, Retry(DelayMilliseconds = 0, FallbackTo = nameof(AskSmallModelAsync))]
    public partial Task<string> AskAsync(string prompt);

    private async Task<LlmResult<string>> AskCoreAsync(string prompt)
    {
        await Task.Yield();
        return new LlmResult<string>(Attempt("re: " + prompt), model: "large");
    }

    private static Task<string> AskSmallModelAsync(string prompt) => Task.FromResult("small: " + prompt);

    [Step(Leaf = true), Retry(DelayMilliseconds = 0, FallbackTo = nameof(TryParseNothing))]
    public partial bool TryParse(string text, out int number, ref int tries);

    private bool TryParseCore(string text, out int number, ref int tries)
    {
        tries++;
        return int.TryParse(Attempt(text), out number);
    }

    private static bool TryParseNothing(string text, out int number, ref int tries)
    {
        number = -1;
        return false;
    }

    [Retry(DelayMilliseconds = 0)]
    public partial Task<List<T>> RepeatAsync<T>(T value, int times, params T[] more)
        where T : notnull;

    private async Task<List<T>> RepeatCoreAsync<T>(T value, int times, T[] more, RunContext run)
        where T : notnull
    {
        await Task.Yield();
        run.SetTag("times", "x");
        return Attempt<List<T>>([value, .. more]);
    }

    [Retry(DelayMilliseconds = 0)]
    public static partial ReadOnlySpan<char> Trim(ReadOnlySpan<char> text);

    private static ReadOnlySpan<char> TrimCore(ReadOnlySpan<char> text) => text.Trim();

    [Retry(DelayMilliseconds = 0)]
    public partial dynamic Anything(dynamic value);

    private dynamic AnythingCore(dynamic value) => Attempt((object)value);

    [Retry(1)]
    public partial Task<int> OnceAsync();

    private Task<int> OnceCoreAsync() => Task.FromResult(Attempt(1));

    private T Attempt<T>(T result)
    {
        int call = Interlocked.Increment(ref _calls);
        return FailuresLeft-- > 0 ? throw new IOException($"attempt {call}") : result;
    }
}
