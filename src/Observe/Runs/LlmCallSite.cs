using Observe.Policies;

namespace Observe.Runs;

/// <summary>Where a call of a language model happened.</summary>
/// <param name="Run">The run.</param>
/// <param name="ScopeId">The scope that the call is.</param>
/// <param name="Meter">What counts it.</param>
/// <param name="Conversation">What its messages say.</param>
/// <param name="FirstChunk">Time to the first chunk, in ticks of the clock; less than zero for no stream.</param>
internal readonly record struct LlmCallSite(RunContext Run, int ScopeId, Meter Meter, Conversation Conversation, long FirstChunk);
