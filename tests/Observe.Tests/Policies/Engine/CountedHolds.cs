namespace Observe.Tests.Policies.Engine;

/// <summary>Holds that count how many were taken, given back, and given back more than once.</summary>
internal sealed class CountedHolds
{
    private int _taken;
    private int _released;
    private int _twice;

    public int Taken => Volatile.Read(ref _taken);

    public int Open => Volatile.Read(ref _taken) - Volatile.Read(ref _released);

    public int Twice => Volatile.Read(ref _twice);

    public IPolicyHold Take()
    {
        Interlocked.Increment(ref _taken);
        return new Hold(this);
    }

    /// <summary>A policy that holds something and lets everything go on.</summary>
    public AnswerPolicy Policy(PolicyPoints points, string name = "slot") => new(name, points, context =>
    {
        context.Hold(Take());
        return PolicyResult.Allow;
    });

    public void AssertAllReleased(int taken)
    {
        Assert.Equal((taken, 0, 0), (Taken, Open, Twice));
    }

    private sealed class Hold(CountedHolds owner) : IPolicyHold
    {
        private int _released;

        public void Release()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                Interlocked.Increment(ref owner._released);
            }
            else
            {
                Interlocked.Increment(ref owner._twice);
            }
        }
    }
}
