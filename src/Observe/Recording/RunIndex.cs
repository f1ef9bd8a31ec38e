using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Observe.Journaling;

namespace Observe.Recording;

/// <summary>
/// Where the records of one finished run are: one pass over its segments, then everything that belongs to a scope is at hand.
/// Reused from run to run.
/// </summary>
internal sealed unsafe class RunIndex
{
    private readonly List<ScopeEntry> _scopes = [];
    private readonly List<ItemEntry> _items = [];
    private readonly List<nint> _notes = [];

    /// <summary>Number of scopes, the run itself not counted; they are numbered from 1.</summary>
    public int ScopeCount => _scopes.Count - 1;

    /// <summary>Tags, metadata, results and warnings in the order in which they were set.</summary>
    public ReadOnlySpan<nint> Notes => CollectionsMarshal.AsSpan(_notes);

    /// <summary>The records of a scope; 0 is the run.</summary>
    public ref readonly ScopeEntry this[int scopeId] => ref CollectionsMarshal.AsSpan(_scopes)[scopeId];

    public ItemEntry ItemAt(int index) => _items[index];

    public void Build(RunRecorder run)
    {
        _scopes.Clear();
        _items.Clear();
        _notes.Clear();
        _scopes.Add(ScopeEntry.Empty);
        for (Segment? segment = run.Buffer.First; segment is not null; segment = segment.Next)
        {
            byte* end = segment.Start + segment.Length;
            for (byte* at = segment.Start; at < end; at += Unsafe.ReadUnaligned<RecordHeader>(at).Length)
            {
                Add(at, Unsafe.ReadUnaligned<RecordHeader>(at));
            }
        }
    }

    private void Add(byte* at, in RecordHeader header)
    {
        // Scope numbers are given under the lock that orders the records, so they come without gaps.
        if (header.ScopeId >= _scopes.Count)
        {
            _scopes.Add(ScopeEntry.Empty);
        }

        ref ScopeEntry scope = ref CollectionsMarshal.AsSpan(_scopes)[header.ScopeId];
        switch (header.Kind)
        {
            case RecordKind.RunBegan or RecordKind.ScopeBegan or RecordKind.NamedScopeBegan:
                scope.Began = at;
                break;
            case RecordKind.RunEnded or RecordKind.ScopeEnded:
                scope.Ended = at;
                break;
            case RecordKind.ExceptionSeen:
                scope.Exception = at;
                break;
            case RecordKind.DecisionMade:
                scope.Decision = at;
                break;
            case RecordKind.ItemYielded:
                AddItem(at, ref scope);
                break;
            default:
                _notes.Add((nint)at);
                break;
        }
    }

    private void AddItem(byte* at, ref ScopeEntry scope)
    {
        int index = _items.Count;
        _items.Add(new ItemEntry((nint)at, -1));
        if (scope.FirstItem < 0)
        {
            scope.FirstItem = index;
        }
        else
        {
            CollectionsMarshal.AsSpan(_items)[scope.LastItem].Next = index;
        }

        scope.LastItem = index;
    }

    /// <summary>One item of a stream, and where the next one is (-1: nowhere).</summary>
    public struct ItemEntry(nint record, int next)
    {
        public readonly byte* Record => (byte*)record;

        public int Next { get; set; } = next;
    }

    /// <summary>The records of one scope; null where there is none.</summary>
    public struct ScopeEntry
    {
        public static ScopeEntry Empty => new() { FirstItem = -1, LastItem = -1 };

        public byte* Began { get; set; }

        public byte* Ended { get; set; }

        public byte* Exception { get; set; }

        public byte* Decision { get; set; }

        public int FirstItem { get; set; }

        public int LastItem { get; set; }
    }
}
