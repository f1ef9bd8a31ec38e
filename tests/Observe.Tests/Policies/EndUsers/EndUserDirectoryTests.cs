namespace Observe.Tests.Policies.EndUsers;

public class EndUserDirectoryTests
{
    [Fact]
    public void It_finds_who_was_set_until_they_are_removed()
    {
        EndUserDirectory directory = new(new EndUser("ann"), new EndUser("bob") { Suspended = true });

        directory.Set(new EndUser("ann") { MonthlyBudgetCents = 500 });

        Assert.Equal(500, directory.Find("ann")?.MonthlyBudgetCents);
        Assert.True(directory.Find("bob")?.Suspended);
        Assert.Null(directory.Find("Ann"));
        Assert.Equal(2, directory.Count);
        Assert.True(directory.Remove("bob"));
        Assert.False(directory.Remove("bob"));
        Assert.Null(directory.Find("bob"));
    }

    [Fact]
    public void A_blank_id_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => new EndUserDirectory(new EndUser(" ")));
    }

    [Fact]
    public void Many_threads_may_use_it()
    {
        EndUserDirectory directory = new();

        Parallel.For(0, 1000, i =>
        {
            directory.Set(new EndUser($"user-{i % 10}") { RequestsPerMinute = i });
            Assert.NotNull(directory.Find($"user-{i % 10}"));
        });

        Assert.Equal(10, directory.Count);
    }
}
