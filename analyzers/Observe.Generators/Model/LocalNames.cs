namespace Observe.Generators.Model;

/// <summary>Names of the locals of a generated method; none is the name of a parameter.</summary>
internal sealed record LocalNames(string Call, string Arguments, string Pending, string Exception);
