using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Ledgerly.Assistant.Tools;

/// <summary>Something that the model may have done.</summary>
internal interface ITool
{
    string Name { get; }

    string Description { get; }

    Task<object?> InvokeAsync(JsonElement arguments, CancellationToken ct);
}

/// <summary>A tool whose arguments are read by a function.</summary>
internal sealed class Tool<TArguments>(string name, string description, Func<TArguments, CancellationToken, Task<object?>> body) : ITool
    where TArguments : notnull
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public string Name => name;

    public string Description => description;

    public Task<object?> InvokeAsync(JsonElement arguments, CancellationToken ct) =>
        body(arguments.Deserialize<TArguments>(s_options) ?? throw new ToolException($"{name} needs arguments."), ct);
}

/// <summary>What a tool could not do; the message is for the model.</summary>
internal sealed class ToolException(string message, Exception? inner = null) : Exception(message, inner);
