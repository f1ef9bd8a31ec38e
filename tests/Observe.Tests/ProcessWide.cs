namespace Observe.Tests;

/// <summary>Tests that use what the whole process shares: its observer, its environment, its memory. They run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class ProcessWide
{
    public const string Name = "process-wide";
}
