namespace Observe;

/// <summary>The lines of a scope or child run: a call with its arguments and what came of it, then what does not fit beside them.</summary>
internal sealed class ScopeLines(TraceTreeStyle style)
{
    // With less than this, arguments and result are better read one below the other.
    private const int LeastBesideEachOther = 40;
    private const int Brackets = 2;

    private readonly Glyphs _glyphs = style.Glyphs;
    private readonly ValueText _values = new(style.Glyphs);
    private readonly ScopeEnding _endings = new(style);
    private readonly ErrorLines _errors = new(style);
    private readonly RunLines _runs = new(style);
    private readonly LlmFacts _llmCalls = new(style);
    private readonly RetrievalFacts _retrievals = new(style);
    private readonly ReasoningFacts _reasonings = new(style);
    private readonly HumanFacts _humanTurns = new(style);

    /// <param name="node">The scope.</param>
    /// <param name="room">Columns of the first line.</param>
    /// <param name="below">Columns of the lines below it.</param>
    public IReadOnlyList<StyledText> Of(TraceNode node, int room, int below)
    {
        StyledText call = Heading(node, room);
        if (Facts(node, below) is { } facts)
        {
            return [.. WithFacts(node, call, facts, below), .. Details(node, below)];
        }

        StyledText ending = _endings.Of(node);
        string? given = Arguments(node, room);
        int arguments = DisplayWidth.Of(given ?? "");
        int elastic = Math.Max(0, room - call.Columns - Brackets - (ending.IsEmpty ? 0 : ending.Columns + 1));

        // Whoever looks at a failed call wants to see its arguments and its message whole.
        if (node.IsErrorOrigin && call.Columns + (given is null ? 0 : arguments + Brackets) + 1 + ending.Columns > room)
        {
            AppendArguments(call, node, room - call.Columns - Brackets);
            return [call, .. _errors.Long(node.Error, below), .. Details(node, below)];
        }

        int rest = DisplayWidth.Of(_endings.Rest(node, room) ?? "");
        int[] shares = [arguments, rest];
        Share.Out(shares, elastic - 1);
        if (_endings.IsValue(node) && (IsTight(shares[0], arguments) || IsTight(shares[1], rest)))
        {
            AppendArguments(call, node, elastic);
            return [_endings.AppendCount(call, node), .. _endings.OnLineOfItsOwn(node, below), .. Details(node, below)];
        }

        AppendArguments(call, node, shares[0]);
        if (!ending.IsEmpty)
        {
            call.Append(" ").Append(ending);
        }

        if (_endings.Rest(node, shares[1]) is { Length: > 0 } text)
        {
            call.Append(" ").AppendFitting(text, shares[1], _endings.IsValue(node) ? TextStyle.Plain : TextStyle.Faint);
        }

        return [call, .. Details(node, below)];
    }

    private ScopeFacts? Facts(TraceNode node, int room) => node.Scope switch
    {
        _ when !node.HasFacts => null,
        { Llm: { } call } => _llmCalls.Of(node, call, room),
        { Retrieval: { } retrieval } => _retrievals.Of(node, retrieval, room),
        { Thought: { } reasoning } => _reasonings.Of(reasoning, room),
        _ => _humanTurns.Of(node, room),
    };

    private List<StyledText> WithFacts(TraceNode node, StyledText call, ScopeFacts facts, int room)
    {
        StyledText ending = _endings.Of(node);
        bool fits = ending.Columns <= room;
        List<StyledText> pieces = [.. facts.Pieces];
        if (fits && !ending.IsEmpty)
        {
            pieces.Add(ending);
        }

        List<StyledText> lines = [.. TextWrap.Pieces(call, pieces, room, style)];
        if (!fits)
        {
            lines.AddRange(_errors.Long(node.Error, room));
        }

        lines.AddRange(facts.Below);
        return lines;
    }

    private static bool IsTight(int share, int wanted) => share < Math.Min(wanted, LeastBesideEachOther);

    private void AppendArguments(StyledText call, TraceNode node, int columns)
    {
        // Brackets with nothing in them would say that there were no arguments.
        int least = Math.Max(columns, _glyphs.Ellipsis.Length);
        if (Arguments(node, least) is { } arguments)
        {
            call.Append("(", TextStyle.Faint).AppendFitting(arguments, least).Append(")", TextStyle.Faint);
        }
    }

    private string? Arguments(TraceNode node, int columns) =>
        style.ShowValues && node.Arguments is not null ? _values.Members(node.Arguments, columns) : null;

    private StyledText Heading(TraceNode node, int room)
    {
        TextStyle kind = node.Kind switch
        {
            ScopeKind.Run => TextStyle.Run,
            ScopeKind.ToolCall => TextStyle.Tool,
            ScopeKind.Decision => TextStyle.Decision,
            ScopeKind.LlmCall => TextStyle.LlmCall,
            ScopeKind.Retrieval => TextStyle.Retrieval,
            ScopeKind.Reasoning => TextStyle.Reasoning,
            ScopeKind.Retry => TextStyle.Retry,
            ScopeKind.HumanTurn => TextStyle.HumanTurn,
            _ => TextStyle.Step,
        };
        StyledText line = new StyledText(style).Append(_glyphs.Of(node.Kind ?? ScopeKind.Step) + " ", kind);
        if (node.Scope?.ToolType is { } toolType and not ToolTypes.Function)
        {
            line.AppendFitting(toolType, room / 4, TextStyle.Faint).Append(" ");
        }

        return line.AppendFitting(node.Name, room / 2, TextStyle.Name);
    }

    private IEnumerable<StyledText> Details(TraceNode node, int room)
    {
        if (node.Run is { } run)
        {
            IEnumerable<StyledText> attributes = RunAttributes.Of(run, Caller(node), room, style);
            foreach (StyledText line in TextWrap.Pieces(new StyledText(style), attributes, room, style))
            {
                if (!line.IsEmpty)
                {
                    yield return line;
                }
            }

            foreach (StyledText line in _runs.Metadata(run, room))
            {
                yield return line;
            }
        }

        if (style.ShowValues && node.Scope?.Reasoning is { Length: > 0 } reasoning)
        {
            foreach (string line in TextWrap.Prose(_glyphs.OpenQuote + reasoning + _glyphs.CloseQuote, room, _glyphs))
            {
                yield return new StyledText(style).Append(line, TextStyle.Faint);
            }
        }

        foreach (StyledText line in _errors.Refusal(node, room))
        {
            yield return line;
        }

        foreach (StyledText line in _errors.Frame(node, room))
        {
            yield return line;
        }
    }

    private static RunTrace? Caller(TraceNode node)
    {
        TraceNode? caller = node.Parent;
        while (caller is { Run: null })
        {
            caller = caller.Parent;
        }

        return caller?.Run;
    }
}
