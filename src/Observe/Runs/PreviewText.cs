using System.Text;

namespace Observe.Runs;

/// <summary>The beginning of a text that may come in pieces.</summary>
internal sealed class PreviewText
{
    /// <summary>A longer word is cut all the same: there is little left to say otherwise.</summary>
    private const int LongestWord = 64;

    private string? _first;
    private StringBuilder? _more;
    private bool _isCut;

    public string? Text
    {
        get
        {
            string? text = _more?.ToString() ?? _first;
            return _isCut && text is not null ? WithoutHalfWord(text) : text;
        }
    }

    /// <summary>Adds a piece.</summary>
    /// <param name="piece">The piece; null adds nothing.</param>
    /// <param name="most">Most characters that are kept.</param>
    public void Append(string? piece, int most)
    {
        if (string.IsNullOrEmpty(piece) || most == 0)
        {
            return;
        }

        if (_first is null)
        {
            _first = Cut(piece, most);
            _isCut = _first.Length < piece.Length;
            return;
        }

        _more ??= new StringBuilder(_first);
        int before = _more.Length;
        if (before < most && !_isCut)
        {
            _more.Append(Cut(piece, most - before));
        }

        _isCut |= _more.Length - before < piece.Length;
    }

    /// <summary>The beginning of a text, up to the end of a word: half of a secret is not seen to be one by a mask.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most characters.</param>
    public static string Beginning(string text, int most) => text.Length <= most ? text : WithoutHalfWord(Cut(text, most));

    // A character is never cut in half.
    private static string Cut(string text, int most) => text.Length <= most
        ? text
        : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static string WithoutHalfWord(string text)
    {
        for (int i = text.Length - 1; i > 0 && i >= text.Length - LongestWord; i--)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return text[..i];
            }
        }

        return text;
    }
}
