namespace Observe;

/// <summary>Errors as people read them: type without namespace, message, and the line in their own code.</summary>
internal sealed class ErrorLines(TraceTreeStyle style)
{
    /// <summary>The name of a type without its namespace.</summary>
    public static string TypeName(string type)
    {
        // The arguments of a generic type follow its arity, with dots of their own.
        type = type.Split('`', '[')[0];
        return type[(type.LastIndexOf('.') + 1)..].Replace('+', '.');
    }

    /// <summary>Sign, type and message on one line; the type alone when the message is told further down.</summary>
    public StyledText Short(TraceNode node)
    {
        StyledText line = Heading(node.Error);
        if (node is { IsErrorOrigin: true, Error.Message.Length: > 0 })
        {
            line.Append(": ", TextStyle.Error).AppendFitting(node.Error.Message, 8 * style.Width, TextStyle.Error);
        }

        return line;
    }

    /// <summary>Sign, type and message in as many lines as the message needs, three at most.</summary>
    public IReadOnlyList<StyledText> Long(TraceError? error, int room)
    {
        string type = TypeName(error);
        string text = error is { Message.Length: > 0 } ? $"{type}: {error.Message}" : type;
        List<StyledText> lines = [];
        foreach (string line in TextWrap.Prose(text, room - 2, style.Glyphs))
        {
            string sign = lines.Count == 0 ? style.Glyphs.Error : " ";
            lines.Add(new StyledText(style).Append(sign + " " + line, TextStyle.Error));
        }

        return lines;
    }

    /// <summary>Why a call was not made, where no answer of a policy tells it.</summary>
    public IEnumerable<StyledText> Refusal(TraceNode node, int room)
    {
        if (node is { Outcome: Outcome.Blocked, Error.Message: { Length: > 0 } message } && !PolicyCheckLine.IsExplained(node))
        {
            foreach (string line in TextWrap.Prose(message, room, style.Glyphs))
            {
                yield return new StyledText(style).Append(line, TextStyle.Error);
            }
        }
    }

    /// <summary>Where in the user's code the error came from; nothing when that is not known or told further down.</summary>
    public IEnumerable<StyledText> Frame(TraceNode node, int room)
    {
        if (node.IsErrorOrigin && UserFrame.Find(node.Error?.StackTrace) is { } frame)
        {
            yield return new StyledText(style).AppendFitting("  at " + frame, room, TextStyle.Faint);
        }
    }

    private StyledText Heading(TraceError? error) =>
        new StyledText(style).Append($"{style.Glyphs.Error} {TypeName(error)}", TextStyle.Error);

    private static string TypeName(TraceError? error) => error is null ? "failed" : TypeName(error.Type);
}
