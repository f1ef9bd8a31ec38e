namespace Observe.Generators.Tests.Field;

/// <summary>What is written in place of something that stands in a file exactly once.</summary>
/// <param name="File">Path of the file; it begins with the name of the product.</param>
/// <param name="Before">The correct text.</param>
/// <param name="After">The planted text; <c>{|OBS1001:…|}</c> marks where a rule is expected.</param>
internal sealed record Edit(string File, string Before, string After);
