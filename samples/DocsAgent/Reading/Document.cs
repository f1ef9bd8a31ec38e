namespace Docs.Reading;

/// <summary>One text file. The path is relative to the folder it was found in and uses forward slashes.</summary>
public sealed record Document(string Path, IReadOnlyList<string> Lines);
