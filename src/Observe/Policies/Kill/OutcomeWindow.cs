namespace Observe.Policies.Kill;

/// <summary>Outcomes of the last minutes, in sixty stretches of time; the window moves on by one of them. Not safe for several threads.</summary>
internal sealed class OutcomeWindow(TimeSpan length)
{
    private const int Stretches = 60;

    private readonly long _ticksEach = length.Ticks / Stretches;
    private readonly int[] _errors = new int[Stretches];
    private readonly int[] _all = new int[Stretches];
    private long _newest = -1;

    public int Errors { get; private set; }

    public int All { get; private set; }

    public void Add(DateTimeOffset now, bool isError)
    {
        long stretch = now.UtcTicks / _ticksEach;
        MoveTo(stretch);
        int at = (int)(Math.Max(stretch, _newest) % Stretches);
        _all[at]++;
        All++;
        if (isError)
        {
            _errors[at]++;
            Errors++;
        }
    }

    public void Clear()
    {
        Array.Clear(_errors);
        Array.Clear(_all);
        Errors = 0;
        All = 0;
    }

    private void MoveTo(long stretch)
    {
        if (stretch - _newest >= Stretches)
        {
            Clear();
            _newest = stretch;
        }

        while (_newest < stretch)
        {
            _newest++;
            int at = (int)(_newest % Stretches);
            Errors -= _errors[at];
            All -= _all[at];
            _errors[at] = 0;
            _all[at] = 0;
        }
    }
}
