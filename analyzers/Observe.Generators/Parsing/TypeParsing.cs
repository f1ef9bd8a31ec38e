using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>What the parsers of one type share. Lives as long as its transform; nothing of it reaches the model.</summary>
internal sealed class TypeParsing
{
    private const string Capture = "ObserveCapture";
    private const string Descriptor = "ObserveDescriptors";

    public TypeParsing(
        Compilation compilation, INamedTypeSymbol type, IReadOnlyList<IMethodSymbol> methods, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Type = type;
        CancellationToken = cancellationToken;

        Members = new UniqueNames(VisibleNames(type).Concat(methods.SelectMany(SymbolQueries.ParameterNames)));
        CaptureClass = NewClassName(Capture);
        CaptureIsNested = type.TypeParameters.All(static parameter => parameter.Variance == VarianceKind.None);
        DescriptorClass = NewClassName(Descriptor);
        Descriptors = new UniqueNames([DescriptorClass]);
        CaptureMembers = new UniqueNames([CaptureClass]);
        Shapes = new ValueShapes(this);
        Readers = new LlmReaders(this);
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol Type { get; }

    public CancellationToken CancellationToken { get; }

    public RuleSink Rules { get; } = new();

    public ExperimentalFeatures Features { get; } = new();

    public string CaptureClass { get; }

    /// <summary>Whether the class with the writers is nested, where it sees the type parameters of the type.</summary>
    public bool CaptureIsNested { get; }

    public string DescriptorClass { get; }

    /// <summary>Names of the descriptors' fields.</summary>
    public UniqueNames Descriptors { get; }

    /// <summary>Names of the type's members, those of generated private methods included.</summary>
    public UniqueNames Members { get; }

    /// <summary>Names of the members of the nested class.</summary>
    public UniqueNames CaptureMembers { get; }

    public ValueShapes Shapes { get; }

    public LlmReaders Readers { get; }

    // What a simple name inside the type means already, or would mean no longer once a member of ours had it.
    private static IEnumerable<string> VisibleNames(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol part in type.WithContainers())
        {
            foreach (string name in part.WithBases().SelectMany(static owner => ((INamedTypeSymbol)owner).MemberNames))
            {
                yield return name;
            }

            foreach (ITypeParameterSymbol parameter in part.TypeParameters)
            {
                yield return parameter.Name;
            }

            yield return part.Name;
        }
    }

    private string NewClassName(string wanted)
    {
        string name = Members.Take(wanted);
        while (IsTypeAround(name))
        {
            name = Members.Take(wanted);
        }

        return name;
    }

    private bool IsTypeAround(string name)
    {
        for (INamespaceSymbol? current = Type.ContainingNamespace; current is not null; current = current.ContainingNamespace)
        {
            if (!current.GetTypeMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
