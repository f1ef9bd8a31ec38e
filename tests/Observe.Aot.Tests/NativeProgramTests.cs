using Xunit.Abstractions;

namespace Observe.Aot.Tests;

public sealed class NativeProgramTests(NativePrograms programs, ITestOutputHelper output) : IClassFixture<NativePrograms>
{
    private const long MostBytesOverHelloWorld = 1_258_291; // 1.2 MiB

    [NativeFact]
    public async Task A_native_program_has_no_warnings_and_records_what_a_managed_one_does()
    {
        FileInfo program = await programs.PublishAsync("Observe.Aot.Program");

        CommandResult run = (await programs.RunAsync(program)).Succeeded();

        output.WriteLine(run.Output);
        Assert.Contains(run.Lines, line => line.EndsWith(" checks passed, 0 failed", StringComparison.Ordinal));
    }

    [NativeFact]
    public async Task An_observed_agent_is_little_larger_than_hello_world()
    {
        FileInfo agent = await programs.PublishAsync("Observe.Aot.Agent");
        FileInfo hello = await programs.PublishAsync("Observe.Aot.HelloWorld");

        CommandResult run = (await programs.RunAsync(agent)).Succeeded();
        Assert.Contains("docs-agent  workflow answer", run.Output, StringComparison.Ordinal);

        output.WriteLine($"hello world {hello.Length:N0} bytes, agent {agent.Length:N0} bytes, difference {agent.Length - hello.Length:N0} bytes");
        Assert.InRange(agent.Length - hello.Length, 0, MostBytesOverHelloWorld);
    }
}
