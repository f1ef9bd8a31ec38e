namespace Observe.Runs;

/// <summary>
/// Counts failed calls in a row over all callers of a method. Once there are too many, nothing is attempted for a while; then one call
/// at a time is let through to try, and its success closes the circuit.
/// </summary>
internal sealed class CircuitBreaker
{
    private readonly object _gate = new();
    private int _failures;
    private long _openUntil;
    private bool _isOpen;

    /// <summary>Whether a call may be attempted now.</summary>
    public bool Allows(int breakAfter, TimeSpan breakFor, TimeProvider clock)
    {
        if (breakAfter <= 0)
        {
            return true;
        }

        lock (_gate)
        {
            if (!_isOpen)
            {
                return true;
            }

            long now = clock.GetTimestamp();
            if (now < _openUntil)
            {
                return false;
            }

            // This call tries; until it has an answer, or for as long as an open circuit lasts, it is the only one.
            _openUntil = now + RunTicks(breakFor, clock);
            return true;
        }
    }

    public void Succeeded()
    {
        lock (_gate)
        {
            _failures = 0;
            _isOpen = false;
        }
    }

    /// <summary>Notes a call whose last attempt failed.</summary>
    /// <returns>True when that opened the circuit.</returns>
    public bool Failed(int breakAfter, TimeSpan breakFor, TimeProvider clock)
    {
        if (breakAfter <= 0)
        {
            return false;
        }

        lock (_gate)
        {
            _failures++;
            if (!_isOpen && _failures < breakAfter)
            {
                return false;
            }

            _isOpen = true;
            _openUntil = clock.GetTimestamp() + RunTicks(breakFor, clock);
            return true;
        }
    }

    private static long RunTicks(TimeSpan time, TimeProvider clock) => Recording.RunClock.ToTimestamps(time, clock);
}
