using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Observe.Package.Tests.Commands;

/// <summary>Runs programs as a user would from a shell.</summary>
internal static class Command
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(10);

    /// <summary>The SDK that runs the tests.</summary>
    private static readonly string s_dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs <c>dotnet</c> with messages in English and without a process that stays behind.</summary>
    public static Task<CommandResult> DotnetAsync(string folder, params string[] arguments) =>
        RunAsync(s_dotnet, folder, [.. arguments, "-nodeReuse:false", "-maxCpuCount:1", "-terminalLogger:off"]);

    public static async Task<CommandResult> RunAsync(string file, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        SetEnvironment(start.Environment);

        using Process process = new() { StartInfo = start };
        StringBuilder output = new();
        DataReceivedEventHandler append = (_, line) =>
        {
            lock (output)
            {
                output.Append(CultureInfo.InvariantCulture, $"{line.Data}\n");
            }
        };
        process.OutputDataReceived += append;
        process.ErrorDataReceived += append;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        string command = $"{Path.GetFileNameWithoutExtension(file)} {string.Join(' ', arguments)}";
        using CancellationTokenSource timeout = new(s_timeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command}\ndid not end within {s_timeout}:\n{output}");
        }

        return new CommandResult(command, process.ExitCode, output.ToString());
    }

    private static void SetEnvironment(IDictionary<string, string?> environment)
    {
        // What the build that runs the tests has set would steer the inner one, what the user has set the trace.
        foreach (string name in environment.Keys.Where(IsForeign).ToList())
        {
            environment.Remove(name);
        }

        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["DOTNET_NOLOGO"] = "1";
        environment["UseSharedCompilation"] = "false";
    }

    private static bool IsForeign(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "OBSERVE" or "OBSERVE_CAPTURE" or "CI";
}
