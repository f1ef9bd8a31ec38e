using System.Diagnostics;

namespace Observe.Benchmarks.Compiler;

/// <summary>One run of the C# compiler in a process of its own.</summary>
/// <param name="Elapsed">From start to exit.</param>
/// <param name="Processor">Processor time of all its threads.</param>
internal readonly record struct CscRun(TimeSpan Elapsed, TimeSpan Processor)
{
    public static CscRun Of(string responseFile, params string[] options)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Sdk.Compiler, $"@{responseFile}", .. options]) { RedirectStandardOutput = true };
        TimeSpan before = ChildProcesses.ProcessorTime;
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(began);
        return process.ExitCode == 0
            ? new CscRun(elapsed, ChildProcesses.ProcessorTime - before)
            : throw new InvalidOperationException($"The project does not compile:\n{output}");
    }
}
