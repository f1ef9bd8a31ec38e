using System.Text.Encodings.Web;
using System.Text.Json;

namespace Observe.Behaviour.Tests.CaseRuns;

/// <summary>
/// Makes the same calls where nobody listens, outside a run and inside one. What the calls assert holds everywhere: nobody who calls
/// notices a difference.
/// </summary>
internal static class Everywhere
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The run that the calls were recorded in; outside of it they record nothing.</summary>
    public static async Task<RunTrace> CallAsync(Func<Task> calls)
    {
        await calls();
        await using Recording recording = Recording.Start();
        await calls();
        Assert.Empty(await recording.RunsAsync());
        await recording.Observer.RunAsync("test", _ => calls());
        RunTrace run = await recording.RunAsync();
        Assert.Equal((Outcome.Ok, 0), (run.Outcome, run.DroppedRecords));
        return run;
    }

    /// <inheritdoc cref="CallAsync(Func{Task})"/>
    public static Task<RunTrace> CallAsync(Action calls) => CallAsync(() =>
    {
        calls();
        return Task.CompletedTask;
    });

    /// <summary>The only run that the calls themselves made.</summary>
    public static async Task<RunTrace> RunAsync(Func<Task> calls)
    {
        await calls();
        await using Recording recording = Recording.Start();
        await calls();
        return await recording.RunAsync();
    }

    /// <inheritdoc cref="RunAsync(Func{Task})"/>
    public static Task<RunTrace> RunAsync(Action calls) => RunAsync(() =>
    {
        calls();
        return Task.CompletedTask;
    });

    /// <summary>The runs that the calls made inside another run: first those, last the other one.</summary>
    public static async Task<IReadOnlyList<RunTrace>> RunInsideAsync(Func<Task> calls, RunOptions? options = null)
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", _ => calls(), options);
        return await recording.RunsAsync();
    }

    /// <summary>Everything a run says, as one text to search.</summary>
    public static string Text(this RunTrace run) => JsonSerializer.Serialize(run, s_readable);

    /// <summary>Kind, name, arguments and result of each scope, in the order in which they began.</summary>
    public static IEnumerable<(ScopeKind Kind, string Name, string? Arguments, string? Result)> Calls(this RunTrace run) =>
        run.Scopes.Select(scope => (scope.Kind, scope.Name, scope.Arguments, scope.Result));

    /// <summary>The outline with line ends that do not depend on the machine.</summary>
    public static string Tree(this RunTrace run) => run.Outline().ReplaceLineEndings("\n");
}
