using Observe.CompilerServices;

namespace Observe.Recording;

/// <summary>The begin record of a scope, whichever of its two forms it has.</summary>
internal unsafe ref struct ScopeView
{
    private readonly ReadOnlySpan<byte> _name;

    public ScopeView(byte* record)
    {
        RecordCursor cursor = new(record);
        if (cursor.Header.Kind == RecordKind.ScopeBegan)
        {
            ScopeBegan began = cursor.Read<ScopeBegan>();
            Descriptor = ScopeDescriptor.FromId(began.DescriptorId);
            ParentId = began.ParentId;
            Timestamp = began.Timestamp;
            Kind = Descriptor.Kind;
            ToolType = Descriptor.ToolType;
            Roles = Descriptor.Roles;
            Options = Descriptor.Options;
            _name = Descriptor.Utf8Name;
        }
        else
        {
            NamedScopeBegan began = cursor.Read<NamedScopeBegan>();
            ParentId = began.ParentId;
            Timestamp = began.Timestamp;
            Kind = (ScopeKind)began.Kind;
            Roles = ScopeRoles.ByHand;
            Options = new string[cursor.Read<int>()];
            _name = cursor.ReadUtf8(out _);
            string? type = cursor.ReadText();
            ToolType = Kind == ScopeKind.ToolCall ? type : null;
            InstrumentationType = Kind == ScopeKind.Decision ? type : null;
            for (int i = 0; i < Options.Length; i++)
            {
                Options[i] = cursor.ReadText()!;
            }
        }

        Arguments = cursor.Rest;
    }

    /// <summary>The attributed method, or null for a scope that was recorded by hand.</summary>
    public ScopeDescriptor? Descriptor { get; }

    public int ParentId { get; }

    public long Timestamp { get; }

    public ScopeKind Kind { get; }

    public string? ToolType { get; }

    /// <summary>How a decision by hand came to be recorded.</summary>
    public string? InstrumentationType { get; }

    /// <summary>Under which names the facts of the scope stand in its captured values; null when nothing is known.</summary>
    public ScopeRoles? Roles { get; }

    public string[] Options { get; }

    public readonly ReadOnlySpan<byte> Utf8Name => _name;

    /// <summary>Captured arguments; empty when there are none.</summary>
    public ReadOnlySpan<byte> Arguments { get; }
}
