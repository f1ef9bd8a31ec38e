namespace Docs;

/// <summary>What the user gave cannot be worked with; the message tells the user why.</summary>
public sealed class UnusableInputException(string message) : Exception(message);
