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
    private readonly List<LinkedRecord> _linked = [];
    private readonly List<nint> _notes = [];

    /// <summary>Number of scopes, the run itself not counted; they are numbered from 1.</summary>
    public int ScopeCount => _scopes.Count - 1;

    /// <summary>Tags, metadata, results and warnings in the order in which they were set.</summary>
    public ReadOnlySpan<nint> Notes => CollectionsMarshal.AsSpan(_notes);

    /// <summary>What decodes the answers of policies; null when there are none.</summary>
    public RecordedPolicyChecks? PolicyChecks { get; private set; }

    /// <summary>What decodes calls of language models; null when there are none.</summary>
    public RecordedLlmCalls? LlmCalls { get; private set; }

    /// <summary>The records of a scope; 0 is the run.</summary>
    public ref readonly ScopeEntry this[int scopeId] => ref CollectionsMarshal.AsSpan(_scopes)[scopeId];

    /// <summary>A record of a chain, by its place.</summary>
    public LinkedRecord Linked(int at) => _linked[at];

    public void Build(RunRecorder run)
    {
        _scopes.Clear();
        _linked.Clear();
        _notes.Clear();
        _scopes.Add(ScopeEntry.Empty);
        PolicyChecks = run.PolicyChecks;
        LlmCalls = run.LlmCalls;
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
            case RecordKind.LlmCalled:
                scope.Llm = at;
                break;
            case RecordKind.ItemYielded:
                scope.Items = Add(at, scope.Items);
                break;
            case RecordKind.EventHappened:
                scope.Events = Add(at, scope.Events);
                break;
            case RecordKind.PolicyChecked:
                scope.PolicyChecks = Add(at, scope.PolicyChecks);
                break;
            default:
                _notes.Add((nint)at);
                break;
        }
    }

    private RecordChain Add(byte* at, RecordChain chain)
    {
        int index = _linked.Count;
        _linked.Add(new LinkedRecord((nint)at, -1));
        if (chain.IsEmpty)
        {
            return new RecordChain(index, index);
        }

        CollectionsMarshal.AsSpan(_linked)[chain.Last].Next = index;
        return chain with { Last = index };
    }

    /// <summary>Records of the same kind and scope, in their order.</summary>
    /// <param name="First">Place of the first one; -1 when there is none.</param>
    /// <param name="Last">Place of the last one.</param>
    public readonly record struct RecordChain(int First, int Last)
    {
        public static RecordChain Empty => new(-1, -1);

        public bool IsEmpty => First < 0;
    }

    /// <summary>One record of a chain, and where the next one is (-1: nowhere).</summary>
    public struct LinkedRecord(nint record, int next)
    {
        public readonly byte* Record => (byte*)record;

        public int Next { get; set; } = next;
    }

    /// <summary>The records of one scope; null where there is none.</summary>
    public struct ScopeEntry
    {
        public static ScopeEntry Empty => new() { Items = RecordChain.Empty, Events = RecordChain.Empty, PolicyChecks = RecordChain.Empty };

        public byte* Began { get; set; }

        public byte* Ended { get; set; }

        public byte* Exception { get; set; }

        public byte* Decision { get; set; }

        public byte* Llm { get; set; }

        public RecordChain Items { get; set; }

        public RecordChain Events { get; set; }

        public RecordChain PolicyChecks { get; set; }
    }
}
