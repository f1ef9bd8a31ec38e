namespace Docs.Reading;

/// <summary>Gathers lines into blocks.</summary>
internal sealed class BlockCollector(int firstLineNumber)
{
    private readonly List<Block> _blocks = [];
    private readonly List<string> _lines = [];
    private BlockKind _kind;
    private int _start;
    private string? _tableHead;

    public void Begin(BlockKind kind, int index, string line)
    {
        End();
        (_kind, _start) = (kind, index);
        _tableHead = kind == BlockKind.TableRow ? _tableHead : null;
        _lines.Add(line);
    }

    public void Continue(int index, string line)
    {
        if (_lines.Count == 0 || _kind is BlockKind.Code or BlockKind.TableRow)
        {
            Begin(BlockKind.Prose, index, line);
        }
        else
        {
            _lines.Add(line);
        }
    }

    public void AddCode(int index, string line)
    {
        if (_lines.Count == 0 || _kind != BlockKind.Code)
        {
            Begin(BlockKind.Code, index, line);
        }
        else
        {
            _lines.Add(line);
        }
    }

    /// <summary>Ends the block at an empty line or a rule. A table row above a rule is the table's head.</summary>
    public void EndAtRule(string rule)
    {
        if (_kind == BlockKind.TableRow && _lines.Count > 0 && rule.Contains('-'))
        {
            _tableHead = _lines[0];
            _lines.Clear();
        }

        End();
    }

    public IReadOnlyList<Block> Finish()
    {
        End();
        return _blocks;
    }

    private void End()
    {
        if (_lines.Count == 0)
        {
            return;
        }

        int first = firstLineNumber + _start;
        int last = first + _lines.Count - 1;
        if (_kind == BlockKind.Code)
        {
            // The fences stay outside.
            _lines.RemoveAt(0);
            first += _lines.Count > 0 ? 1 : 0;
            if (_lines.Count > 0 && _lines[^1].TrimStart() is ['`' or '~', '`' or '~', '`' or '~', ..])
            {
                _lines.RemoveAt(_lines.Count - 1);
                last--;
            }
        }
        else if (_tableHead is not null)
        {
            // A row says little without the names of its columns.
            _lines.Insert(0, _tableHead);
        }

        if (_lines.Count > 0)
        {
            _blocks.Add(new Block(_kind, string.Join('\n', _lines), first, Math.Max(first, last)));
        }

        _lines.Clear();
    }
}
