namespace Observe;

/// <summary>An access to a source of data that a run made.</summary>
/// <param name="Source">Name of the database, table, bucket …</param>
/// <param name="Operation"><c>read</c>, <c>write</c>, <c>delete</c> or any other text.</param>
/// <param name="Records">How many records; null when it is not known.</param>
public sealed record DataAccess(string Source, string Operation = "read", long? Records = null);
