using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>A compiled batch in a load context of its own, which goes away with it.</summary>
internal sealed class LoadedBatch : IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly AssemblyLoadContext _context = new("fuzz", isCollectible: true);
    private readonly Assembly _assembly;
    private readonly Func<string> _take;
    private readonly Func<object?, Task> _follow;

    public LoadedBatch(Compilation compilation)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        using MemoryStream shared = new(SharedAssembly.Image);
        Type journal = _context.LoadFromStream(shared).GetType("Fuzz.Journal", throwOnError: true)!;
        _assembly = _context.LoadFromStream(image);
        _take = journal.GetMethod("Take")!.CreateDelegate<Func<string>>();
        _follow = journal.GetMethod("FollowAsync")!.CreateDelegate<Func<object?, Task>>();
    }

    /// <summary>Compiles a batch with the generator.</summary>
    public static LoadedBatch Observed(FuzzBatch batch)
    {
        CSharpCompilation compilation = batch.Compilation(isTwin: false);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ObserveGenerator().AsSourceGenerator()], parseOptions: batch.Language.ParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return new LoadedBatch(output);
    }

    /// <summary>Calls the method of a declaration and follows what it returned; the lines that were written down meanwhile.</summary>
    public async Task<string> RunAsync(FuzzedDeclaration declaration)
    {
        Func<object?> run = _assembly.GetType(declaration.Entry!, throwOnError: true)!.GetMethod("Run")!.CreateDelegate<Func<object?>>();
        _take();

        // In a flow of its own: what one scenario leaves behind is not the next one's.
        await Task.Run(() => _follow(run())).WaitAsync(s_longest);
        return _take();
    }

    public void Dispose() => _context.Unload();
}
