using System.Text;

namespace Observe.Runs;

/// <summary>The beginning of a text that may come in pieces.</summary>
internal sealed class PreviewText
{
    private string? _first;
    private StringBuilder? _more;

    public string? Text => _more?.ToString() ?? _first;

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
            _first = Beginning(piece, most);
            return;
        }

        _more ??= new StringBuilder(_first);
        if (_more.Length < most)
        {
            _more.Append(Beginning(piece, most - _more.Length));
        }
    }

    /// <summary>The beginning of a text; a character is never cut in half.</summary>
    public static string Beginning(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        return text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
