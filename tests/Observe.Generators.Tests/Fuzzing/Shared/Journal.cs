#nullable enable
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Fuzz;

/// <summary>What happened while a scenario ran, line by line.</summary>
public static class Journal
{
    private static readonly object s_gate = new();
    private static readonly List<string> s_lines = [];
    private static TaskCompletionSource s_pending = new();

    public static AsyncLocal<string?> Local { get; } = new();

    /// <summary>Calls of bodies, as a side effect that is the same for all of them.</summary>
    public static int Calls { get; set; }

    /// <summary>What a body waits for that is not over when it returns.</summary>
    public static Task Pending => s_pending.Task;

    public static string Take()
    {
        lock (s_gate)
        {
            s_pending = new(TaskCreationOptions.RunContinuationsAsynchronously);
            string text = string.Join("\n", s_lines);
            s_lines.Clear();
            Calls = 0;
            return text;
        }
    }

    public static void Note(string line)
    {
        lock (s_gate)
        {
            s_lines.Add(line);
        }
    }

    public static void Add<T>(string name, T value) => Note(name + " = " + Shown(value));

    public static void Thrown(Exception exception)
    {
        Note($"{exception.GetType()}: {exception.Message} {Top(exception)}");
        if (exception.InnerException is { } inner)
        {
            Thrown(inner);
        }
    }

    /// <summary>Follows what a call returned to its end.</summary>
    public static async Task FollowAsync(object? returned)
    {
        if (returned is not Task task)
        {
            Add("returned", returned);
            return;
        }

        Note($"task is {task.Status} at return");
        s_pending.TrySetResult();
        try
        {
            await task;
            Note($"task is {task.Status}");
            object? result = task.GetType().GetProperty("Result")?.GetValue(task);
            Add("result", result?.GetType().Name == "VoidTaskResult" ? null : result);
        }
        catch (Exception exception)
        {
            Note($"task is {task.Status}");
            Thrown(exception);
        }

        Add("local after await", Local.Value);
    }

    public static object? Read<T>(IEnumerable<T>? sequence, int count)
    {
        Add("sequence", sequence is null);
        for (int round = 0; sequence is not null && round < 2; round++)
        {
            try
            {
                int left = count;
                foreach (T item in sequence)
                {
                    Add("item", item);
                    Add("local at item", Local.Value);
                    if (--left == 0)
                    {
                        break;
                    }
                }

                Note("read");
            }
            catch (Exception exception)
            {
                Thrown(exception);
            }
        }

        return null;
    }

    public static async Task ReadAsync<T>(IAsyncEnumerable<T>? stream, int count)
    {
        Add("stream", stream is null);
        for (int round = 0; stream is not null && round < 2; round++)
        {
            try
            {
                int left = count;
                await foreach (T item in stream)
                {
                    Add("item", item);
                    Add("local at item", Local.Value);
                    if (--left == 0)
                    {
                        break;
                    }
                }

                Note("read");
            }
            catch (Exception exception)
            {
                Thrown(exception);
            }
        }
    }

    public static T Unwrap<T>(Observe.Decision<T> decision) => decision.Chosen;

    public static T Unwrap<T>(Observe.LlmResult<T> result) => result.Value;

    // The same steps as by hand: what completed is handed out at once.
    public static Task<T> Unwrap<T>(Task<Observe.Decision<T>> task) =>
        task.IsCompletedSuccessfully ? Task.FromResult(task.Result.Chosen) : Late(task, static decision => decision.Chosen);

    public static Task<T> Unwrap<T>(Task<Observe.LlmResult<T>> task) =>
        task.IsCompletedSuccessfully ? Task.FromResult(task.Result.Value) : Late(task, static result => result.Value);

    public static ValueTask<T> Unwrap<T>(ValueTask<Observe.Decision<T>> task) => new(Unwrap(task.AsTask()));

    public static ValueTask<T> Unwrap<T>(ValueTask<Observe.LlmResult<T>> task) => new(Unwrap(task.AsTask()));

    private static async Task<T> Late<TWrapped, T>(Task<TWrapped> task, Func<TWrapped, T> value) => value(await task);

    private static string Top(Exception exception)
    {
        // An exception that nobody threw has its first frame where it is awaited, and we are one who does.
        foreach (string line in (exception.StackTrace ?? "").Split('\n'))
        {
            if (!line.Contains(" Observe.CompilerServices.", StringComparison.Ordinal) && !line.Contains(" Fuzz.Journal.Late", StringComparison.Ordinal)
                && !line.StartsWith("---", StringComparison.Ordinal))
            {
                return line.Trim();
            }
        }

        return "nowhere";
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        string text => "\"" + text + "\"",
        bool or char => value.ToString()!,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        ITuple tuple => Shown(Elements(tuple)),
        ICollection items => Shown((IEnumerable)items),
        Exception exception => exception.GetType().Name + " " + exception.Message,
        Data data => $"{data.GetType().Name} {data.Id} {data.Name}",
        _ => value.GetType().Name,
    };

    private static string Shown(IEnumerable items)
    {
        StringBuilder text = new("[");
        try
        {
            foreach (object? item in items)
            {
                text.Append(Shown(item)).Append(';');
            }
        }
        catch (InvalidOperationException) // an immutable array that was never made
        {
            text.Append("default");
        }

        return text.Append(']').ToString();
    }

    private static IEnumerable<object?> Elements(ITuple tuple)
    {
        for (int i = 0; i < tuple.Length; i++)
        {
            yield return tuple[i];
        }
    }
}
