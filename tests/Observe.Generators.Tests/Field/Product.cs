using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Field;

/// <summary>The sources of one product, as a team would have written it, and how its project compiles them.</summary>
internal sealed class Product
{
    private readonly OutputKind _kind;
    private readonly bool _hasTests;
    private readonly Lazy<CSharpCompilation> _compilation;

    private Product(string name, OutputKind kind, bool hasTests = false)
    {
        string folder = Path.Combine(TestFiles.Products, name);
        Name = name;
        _kind = kind;
        _hasTests = hasTests;
        Files = new SortedDictionary<string, string>(
            Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .ToDictionary(path => Path.GetRelativePath(TestFiles.Products, path).Replace('\\', '/'), File.ReadAllText),
            StringComparer.Ordinal);
        _compilation = new(() => Compile(Files, TestCompilation.ParseOptions));
    }

    public static IReadOnlyList<Product> All { get; } =
    [
        new("ChatEndpoint", OutputKind.ConsoleApplication),
        new("HandOff", OutputKind.DynamicallyLinkedLibrary, hasTests: true),
        new("Rag", OutputKind.DynamicallyLinkedLibrary),
        new("ToolLoop", OutputKind.ConsoleApplication),
        new("Worker", OutputKind.ConsoleApplication),
    ];

    public string Name { get; }

    /// <summary>The sources by their paths, which begin with the name of the product.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>Lines that say something: neither blank nor only a comment.</summary>
    public int LinesOfCode => Files.Values
        .SelectMany(static source => source.Split('\n'))
        .Select(static line => line.Trim())
        .Count(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));

    public static Product Named(string name) => All.Single(product => product.Name == name);

    public CSharpCompilation Compile() => _compilation.Value;

    /// <summary>The product with other sources, in another version of the language if one is given.</summary>
    public CSharpCompilation Compile(IReadOnlyDictionary<string, string> files, LanguageVersion? version = null)
    {
        if (version is not null)
        {
            return Compile(files, TestCompilation.ParseOptions.WithLanguageVersion(version.Value));
        }

        // A compilation that differs in few files is checked faster than a new one.
        CSharpCompilation compilation = Compile();
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => files[tree.FilePath] != Files[tree.FilePath]))
        {
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(files[tree.FilePath], (CSharpParseOptions)tree.Options, tree.FilePath));
        }

        return compilation;
    }

    private CSharpCompilation Compile(IReadOnlyDictionary<string, string> files, CSharpParseOptions options) =>
        TestCompilation.OfProduct(_kind, _hasTests, options, [.. files.Select(static file => (file.Key, file.Value))]);
}
