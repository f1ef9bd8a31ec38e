using System.Text.Json;

namespace Observe.Package.Tests;

[Collection(nameof(PackedPackage))]
public sealed class ProjectTests(PackedPackage package)
{
    [Fact]
    public async Task An_agent_of_a_new_project_is_traced_to_the_console_and_to_a_file()
    {
        string project = package.CopyProject("Agent");

        Assert.Empty((await package.BuildAsync(project)).Succeeded().Complaints);
        string program = Path.Combine(project, "bin", "Debug", "net10.0", "Agent.dll");
        CommandResult run = (await Command.RunAsync("dotnet", project, program)).Succeeded();

        AssertTree(run);
        AssertFile(Assert.Single(Directory.GetFiles(Path.Combine(project, "runs"), "*.jsonl")));
    }

    [Fact]
    public async Task Generated_code_of_every_shape_has_no_warnings_under_net8_and_its_language()
    {
        string project = package.CopyProject("Library");

        CommandResult build = await package.BuildAsync(project);

        Assert.Empty(build.Succeeded().Complaints);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task A_forgotten_body_is_one_error_whether_analyzers_run_or_not(string runAnalyzers)
    {
        string project = package.CopyProject("Mistake");

        CommandResult build = await package.BuildAsync(project, $"-p:RunAnalyzers={runAnalyzers}");

        Assert.NotEqual(0, build.ExitCode);
        string complaint = Assert.Single(build.Complaints);
        Assert.Contains("Forgetful.cs(8,33): error OBS1003: ", complaint, StringComparison.Ordinal);
        Assert.Contains("AnswerCoreAsync(", complaint, StringComparison.Ordinal);
    }

    private static void AssertTree(CommandResult run)
    {
        string[] expected =
        [
            "● support-agent  workflow triage · session s-42 · priority=High",
            "◆ route_ticket(",
            "→ Billing 95 % over Shipping, Human",
            "“asks for a refund”",
            "ƒ api stripe_refund(order: \"order-7\", cardToken: •••) → {Order: \"order-7\", Amount: 19.90}",
            "→ \"19.90 is on its way.\"",
        ];
        Assert.All(expected, text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("tok_4242", run.Output, StringComparison.Ordinal);
    }

    private static void AssertFile(string file)
    {
        string text = File.ReadAllText(file);
        Assert.DoesNotContain("tok_4242", text, StringComparison.Ordinal);

        using JsonDocument line = JsonDocument.Parse(text); // one run, one line
        JsonElement run = line.RootElement;
        Assert.Equal("support-agent", run.GetProperty("agent").GetString());
        Assert.Equal("triage", run.GetProperty("workflow").GetString());
        Assert.Equal("s-42", run.GetProperty("session_id").GetString());
        Assert.Equal("ok", run.GetProperty("status").GetString());
        Assert.Equal("""{"priority":"High"}""", run.GetProperty("tags").GetRawText());

        JsonElement[] scopes = [.. run.GetProperty("scopes").EnumerateArray()];
        Assert.Equal(["route_ticket", "stripe_refund"], scopes.Select(scope => scope.GetProperty("name").GetString()));
        Assert.Equal("""["Billing","Shipping","Human"]""", scopes[0].GetProperty("options").GetRawText());
        Assert.Equal("\"Billing\"", scopes[0].GetProperty("result").GetRawText());
        Assert.Equal("asks for a refund", scopes[0].GetProperty("reasoning").GetString());
        Assert.Equal("""{"order":"order-7","cardToken":"##SENSITIVE##"}""", scopes[1].GetProperty("arguments").GetRawText());
        Assert.Equal("""{"Order":"order-7","Amount":19.90}""", scopes[1].GetProperty("result").GetRawText());
    }
}
