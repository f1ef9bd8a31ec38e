namespace Observe.Generators.Tests.Editing;

/// <summary>Tests that measure the process and so have it for themselves.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;
