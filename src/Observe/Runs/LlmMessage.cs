namespace Observe;

/// <summary>One message of a conversation with a language model.</summary>
/// <param name="Role">Who speaks: <c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
/// <param name="Text">What is said; null for a message without text, such as a call of tools.</param>
public readonly record struct LlmMessage(string Role, string? Text);
