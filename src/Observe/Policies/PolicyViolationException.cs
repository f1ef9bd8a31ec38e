using Observe.Recording;

namespace Observe;

/// <summary>A policy blocked or throttled a run or scope; its body was not called.</summary>
public sealed class PolicyViolationException : ObserveException
{
    private readonly RunRecorder? _recorder;
    private readonly int _scopeId;

    /// <summary>Makes the exception for an answer.</summary>
    /// <param name="result">The answer that blocks.</param>
    /// <param name="scope">Name of the run or scope that was not run. Default: not named.</param>
    public PolicyViolationException(PolicyResult result, string scope = "")
        : base(MessageOf(result, scope))
    {
        Result = result;
        Scope = scope;
    }

    internal PolicyViolationException(PolicyResult result, string scope, RunRecorder recorder, int scopeId)
        : this(result, scope)
    {
        _recorder = recorder;
        _scopeId = scopeId;
    }

    /// <summary>The answer: action, reason, metadata, when to come back.</summary>
    public PolicyResult Result { get; }

    /// <summary>Name of the run or scope that was not run.</summary>
    public string Scope { get; }

    /// <summary>Whether this very run or scope was stopped before its body: those around it have failed, not been blocked.</summary>
    internal bool Stopped(RunRecorder recorder, int scopeId) => ReferenceEquals(_recorder, recorder) && _scopeId == scopeId;

    private static string MessageOf(PolicyResult result, string scope)
    {
        ArgumentNullException.ThrowIfNull(result);
        string what = scope.Length == 0 ? "The call" : $"\"{scope}\"";
        string done = result.Action == PolicyAction.Throttle ? "throttled" : "blocked";
        string by = result.PolicyName.Length == 0 ? "" : $" by policy \"{result.PolicyName}\"";
        string why = result.Reason.Length == 0 ? "." : $": {result.Reason}";
        return $"{what} was {done}{by}{why}";
    }
}
