using System.Text;

namespace Observe;

/// <summary>The signs that trees are drawn with: Unicode, or ASCII for outputs that cannot show it.</summary>
internal sealed class Glyphs
{
    public static Glyphs Unicode { get; } = new();

    public static Glyphs Ascii { get; } = new()
    {
        Run = "*", Step = ">", Tool = "f", Decision = "?",
        LlmCall = "m", Retrieval = "s", Reasoning = "t", Retry = "r", HumanTurn = "h",
        Blocked = "#", Warned = "!", Redacted = "%", Throttled = ":", Skipped = "-", Score = "+", Event = "o", About = "~",
        Trunk = "|", Branch = "|-", LastBranch = "`-", ConcurrentBranch = "|=", LastConcurrentBranch = "`=", End = "`",
        Arrow = "->", Error = "x", Cancelled = "/", Unfinished = "~", Ellipsis = "...", Separator = "|",
        OpenQuote = "\"", CloseQuote = "\"", Masked = "***", Microseconds = "us",
    };

    public string Run { get; private init; } = "●";

    public string Step { get; private init; } = "▸";

    public string Tool { get; private init; } = "ƒ";

    public string Decision { get; private init; } = "◆";

    public string LlmCall { get; private init; } = "✦";

    public string Retrieval { get; private init; } = "⌕";

    public string Reasoning { get; private init; } = "∴";

    public string Retry { get; private init; } = "↻";

    public string HumanTurn { get; private init; } = "☻";

    public string Blocked { get; private init; } = "⛔";

    public string Warned { get; private init; } = "⚠";

    public string Redacted { get; private init; } = "▒";

    public string Throttled { get; private init; } = "⏳";

    public string Skipped { get; private init; } = "⤼";

    public string Score { get; private init; } = "★";

    /// <summary>An event without a sign of its own.</summary>
    public string Event { get; private init; } = "◦";

    /// <summary>Stands before an estimate.</summary>
    public string About { get; private init; } = "≈";

    public string Trunk { get; private init; } = "│";

    public string Branch { get; private init; } = "├─";

    public string LastBranch { get; private init; } = "└─";

    public string ConcurrentBranch { get; private init; } = "├∥";

    public string LastConcurrentBranch { get; private init; } = "└∥";

    public string End { get; private init; } = "└";

    public string Arrow { get; private init; } = "→";

    public string Error { get; private init; } = "✗";

    public string Cancelled { get; private init; } = "⊘";

    public string Unfinished { get; private init; } = "◌";

    public string Ellipsis { get; private init; } = "…";

    public string Separator { get; private init; } = "·";

    public string OpenQuote { get; private init; } = "“";

    public string CloseQuote { get; private init; } = "”";

    public string Masked { get; private init; } = "•••";

    public string Microseconds { get; private init; } = "µs";

    /// <summary>Unicode when <paramref name="encoding"/> can carry every sign of it, else ASCII.</summary>
    public static Glyphs For(Encoding encoding)
    {
        const string Signs = "●▸ƒ◆✦⌕∴↻☻⛔⚠▒⏳⤼★◦≈│├─└∥→✗⊘◌…·“”•µ";
        try
        {
            return encoding.GetString(encoding.GetBytes(Signs)) == Signs ? Unicode : Ascii;
        }
        catch (EncoderFallbackException)
        {
            return Ascii;
        }
    }

    public string Of(ScopeKind kind) => kind switch
    {
        ScopeKind.Run => Run,
        ScopeKind.ToolCall => Tool,
        ScopeKind.Decision => Decision,
        ScopeKind.LlmCall => LlmCall,
        ScopeKind.Retrieval => Retrieval,
        ScopeKind.Reasoning => Reasoning,
        ScopeKind.Retry => Retry,
        ScopeKind.HumanTurn => HumanTurn,
        _ => Step,
    };
}
