using System.Text;
using Observe.Exporting;

namespace Observe;

/// <summary>One event of a run or scope: something that has no duration of its own.</summary>
public sealed record EventTrace
{
    /// <summary>What it is.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Name of the score, document, agent …</summary>
    public required string Name { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What is known of it, as JSON: an object, or a text for messages; null when nothing is.</summary>
    public string? Value { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        // As the compiler would write it, but for the form of the time: see TimeText.
        StringBuilder text = new("EventTrace { Kind = ");
        text.Append(Kind.ToString()).Append(", Name = ").Append(Name);
        text.Append(", Time = ").Append(TimeText.OfSecond(Time.UtcDateTime)).Append(", Value = ").Append(Value);
        return text.Append(" }").ToString();
    }
}
