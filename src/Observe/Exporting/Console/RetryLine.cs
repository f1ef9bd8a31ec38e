namespace Observe;

/// <summary>A failed attempt on one line, and what followed from it.</summary>
internal sealed class RetryLine(TraceTreeStyle style)
{
    // What the attempts of a method say when an exception is none of those that are worth another attempt.
    private const string NotRetried = "failed with what is not retried";

    public StyledText Of(CapturedMembers facts, int room)
    {
        StyledText line = new StyledText(style).Append(style.Glyphs.Retry + " ", TextStyle.Retry);
        string followed = Followed(facts);
        return line
            .AppendFitting(Failed(facts), Math.Max(room / 2, room - line.Columns - followed.Length))
            .AppendFitting(followed, room - line.Columns, TextStyle.Faint);
    }

    private static string Failed(CapturedMembers facts)
    {
        string reason = facts["reason"] ?? "failed";
        string attempt = facts["attempt"] is { } number and not "0" ? "attempt " + number : "";
        string most = attempt.Length > 0 && facts["max_attempts"] is { } max ? " of " + max : "";
        string gap = attempt.Length == 0 ? "" : reason.StartsWith("failed", StringComparison.Ordinal) ? " " : ": ";
        string error = facts["original_error"] is { } text ? ": " + WithoutNamespace(text) : "";
        return attempt + most + gap + reason + error;
    }

    private static string Followed(CapturedMembers facts)
    {
        string? strategy = facts["strategy"];
        return strategy switch
        {
            "fallback" => facts["fallback_to"] is { } other ? $", then {other} instead" : ", then the fallback",
            "circuit_break" => facts["attempt"] is "0" ? "" : ", then the circuit opened",
            "retry" => facts["reason"] == NotRetried || facts["attempt"] == facts["max_attempts"] ? "" : ", then retry",
            null => "",
            _ => ", then " + strategy,
        };
    }

    private static string WithoutNamespace(string error)
    {
        int colon = error.IndexOf(": ", StringComparison.Ordinal);
        return colon <= 0 || error.AsSpan(0, colon).Contains(' ') ? error : ErrorLines.TypeName(error[..colon]) + error[colon..];
    }
}
