using Observe.Exporting;

namespace Observe.Tests.Exporting;

public class PollPaceTests
{
    [Fact]
    public void A_poll_that_finds_many_runs_is_followed_by_the_next_at_once()
    {
        PollPace pace = new(TimeSpan.FromMilliseconds(50));
        pace.Found(10_000);
        Assert.Equal(TimeSpan.FromMilliseconds(1), pace.Pause);
    }

    [Fact]
    public void The_pause_settles_where_a_poll_finds_a_few_dozen_runs()
    {
        PollPace pace = new(TimeSpan.FromMilliseconds(50));
        for (int i = 0; i < 20; i++)
        {
            pace.Found((int)(pace.Pause.TotalMilliseconds * 4)); // four runs a millisecond
        }

        Assert.InRange(pace.Pause.TotalMilliseconds, 6, 10);
    }

    [Fact]
    public void Without_runs_the_pause_doubles_up_to_the_configured_one()
    {
        PollPace pace = new(TimeSpan.FromMilliseconds(50));
        pace.Found(10_000);
        List<double> pauses = [];
        for (int i = 0; i < 7; i++)
        {
            pace.Found(0);
            pauses.Add(pace.Pause.TotalMilliseconds);
        }

        Assert.Equal([2, 4, 8, 16, 32, 50, 50], pauses);
    }
}
