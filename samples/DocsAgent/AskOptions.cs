namespace Docs;

/// <summary>What the command line asks for.</summary>
/// <param name="Question">The question; empty when there is none.</param>
/// <param name="QuestionsFile">File with one question per line.</param>
/// <param name="DocsFolder">Folder to answer from; null means this repository's documents.</param>
/// <param name="OutFolder">Folder for traces.</param>
/// <param name="Parallel">Most questions answered at once.</param>
/// <param name="PolicyFile">File of policies that the agent is held to; null means none.</param>
public sealed record AskOptions(string Question, string? QuestionsFile, string? DocsFolder, string OutFolder, int Parallel, string? PolicyFile);
