namespace Observe.Generators.Emission;

/// <summary>Where a line of generated code may be broken.</summary>
internal sealed class CodeScan
{
    private const int LongArgument = 40;

    private readonly string _line;
    private readonly Stack<List<int>> _open = new();
    private int _conditions;

    private CodeScan(string line) => _line = line;

    /// <summary>Positions of <c>?</c> and <c>:</c> of a condition outside all brackets.</summary>
    public List<int> Branches { get; } = [];

    /// <summary>Positions behind the opening bracket and the commas of the outermost list that has any, the last of them.</summary>
    public List<int> LastList { get; private set; } = [];

    private int LastListDepth { get; set; } = int.MaxValue;

    public static CodeScan Of(string line)
    {
        CodeScan scan = new(line);
        for (int i = 0; i < line.Length; i++)
        {
            i = line[i] is '"' or '\'' ? scan.EndOfLiteral(i) : scan.Take(i);
        }

        return scan;
    }

    private int Take(int position)
    {
        switch (_line[position])
        {
            case '(' or '{' or '[':
                _open.Push([position + 1]);
                break;
            case '<' when position > 0 && IsPartOfName(_line[position - 1]):
                _open.Push([]);
                break;
            case '>' when position > 0 && _line[position - 1] is not ('=' or '-'):
                Close(position);
                break;
            case ')' or '}' or ']':
                Close(position);
                break;
            case ',' when _open.Count > 0 && _open.Peek().Count > 0:
                _open.Peek().Add(position + 1);
                break;
            case '?' when _open.Count == 0 && IsBetweenSpaces(position):
                _conditions++;
                Branches.Add(position);
                break;
            case ':' when _open.Count == 0 && _conditions > 0 && IsBetweenSpaces(position):
                _conditions--;
                Branches.Add(position);
                break;
            default:
                break;
        }

        return position;
    }

    // An unmatched bracket is nothing that generated code has; all it could do is to break a line elsewhere.
    private void Close(int position)
    {
        if (_open.Count == 0)
        {
            return;
        }

        List<int> list = _open.Pop();
        bool isWorthIt = list.Count > 1 || (list.Count == 1 && IsLongArgument(list[0], position));
        if (isWorthIt && _open.Count <= LastListDepth)
        {
            (LastList, LastListDepth) = (list, _open.Count);
        }
    }

    // The only argument of a call gets a line of its own where that is a good part of the line; a keyword keeps what it governs.
    private bool IsLongArgument(int start, int end) =>
        _line[end] == ')' && end - start > LongArgument && start > 1 && (IsPartOfName(_line[start - 2]) || _line[start - 2] == '>');

    private int EndOfLiteral(int start)
    {
        int end = start + 1;
        while (end < _line.Length && _line[end] != _line[start])
        {
            end += _line[end] == '\\' ? 2 : 1;
        }

        return end;
    }

    private bool IsBetweenSpaces(int position) =>
        position > 0 && _line[position - 1] == ' ' && position + 1 < _line.Length && _line[position + 1] == ' ';

    private static bool IsPartOfName(char character) => char.IsLetterOrDigit(character) || character == '_';
}
