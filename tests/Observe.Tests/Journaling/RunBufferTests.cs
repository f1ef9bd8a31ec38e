using Observe.Journaling;

namespace Observe.Tests.Journaling;

public unsafe class RunBufferTests
{
    [Fact]
    public void Records_fill_a_segment_to_the_last_byte_and_go_on_in_the_next()
    {
        using SegmentPool pool = new(4096, 1024);
        RunBuffer buffer = new(pool);
        Reserve(buffer, 1000);
        Reserve(buffer, 24);
        Assert.Equal(1024, buffer.First!.Length);
        Assert.Null(buffer.First.Next);
        Reserve(buffer, 1);
        Assert.Equal(1, buffer.First.Next!.Length);
        buffer.Release();
        Assert.Null(buffer.First);
        Assert.Equal(0, pool.BytesInUse);
        buffer.Release();
        Assert.Equal(0, pool.BytesInUse);
    }

    [Fact]
    public void What_is_reserved_and_not_committed_is_not_part_of_the_run()
    {
        using SegmentPool pool = new(4096, 1024);
        RunBuffer buffer = new(pool);
        Assert.True(buffer.TryReserve(500) != null);
        Assert.Equal(0, buffer.First!.Length);
        buffer.Release();
    }

    [Fact]
    public void A_record_larger_than_any_finds_no_room()
    {
        using SegmentPool pool = new(4096, 1024);
        RunBuffer buffer = new(pool);
        Assert.True(buffer.TryReserve(-1) == null);
        Reserve(buffer, 100);
        Assert.True(buffer.TryReserve(-1) == null);
        Assert.True(buffer.TryReserve(int.MinValue) == null);
        Assert.True(buffer.TryReserve(int.MaxValue) == null);
        buffer.Release();
    }

    private static void Reserve(RunBuffer buffer, int size)
    {
        Assert.True(buffer.TryReserve(size) != null);
        buffer.Commit(size);
    }
}
