using Observe.Runs;

namespace Observe;

/// <summary>
/// A question to a person that is open: recorded with its duration when it is disposed. Made by <see cref="RunContext.BeginHumanTurn"/>.
/// </summary>
public sealed class HumanTurn : IDisposable
{
    private readonly RunContext _run;
    private readonly int _scopeId;
    private readonly long _began;
    private HumanTurnFacts _facts;
    private int _disposed;

    internal HumanTurn(RunContext run, int scopeId, long began, HumanTurnFacts facts)
    {
        _run = run;
        _scopeId = scopeId;
        _began = began;
        _facts = facts;
    }

    /// <summary>Sets what the person answered. The last one wins; nothing is recorded without a call.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="by">Who answered. Default: not known.</param>
    public void SetResponse(string response, string? by = null) => _facts = _facts with { Response = response, By = by };

    /// <summary>Ends the turn and records it. Only the first call counts.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _run.EndHumanTurn(_scopeId, _began, _facts);
        }
    }
}
