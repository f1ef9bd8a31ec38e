namespace Observe;

/// <summary>Finds in a stack trace the line that a person wants to open.</summary>
internal static class UserFrame
{
    private static readonly string[] s_foreign = ["System.", "Microsoft.", "Observe.CompilerServices."];

    /// <summary>
    /// The first frame that is neither the framework's nor ours, as <c>Type.Method in File.cs:42</c>; null when there is none.
    /// </summary>
    public static string? Find(string? stackTrace)
    {
        if (stackTrace is null)
        {
            return null;
        }

        foreach (ReadOnlySpan<char> line in stackTrace.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> frame = line.Trim();
            if (frame.StartsWith("at ", StringComparison.Ordinal) && !IsForeign(frame[3..]))
            {
                return Shorten(frame[3..]);
            }
        }

        return null;
    }

    private static bool IsForeign(ReadOnlySpan<char> frame)
    {
        foreach (string prefix in s_foreign)
        {
            if (frame.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string Shorten(ReadOnlySpan<char> frame)
    {
        int parameters = frame.IndexOf('(');
        ReadOnlySpan<char> method = parameters < 0 ? frame : frame[..parameters];
        return string.Concat(LastNames(method), Location(frame));
    }

    // Type and method are what is known by heart; the namespace is not.
    private static ReadOnlySpan<char> LastNames(ReadOnlySpan<char> method)
    {
        int name = method.LastIndexOf('.');
        int type = name > 0 ? method[..name].LastIndexOf('.') : -1;
        return method[(type + 1)..];
    }

    private static string Location(ReadOnlySpan<char> frame)
    {
        const string LineMark = ":line ";
        int file = frame.LastIndexOf(" in ");
        int line = frame.LastIndexOf(LineMark);
        if (file < 0 || line < file)
        {
            return "";
        }

        ReadOnlySpan<char> path = frame[(file + 4)..line];
        return $" in {path[(path.LastIndexOfAny('/', '\\') + 1)..]}:{frame[(line + LineMark.Length)..]}";
    }
}
