namespace Observe.Generators.Model;

/// <summary>A member of a data type.</summary>
/// <param name="Name">Name as it stands in the record.</param>
/// <param name="Expression">Reads the property; for a member of an enum, its constant.</param>
/// <param name="Value">How it is written; null for a member of an enum.</param>
internal sealed record DataMember(string Name, string Expression, ValueShape? Value);
