namespace Observe.Generators.Model;

/// <summary>The text of a response.</summary>
/// <param name="Expression">Reads the text or, with a <paramref name="Part"/>, the collection of its parts.</param>
/// <param name="Part">Reads the text of one part, behind its name; null when the expression is the text.</param>
internal sealed record LlmText(string Expression, string? Part);
