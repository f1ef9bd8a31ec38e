using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Observe.Benchmarks;
using Observe.Benchmarks.Compiler;
using Observe.Benchmarks.EndToEnd;
using Observe.Benchmarks.Tables;

// end-to-end [millions of steps] [repetitions]   the measuring program
// masking                                         how fast secrets are masked
// compiler [keystrokes] [analyzers]               what generator and analyzers cost
// --write-results                                 everything, into the results directory
// --write-results governance                      policies, models and their look-up only
// anything else                                   BenchmarkDotNet: --filter '*', --list flat …
switch (args)
{
    case ["end-to-end", .. string[] sizes]:
        Console.Write(EndToEndProgram.Run(EndToEndSizes.From(sizes)));
        return 0;
    case ["compiler", .. string[] parts]:
        Console.Write(CompilerProgram.Run(parts));
        return 0;
    case ["masking"]:
        Console.Write(MaskingProgram.Run());
        return 0;
    case ["--write-results"]:
        ResultFiles.Write(
            BenchmarkRunner.Run(typeof(Measurements).Assembly, Measurements.Config),
            EndToEndProgram.Run(EndToEndSizes.Default));
        return 0;
    case ["--write-results", "governance"]:
        ResultFiles.WriteGovernance(BenchmarkRunner.Run([typeof(GovernedRun), typeof(RecordedLlmCall), typeof(CatalogueLookup)], Measurements.Config));
        return 0;
    default:
        IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(Measurements).Assembly).Run(args, Measurements.Config);
        return summaries.Any(static summary => summary.HasCriticalValidationErrors || summary.Reports.Any(static report => !report.Success)) ? 1 : 0;
}
