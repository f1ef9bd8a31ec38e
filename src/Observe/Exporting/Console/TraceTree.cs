using System.Text;

namespace Observe;

/// <summary>Draws a run as a tree: durations on the left, then the branches, then what happened; totals at the foot.</summary>
internal sealed class TraceTree
{
    private const int Margin = DurationText.Columns + 2;
    private const int Indentation = 3;
    private const int Detail = 2;

    private readonly StringBuilder _text = new();
    private readonly TraceTreeStyle _style;
    private readonly Glyphs _glyphs;
    private readonly RunLines _runs;
    private readonly ScopeLines _scopes;
    private readonly EventLine _events;
    private readonly PolicyCheckLine _checks;

    private TraceTree(TraceTreeStyle style)
    {
        (_style, _glyphs) = (style, style.Glyphs);
        (_runs, _scopes) = (new RunLines(style), new ScopeLines(style));
        (_events, _checks) = (new EventLine(style), new PolicyCheckLine(style));
    }

    /// <summary>The tree of a run, as lines that end with an empty one.</summary>
    /// <param name="root">The run.</param>
    /// <param name="descendants">The runs that it called, and those that they called, in any order.</param>
    /// <param name="style">How to draw.</param>
    public static string Render(RunTrace root, IReadOnlyList<RunTrace> descendants, TraceTreeStyle style)
    {
        IReadOnlyList<TraceNode> nodes = TraceNodes.Build(root, descendants);
        NodeSelection.Apply(nodes, style.MaxScopes, maxDepth: style.Width / 2 / Indentation);
        TraceTree tree = new(style);
        tree.AddRoot(nodes[0]);
        tree.AddFoot(nodes);
        return tree._text.Append(style.NewLine).ToString();
    }

    private void AddRoot(TraceNode root)
    {
        int room = _style.Width - Margin - Detail;
        AddLines(root, "", "", _runs.Head(root.Run!, room));
        AddDetails(_glyphs.Trunk + " ", _runs.Given(root.Run!, room));
        IReadOnlyList<StyledText> ending = _runs.Ending(root, room);
        AddChildren(root, "", endsHere: ending.Count == 0);
        for (int i = 0; i < ending.Count; i++)
        {
            AddLine("", i == 0 ? _glyphs.End : "  ", ending[i]);
        }
    }

    private void AddChildren(TraceNode parent, string trunk, bool endsHere)
    {
        for (int i = 0; i < parent.Children.Count; i++)
        {
            TraceNode child = parent.Children[i];
            if (child.IsShown)
            {
                AddChild(child, trunk, isLast: endsHere && i == parent.Children.Count - 1);
                continue;
            }

            int hidden = child.Descendants + 1;
            while (i + 1 < parent.Children.Count && !parent.Children[i + 1].IsShown)
            {
                i++;
                hidden += parent.Children[i].Descendants + 1;
            }

            bool isLast = endsHere && i == parent.Children.Count - 1;
            AddLine("", trunk + (isLast ? _glyphs.LastBranch : _glyphs.Branch) + " ", new StyledText(_style)
                .Append(CountText.Of(hidden, _glyphs.Ellipsis + " {0} more"), TextStyle.Faint));
        }
    }

    private void AddChild(TraceNode node, string trunk, bool isLast)
    {
        string branch = (isLast, node.IsConcurrent) switch
        {
            (false, false) => _glyphs.Branch,
            (false, true) => _glyphs.ConcurrentBranch,
            (true, false) => _glyphs.LastBranch,
            (true, true) => _glyphs.LastConcurrentBranch,
        };
        string below = trunk + (isLast ? " " : _glyphs.Trunk) + "  ";
        int room = _style.Width - Margin - DisplayWidth.Of(below);
        string details = below + (node.Children.Count > 0 ? _glyphs.Trunk + " " : "  ");
        AddLines(node, trunk + branch + " ", details, LinesOf(node, room));
        AddChildren(node, below, endsHere: true);
    }

    private IReadOnlyList<StyledText> LinesOf(TraceNode node, int room) => node switch
    {
        { Check: { } check } => [_checks.Of(check, room)],
        { Event: { } happened } => [_events.Of(happened, room)],
        _ => _scopes.Of(node, room, below: room - Detail),
    };

    private void AddLines(TraceNode node, string branch, string details, IReadOnlyList<StyledText> lines)
    {
        AddLine(DurationText.Of(node.Duration, _glyphs), branch, lines[0]);
        for (int i = 1; i < lines.Count; i++)
        {
            AddLine("", details.Length > 0 ? details : _glyphs.Trunk + " ", lines[i]);
        }
    }

    private void AddDetails(string trunk, IEnumerable<StyledText> lines)
    {
        foreach (StyledText line in lines)
        {
            AddLine("", trunk, line);
        }
    }

    private void AddFoot(IReadOnlyList<TraceNode> nodes)
    {
        foreach (StyledText line in new TraceFoot(_style).Lines(nodes, _style.Width - Margin))
        {
            AddLine("", "", line);
        }
    }

    private void AddLine(string duration, string branch, StyledText line) => _text
        .Append(new StyledText(_style).Append(duration.PadRight(Margin), TextStyle.Faint).Append(branch, TextStyle.Faint).Append(line))
        .Append(_style.NewLine);
}
