using System.Globalization;

namespace Observe;

/// <summary>What came of a scope: first what is never shortened, then the rest, which gives way when there is no room.</summary>
internal sealed class ScopeEnding(TraceTreeStyle style)
{
    private const int MaxOption = 40;

    private readonly Glyphs _glyphs = style.Glyphs;
    private readonly ValueText _values = new(style.Glyphs);
    private readonly ErrorLines _errors = new(style);
    private readonly PolicyCheckLine _checks = new(style);

    /// <summary>Outcome, count of a stream, choice of a decision, arrow before a result; empty when there is nothing to say.</summary>
    public StyledText Of(TraceNode node)
    {
        StyledText ending = Count(node);
        string gap = ending.IsEmpty ? "" : " ";
        return node.Outcome switch
        {
            Outcome.Error => ending.Append(gap).Append(_errors.Short(node)),
            Outcome.Blocked => ending.Append(gap).Append(_checks.RefusalOf(node), TextStyle.Error),
            Outcome.Cancelled => ending.Append($"{gap}{_glyphs.Cancelled} cancelled", TextStyle.Warning),
            Outcome.Unfinished when !IsAbandoned(node) => ending.Append($"{gap}{_glyphs.Unfinished} unfinished", TextStyle.Warning),
            Outcome.Ok when node is { Kind: ScopeKind.Decision, Result: not null } => Choice(node.Scope!, ending),
            Outcome.Ok when ending.IsEmpty && IsValue(node) => ending.Append(_glyphs.Arrow, TextStyle.Faint),
            _ => ending,
        };
    }

    /// <summary>The result, or the options that a decision passed over; null when there is nothing to say.</summary>
    public string? Rest(TraceNode node, int columns)
    {
        if (node is { Kind: ScopeKind.Decision, Scope: { } decision })
        {
            string? chosen = decision.Result is null ? null : _values.Option(decision.Result, decision.Result.Length);
            string others = string.Join(", ", OptionsBut(chosen, decision));
            return others.Length == 0 ? null : PrintableText.Fit((chosen is null ? "of " : "over ") + others, columns, _glyphs.Ellipsis);
        }

        return IsValue(node) ? _values.Value(node.Result!, columns) : null;
    }

    /// <summary>Whether <see cref="Rest"/> is a captured value. What a failed scope had handed out before is told by its count.</summary>
    public bool IsValue(TraceNode node) =>
        style.ShowValues && node is { Result: not null, HasFacts: false, Kind: not ScopeKind.Decision, Outcome: Outcome.Ok or Outcome.Unfinished };

    /// <summary>What stays beside the call when the result goes below it.</summary>
    public StyledText AppendCount(StyledText call, TraceNode node) => node.IsStream ? call.Append(" ").Append(Of(node)) : call;

    /// <summary>The result below the call.</summary>
    public IEnumerable<StyledText> OnLineOfItsOwn(TraceNode node, int room)
    {
        string arrow = node.IsStream ? "" : _glyphs.Arrow + " ";
        yield return new StyledText(style)
            .Append(arrow, TextStyle.Faint)
            .AppendFitting(_values.Value(node.Result!, room - arrow.Length), room - arrow.Length);
    }

    private static List<string> OptionsBut(string? chosen, ScopeTrace decision)
    {
        List<string> others = [];
        foreach (string option in decision.Options)
        {
            if (PrintableText.Clean(option) != chosen)
            {
                others.Add(option);
            }
        }

        return others;
    }

    private StyledText Count(TraceNode node)
    {
        StyledText count = new(style);
        if (node.IsStream)
        {
            count.Append(_glyphs.Arrow, TextStyle.Faint).Append(CountText.Of(node.Scope!.Items ?? 0, " {0} item{1}"));
        }

        return IsAbandoned(node) ? count.Append(", not read to the end", TextStyle.Warning) : count;
    }

    private StyledText Choice(ScopeTrace decision, StyledText ending)
    {
        ending.Append(_glyphs.Arrow + " ", TextStyle.Faint);
        ending.AppendFitting(_values.Option(decision.Result!, MaxOption), MaxOption, TextStyle.Chosen);
        return decision.Confidence is { } confidence && double.IsFinite(confidence)
            ? ending.Append(string.Create(CultureInfo.InvariantCulture, $" {confidence * 100:0.#} %"), TextStyle.Faint)
            : ending;
    }

    private static bool IsAbandoned(TraceNode node) => node is { Outcome: Outcome.Ok or Outcome.Unfinished, Scope.Completed: false };
}
