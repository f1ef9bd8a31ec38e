namespace Observe.Generators.Model;

/// <summary>A property of a descriptor and what it is set to.</summary>
internal sealed record Setting(string Name, string Value);
