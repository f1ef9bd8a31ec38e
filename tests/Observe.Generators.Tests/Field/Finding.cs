namespace Observe.Generators.Tests.Field;

/// <summary>A rule in a line of a file, expected or reported.</summary>
internal readonly record struct Finding(string Id, string File, int Line)
{
    public override string ToString() => $"{File}:{Line} {Id}";
}
