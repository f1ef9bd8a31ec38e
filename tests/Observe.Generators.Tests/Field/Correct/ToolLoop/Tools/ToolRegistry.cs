using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ledgerly.Assistant.Tools;

/// <summary>The tools by name, and how the model is told about them.</summary>
internal sealed class ToolRegistry
{
    private readonly Dictionary<string, ITool> _tools;

    public ToolRegistry(IEnumerable<ITool> tools) =>
        _tools = tools.ToDictionary(static tool => tool.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _tools.Keys;

    public IEnumerable<AITool> Declarations => _tools.Values.Select(static tool => new Declaration(tool));

    public bool TryFind(string name, [NotNullWhen(true)] out ITool? tool) => _tools.TryGetValue(name, out tool);

    private sealed class Declaration(ITool tool) : AIFunction
    {
        public override string Name => tool.Name;

        public override string Description => tool.Description;

        protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
            await tool.InvokeAsync(JsonSerializer.SerializeToElement<IDictionary<string, object?>>(arguments), cancellationToken);
    }
}
