using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Observe.Benchmarks.Compiler;

/// <summary>A generator and a project to type in, kept warm on one driver as an editor does.</summary>
internal sealed class GeneratorUnderTest
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp13);

    private readonly List<double>[] _times;
    private readonly double[] _allocated;
    private readonly string[] _outputs;
    private readonly Edit[] _edits;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorDriver _driver;
    private int _counter;

    public GeneratorUnderTest(string name, IIncrementalGenerator generator, IEnumerable<string> annotated, string body, string signature)
    {
        Name = name;
        string[] own = [.. annotated];
        SyntaxTree[] trees = [.. own.Concat(KeystrokeSources.Others()).Select((text, i) => CSharpSyntaxTree.ParseText(SourceText.From(text), s_options, $"File{i}.cs"))];
        _compilation = CSharpCompilation.Create(
            "Shop", trees, CompilerReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: s_options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: false));
        _edits =
        [
            new("in another file", trees[own.Length], "currency == \"EUR\""),
            new("in a body beside an annotated method", trees[0], body),
            new("in the signature of an annotated method", trees[0], signature),
        ];
        _times = [.. _edits.Select(static _ => new List<double>())];
        _allocated = new double[_edits.Length];
        _outputs = [.. _edits.Select(edit => Outcome(generator, edit))];
        _driver = _driver.RunGenerators(_compilation);
    }

    public string Name { get; }

    public IReadOnlyList<Keystroke> Results => [.. _edits.Select((edit, i) => new Keystroke(edit.Name, _times[i], _allocated[i], _outputs[i]))];

    /// <summary>Types each of the edits once; on every call something else.</summary>
    public void Type(bool isMeasured)
    {
        for (int i = 0; i < _edits.Length; i++)
        {
            CSharpCompilation edited = Edited(_edits[i], ++_counter);
            GC.KeepAlive(_driver.RunGenerators(Edited(_edits[0], ++_counter))); // what was typed before it declares what the project did
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan start = Environment.CpuUsage.TotalTime;
            GeneratorDriver after = _driver.RunGenerators(edited);
            double milliseconds = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
            if (isMeasured)
            {
                _times[i].Add(milliseconds);
                _allocated[i] = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6;
            }

            GC.KeepAlive(after);
        }
    }

    private CSharpCompilation Edited(Edit edit, int number)
    {
        string text = edit.Tree.GetText().ToString();
        int at = text.IndexOf(edit.Before, StringComparison.Ordinal);
        string typed = text.Insert(at + edit.Before.Length, $"/* {number} */");
        if (edit.Name.Contains("signature", StringComparison.Ordinal))
        {
            typed = typed.Replace(edit.Before, $"{edit.Before}{number}", StringComparison.Ordinal);
        }

        SyntaxTree tree = edit.Tree.WithChangedText(SourceText.From(typed));
        _ = tree.GetRoot();
        return _compilation.ReplaceSyntaxTree(edit.Tree, tree);
    }

    // With tracking, which costs time: apart from what is measured.
    private string Outcome(IIncrementalGenerator generator, Edit edit)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: s_options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(_compilation).RunGenerators(Edited(edit, 0));
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> outputs = driver.GetRunResult().Results.Single().TrackedOutputSteps;
        IEnumerable<string> reasons = outputs.Values
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs)
            .CountBy(static output => output.Reason)
            .OrderByDescending(static pair => pair.Value)
            .Select(static pair => $"{pair.Value} {pair.Key}");
        return string.Join(", ", reasons);
    }

    private sealed record Edit(string Name, SyntaxTree Tree, string Before);
}
