using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>The files of <c>Shared</c>, compiled: types that declarations mention, and the journal that executed ones write.</summary>
internal static class SharedAssembly
{
    public static byte[] Image { get; } = Emit();

    public static MetadataReference Reference { get; } = MetadataReference.CreateFromImage(Image);

    private static byte[] Emit()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(Path.Combine(TestFiles.Fuzzing, "Shared"), "*.cs").Order(StringComparer.Ordinal);
        CSharpCompilation compilation = TestCompilation.Of([.. files.Select(static path => (Path.GetFileName(path), File.ReadAllText(path)))])
            .WithAssemblyName("FuzzShared");
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }
}
