using System.ComponentModel;
using Observe.Runs;

namespace Observe.CompilerServices;

/// <summary>
/// Describes a method that calls a language model. A class of its own, so that programs without such methods need not carry what
/// prices their calls.
/// </summary>
/// <param name="name">Name of the call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LlmDescriptor(string name) : ScopeDescriptor(ScopeKind.LlmCall, name)
{
    internal override LlmReport? NewReport() => new LlmCallReport(this);
}
