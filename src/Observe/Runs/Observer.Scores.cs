using System.Globalization;
using Observe.Capturing;
using Observe.Recording;

namespace Observe;

public sealed partial class Observer
{
    /// <summary>Adds a score to a run that has ended. It is exported as an addendum to that run.</summary>
    /// <param name="runId">Id of the run; see <see cref="RunContext.RunId"/>. An empty one, of a run that was not recorded, adds nothing.</param>
    /// <param name="name">Name of the score.</param>
    /// <param name="value">The number, usually from 0 to 1.</param>
    /// <param name="comment">Why. Default: none.</param>
    /// <exception cref="ArgumentException">The id is not one of a run.</exception>
    public void RecordScore(string runId, string name, double value, string comment = "") => AddScore(runId, name, value, comment);

    /// <inheritdoc cref="RecordScore(string, string, double, string)"/>
    /// <param name="runId">Id of the run; see <see cref="RunContext.RunId"/>.</param>
    /// <param name="name">Name of the score.</param>
    /// <param name="value">Yes or no.</param>
    /// <param name="comment">Why. Default: none.</param>
    public void RecordScore(string runId, string name, bool value, string comment = "") => AddScore(runId, name, value, comment);

    /// <inheritdoc cref="RecordScore(string, string, double, string)"/>
    /// <param name="runId">Id of the run; see <see cref="RunContext.RunId"/>.</param>
    /// <param name="name">Name of the score.</param>
    /// <param name="value">The category.</param>
    /// <param name="comment">Why. Default: none.</param>
    public void RecordScore(string runId, string name, string value, string comment = "") => AddScore(runId, name, value, comment);

    private void AddScore(string runId, string name, CapturedValue value, string comment)
    {
        if (runId is "")
        {
            return; // nothing of that run was recorded
        }

        SpanPosition position = PositionOf(runId);
        if (!IsAlive)
        {
            return;
        }

        RunRecorder addendum = new(this, position, outer: null, guard: null);
        if (addendum.BeginAddendum(addendum.Now(), Options.TimeProvider.GetUtcNow()))
        {
            Begin(addendum);
            using CapturedBytes bytes = new(this, RunContext.ScoreFacts(value, comment));
            addendum.NoteEvent(0, EventKind.Score, name ?? "", bytes.Span);
            addendum.Seal();
        }
    }

    private static SpanPosition PositionOf(string runId)
    {
        if (runId is { Length: 49 } && runId[32] == '-'
            && ulong.TryParse(runId.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong high)
            && ulong.TryParse(runId.AsSpan(16, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong low)
            && ulong.TryParse(runId.AsSpan(33), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong span))
        {
            return new SpanPosition(high, low, span, 0);
        }

        throw new ArgumentException(
            $"\"{runId}\" is no id of a run: it is what RunContext.RunId says, 32 hexadecimal digits, a dash, and 16 more.", nameof(runId));
    }
}
