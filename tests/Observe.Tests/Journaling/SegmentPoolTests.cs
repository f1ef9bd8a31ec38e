using Observe.Journaling;

namespace Observe.Tests.Journaling;

public class SegmentPoolTests
{
    [Fact]
    public void The_budget_is_spent_to_the_last_segment_and_not_beyond()
    {
        using SegmentPool pool = new(maxBytes: (3 * 1024) + 1023, segmentSize: 1024);
        Segment first = Rent(pool, 1);
        Segment second = Rent(pool, 1024);
        Segment third = Rent(pool, 512);
        Assert.Null(pool.TryRent(1));
        Assert.Equal(3 * 1024, pool.BytesInUse);
        pool.Return(first);
        Assert.Equal(2 * 1024, pool.BytesInUse);
        Assert.Same(first, Rent(pool, 1));
        pool.Return(first);
        pool.Return(second);
        pool.Return(third);
        Assert.Equal(0, pool.BytesInUse);
    }

    [Fact]
    public void A_segment_comes_back_empty()
    {
        using SegmentPool pool = new(4096, 1024);
        Segment segment = Rent(pool, 1);
        segment.Length = 1000;
        pool.Return(segment);
        Segment again = Rent(pool, 1);
        Assert.Same(segment, again);
        Assert.Equal(0, again.Length);
        Assert.Null(again.Next);
        pool.Return(again);
    }

    [Fact]
    public void A_record_larger_than_a_segment_gets_one_of_its_own_within_the_budget()
    {
        using SegmentPool pool = new(4096, 1024);
        Assert.Null(pool.TryRent(4097));
        Segment large = Rent(pool, 3000);
        Assert.Equal(3000, large.Capacity);
        Segment small = Rent(pool, 1);
        Assert.Null(pool.TryRent(1));
        pool.Return(large);
        pool.Return(small);
        Assert.Equal(4096, Rent(pool, 4096).Capacity);
    }

    [Fact]
    public void Segments_that_wait_for_reuse_do_not_take_the_room_of_a_large_record()
    {
        using SegmentPool pool = new(4096, 1024);
        Segment[] all = [Rent(pool, 1), Rent(pool, 1), Rent(pool, 1), Rent(pool, 1)];
        foreach (Segment segment in all)
        {
            pool.Return(segment);
        }

        Segment large = Rent(pool, 2500);
        Assert.Equal(2500, large.Capacity);
        Assert.NotNull(pool.TryRent(1));
        Assert.Null(pool.TryRent(1));
    }

    [Fact]
    public void A_pool_that_is_disposed_while_in_use_takes_its_segments_back()
    {
        SegmentPool pool = new(4096, 1024);
        Segment used = Rent(pool, 1);
        Segment large = Rent(pool, 2000);
        used.Next = large;
        pool.Dispose();
        Assert.Null(pool.TryRent(1));
        pool.Return(used);
        Assert.Equal(0, pool.BytesInUse);
        Assert.Null(pool.TryRent(1));
        pool.Dispose();
    }

    [Fact]
    public async Task Threads_that_rent_and_return_at_once_leave_the_budget_whole()
    {
        using SegmentPool pool = new(64 * 1024, 1024);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(seed => Task.Run(() =>
        {
            Random random = new(seed);
            for (int i = 0; i < 20_000; i++)
            {
                if (pool.TryRent(random.Next(1, 4000)) is { } segment)
                {
                    Assert.True(segment.Length == 0 && pool.BytesInUse <= 64 * 1024);
                    segment.Length = segment.Capacity;
                    pool.Return(segment);
                }
            }
        })));
        Assert.Equal(0, pool.BytesInUse);
        Assert.NotNull(pool.TryRent(64 * 1024));
    }

    private static Segment Rent(SegmentPool pool, int size) => Assert.IsType<Segment>(pool.TryRent(size));
}
