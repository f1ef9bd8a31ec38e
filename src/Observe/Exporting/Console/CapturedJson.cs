namespace Observe;

/// <summary>A captured value, or one inside it.</summary>
/// <param name="kind">What it is.</param>
/// <param name="name">Its name, when it is a member of an object.</param>
/// <param name="text">What a string says, or how a literal is written; empty for objects and arrays.</param>
/// <param name="parts">Members of an object, items of an array.</param>
internal sealed class CapturedJson(CapturedJsonKind kind, string? name, string text, IReadOnlyList<CapturedJson> parts)
{
    public CapturedJsonKind Kind => kind;

    public string? Name => name;

    public string Text => text;

    public IReadOnlyList<CapturedJson> Parts => parts;
}
