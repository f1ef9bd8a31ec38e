namespace Observe;

/// <summary>When, in the life of a run, a policy was asked.</summary>
public enum PolicyPhase
{
    /// <summary>Before the run begins. Word in records: <c>pre_execution</c>.</summary>
    PreExecution,

    /// <summary>During the run: before a scope, or at a check by hand. Word in records: <c>mid_execution</c>.</summary>
    MidExecution,

    /// <summary>After the run or scope returned. Word in records: <c>post_execution</c>.</summary>
    PostExecution,

    /// <summary>After the run or scope failed or was cancelled. Word in records: <c>on_failure</c>.</summary>
    OnFailure,
}
