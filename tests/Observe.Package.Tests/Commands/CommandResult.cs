namespace Observe.Package.Tests.Commands;

/// <summary>What came of a program that ran to its end.</summary>
/// <param name="Command">The program and its arguments.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote, to the error stream, too.</param>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>The lines of the output that are not empty.</summary>
    public IReadOnlyList<string> Lines { get; } =
        Output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Errors and warnings of a build, each once.</summary>
    public IReadOnlyList<string> Complaints =>
    [
        .. Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal)
            || line.StartsWith("error ", StringComparison.Ordinal) || line.StartsWith("warning ", StringComparison.Ordinal)).Distinct(),
    ];

    /// <summary>The same, if the program went well.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command}\nended with {ExitCode}:\n{Output}");
        return this;
    }
}
