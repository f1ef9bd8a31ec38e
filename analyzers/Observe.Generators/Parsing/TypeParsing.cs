using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>What the parsers of one type share. Lives as long as its transform; nothing of it reaches the model.</summary>
internal sealed class TypeParsing
{
    public TypeParsing(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Type = type;
        CancellationToken = cancellationToken;

        UniqueNames members = new(VisibleNames(type));
        CaptureClass = members.Take("ObserveCapture");
        DescriptorClass = members.Take("ObserveDescriptors");
        Descriptors = new UniqueNames([DescriptorClass]);
        Shapes = new ValueShapes(this);
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol Type { get; }

    public CancellationToken CancellationToken { get; }

    public RuleSink Rules { get; } = new();

    public ExperimentalFeatures Features { get; } = new();

    public string CaptureClass { get; }

    public string DescriptorClass { get; }

    /// <summary>Names of the descriptors' fields.</summary>
    public UniqueNames Descriptors { get; }

    public ValueShapes Shapes { get; }

    // What a simple name inside the type may mean before it can mean one of ours.
    private static IEnumerable<string> VisibleNames(INamedTypeSymbol type) =>
        type.WithContainers().SelectMany(static part =>
            part.WithBases().SelectMany(static owner => ((INamedTypeSymbol)owner).MemberNames)
                .Concat(part.TypeParameters.Select(static parameter => parameter.Name))
                .Append(part.Name));
}
