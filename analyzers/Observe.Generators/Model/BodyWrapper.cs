namespace Observe.Generators.Model;

/// <summary>What the body may wrap its result in, to say more about it than the declaration promises.</summary>
internal enum BodyWrapper
{
    None,

    /// <summary><c>Decision&lt;T&gt;</c> where the declaration returns <c>T</c>.</summary>
    Decision,

    /// <summary><c>LlmResult&lt;T&gt;</c> where the declaration returns <c>T</c>.</summary>
    LlmResult,
}
