using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Behaviour.Tests.Differential;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Differential;

/// <summary>
/// What the generated writers capture of random types is the JSON that System.Text.Json writes of them. What may differ is listed in
/// <c>Observe.Behaviour.Tests/Differential/KnownDifferencesTests.cs</c>.
/// </summary>
public sealed class RandomTypesTests
{
    private const int GraphsEachCompilation = 60;
    private const int ValuesEachGraph = 8;

    // So many graphs of types; nightly runs set it higher.
    private static int Graphs { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("OBSERVE_FUZZ"), CultureInfo.InvariantCulture, out int wanted) ? wanted : 120;

    [Fact]
    public async Task Values_of_random_types_are_captured_as_the_reference_writes_them()
    {
        List<string> differences = [];
        for (int first = 0; first < Graphs; first += GraphsEachCompilation)
        {
            int[] seeds = [.. Enumerable.Range(first, Math.Min(GraphsEachCompilation, Graphs - first))];
            await CompareAsync(Load(seeds), seeds, differences);
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences\n{string.Join("\n", differences.Take(40))}");
    }

    private static async Task CompareAsync(Assembly assembly, int[] seeds, List<string> differences)
    {
        (int Seed, MethodInfo Echo, object Value)[] calls =
        [
            .. from seed in seeds
               let echo = assembly.GetType($"Graph{seed}.Agent", throwOnError: true)!.GetMethod("Echo")!
               from i in Enumerable.Range(0, ValuesEachGraph)
               select (seed, echo, new RandomGraph((seed * ValuesEachGraph) + i).Of(echo.ReturnType)),
        ];

        IReadOnlyList<(string Arguments, string Result)> captured =
            await CapturedJson.OfAsync(calls.Length, i => calls[i].Echo.Invoke(null, [calls[i].Value]));

        for (int i = 0; i < calls.Length; i++)
        {
            (int seed, MethodInfo echo, object value) = calls[i];
            IReadOnlyList<string> result = JsonDifference.Between(captured[i].Result, Reference.JsonOf(value, echo.ReturnType));
            differences.AddRange(result.Select(difference => $"seed {seed}: {difference}"));
        }
    }

    private static Assembly Load(int[] seeds)
    {
        CSharpCompilation compilation = TestCompilation.Of([.. seeds.Select(static seed => ($"Graph{seed}.cs", RandomTypes.Of(seed)))])
            .WithAssemblyName($"RandomTypes{seeds[0]}");
        compilation = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ObserveGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = output.Emit(image);
        Assert.True(
            emitted.Success,
            string.Join("\n", emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        return Assembly.Load(image.ToArray());
    }
}
