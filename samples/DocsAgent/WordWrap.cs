using System.Text;

namespace Docs;

/// <summary>Breaks text into lines at its spaces. A longer word gets a line of its own.</summary>
internal static class WordWrap
{
    public static IEnumerable<string> Lines(string text, int width)
    {
        StringBuilder line = new();
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
