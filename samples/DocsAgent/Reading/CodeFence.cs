namespace Docs.Reading;

/// <summary>Knows, line after line, whether a Markdown document is inside a fenced code block.</summary>
public struct CodeFence
{
    private char _mark;
    private int _length;

    /// <summary>Whether the line belongs to a code block; the two fences themselves do.</summary>
    public bool Holds(string line)
    {
        ReadOnlySpan<char> text = line.AsSpan().Trim();
        char mark = text.IsEmpty ? '\0' : text[0];
        int length = mark is '`' or '~' ? text.Length - text.TrimStart(mark).Length : 0;
        if (_length > 0)
        {
            // Only a bare fence that is at least as long closes; a shorter one is part of the code.
            if (mark == _mark && length >= _length && length == text.Length)
            {
                _length = 0;
            }

            return true;
        }

        // ```like this``` is code inside a line, not a fence.
        if (length < 3 || (mark == '`' && text[length..].Contains('`')))
        {
            return false;
        }

        (_mark, _length) = (mark, length);
        return true;
    }
}
