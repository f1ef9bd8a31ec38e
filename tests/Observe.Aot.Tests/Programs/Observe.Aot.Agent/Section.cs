namespace Observe.Aot.Agent;

internal sealed record Section(string Path, string Heading, int FirstLine, int LastLine);
