using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Cases.Opaque;

public sealed class BillingService
{
    public string Url => throw new InvalidOperationException("must not be read");
}

public sealed record TraceContext(string Id);

public sealed class Connection : IDisposable
{
    public string State => throw new InvalidOperationException("must not be read");

    public void Dispose()
    {
    }
}

public interface IChat
{
    string Model { get; }

    Task<string> AskAsync(string question);
}

public sealed class Empty
{
    public int Field;
}

public sealed class Pending
{
    public int Value => throw new InvalidOperationException("must not be read");

    public TaskAwaiter<int> GetAwaiter() => Task.FromResult(1).GetAwaiter();
}

public sealed class ToolException(string tool) : Exception
{
    public string Tool { get; } = tool;
}

public sealed record Holder(Stream Stream, Func<int> Callback, Task<int> Running, Lazy<int> Lazy, IEnumerable<int> Sequence, IChat Chat);

public partial class Opaque
{
    [Step]
    public partial Holder Pass(
        Action action, Func<int> func, Stream stream, CancellationToken token, Task task, ValueTask<int> valueTask, Lazy<int> lazy, IQueryable<int> query,
        IAsyncEnumerable<int> stream2, IEnumerator<int> enumerator, IEnumerable untyped, ArrayList list, BillingService service, TraceContext context,
        Connection connection, List<Connection> connections, IChat chat, Empty empty, Pending pending, ToolException error, Exception exception, Type type, IServiceProvider services,
        IProgress<int> progress, Memory<int> memory, IComparable comparable, Enum anyEnum, RunContext? run);

    private static Holder PassCore(
        Action action, Func<int> func, Stream stream, CancellationToken token, Task task, ValueTask<int> valueTask, Lazy<int> lazy, IQueryable<int> query,
        IAsyncEnumerable<int> stream2, IEnumerator<int> enumerator, IEnumerable untyped, ArrayList list, BillingService service, TraceContext context,
        Connection connection, List<Connection> connections, IChat chat, Empty empty, Pending pending, ToolException error, Exception exception, Type type, IServiceProvider services,
        IProgress<int> progress, Memory<int> memory, IComparable comparable, Enum anyEnum, RunContext? run) =>
        new(stream, func, Task.FromResult(1), lazy, [1], chat);

    [Step]
    public partial void Spans(Span<int> numbers, ReadOnlySpan<char> text);

    private static void SpansCore(Span<int> numbers, ReadOnlySpan<char> text) => numbers.Clear();
}
