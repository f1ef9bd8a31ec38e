using System.Text;
using System.Text.Json;

namespace Observe.Tests.Exporting;

/// <summary>Secrets in every place that can be recorded; none may leave the process, by whatever way.</summary>
public class CanaryTests
{
    private const string Token = "ghp_Wq8ZxT3vLk29BnMs74RtYpUdHcFjEa01GiOx";
    private const string Address = "jane.canary@example.com";
    private const string Secret = $"canary {Token} of {Address}";

    [Fact]
    public async Task No_secret_leaves_the_process_from_any_place()
    {
        using TemporaryDirectory directory = new();
        StringWriter console = new();
        StringBuilder exceptions = new();
        await using TestObserver test = new(options =>
        {
            options.Exporters.Add(new JsonLinesFileExporter(directory.Path));
            options.Exporters.Add(new ConsoleExporter(new ConsoleExporterOptions { Writer = console }));
            options.Exporters.Add(new DelegatingExporter((_, _) => throw new InvalidOperationException(Secret)));
            options.MaxExportAttempts = 1;
            options.Policies.Add(new ReasonPolicy());
            options.Policies.Add(new ContentPolicy(new ContentRules { OnCredentials = PolicyAction.Block }), agents: ["second"]);
        });

        RunOptions options = new()
        {
            Workflow = Secret,
            SessionId = Secret,
            UserId = Secret,
            EndUserId = Secret,
            UserGroup = Secret,
            AnonymousId = Secret,
            Inputs = CapturedValue.Map((Secret, Secret), ("nested", CapturedValue.List(Secret, CapturedValue.Map(("deep", Secret))))),
        };
        options.Metadata[Secret] = Secret;
        string runId = "";
        Exception thrown = Assert.ThrowsAny<Exception>(() => test.Observer.Run(
            Secret,
            run =>
            {
                runId = run.RunId;
                RecordEverything(run);
                throw new InvalidOperationException(Secret, new FormatException(Secret));
            },
            options));
        Assert.Equal(Secret, thrown.Message); // the exception itself is the user's own and stays as it is
        test.Observer.RecordScore(runId, Secret, Secret, Secret);

        using (test.Observer.Activate())
        using (ActiveRun run = RunContext.Begin("second"))
        {
            PolicyResult refused = run.Context.CheckPolicy(ScopeKind.ToolCall, "refused", CapturedValue.Map(("body", Secret)));
            Assert.Equal("content", refused.Category);
            exceptions.Append(new PolicyViolationException(refused, "refused"));
        }

        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        await test.Observer.DisposeAsync();

        Assert.Equal(3, runs.Count);
        Assert.Contains(test.Warnings, warning => warning.Contains("InvalidOperationException", StringComparison.Ordinal));
        AssertClean("memory", JsonSerializer.Serialize(runs));
        AssertClean("console", console.ToString());
        AssertClean("warnings", string.Join('\n', test.Warnings));
        AssertClean("exceptions", exceptions.ToString());
        foreach (string file in Directory.GetFiles(directory.Path, "*", SearchOption.AllDirectories))
        {
            AssertClean(file, await File.ReadAllTextAsync(file));
        }
    }

    private static void RecordEverything(RunContext run)
    {
        CapturedValue value = CapturedValue.Map((Secret, Secret));
        run.SetTag("tag", Secret);
        run.SetTag(Secret, "rejected");
        run.SetMetadata(Secret, value);
        run.SetResult(Secret);
        run.SetResult(value);
        run.RecordStep(Secret, Secret);
        run.RecordToolCall(Secret, Secret, value, toolType: Secret, error: Secret);
        run.RecordDecision(Secret, [Secret, "other"], Secret, Secret, 0.5, value, Secret);
        run.RecordRetrieval(Secret, CapturedValue.List(Secret, value), Secret, topK: 2, scores: [0.1]);
        run.RecordReasoning(Secret, Secret, [Secret], Secret);
        run.RecordRetry(1, Secret, Secret, Secret, Secret, 3);
        run.RecordPolicyCheck(Secret, PolicyAction.Warn, Secret, Secret);
        run.RecordScore(Secret, 0.5, Secret);
        run.RecordScore(Secret, true, Secret);
        run.RecordScore(Secret, Secret, Secret);
        run.RecordUserMessage(Secret);
        run.RecordAgentResponse(Secret);
        run.RecordHumanInteraction(Secret, Secret, Secret, Secret);
        run.RecordRetrievalResult(new RetrievalResult(0.5, Secret, Secret));
        run.RecordNetworkRequest(new NetworkRequest($"https://user:{Token}@example.com/?mail={Address}", Secret));
        run.RecordDataAccess(new DataAccess(Secret, Secret));
        run.RecordDelegation(new Delegation(Secret, Secret));
        run.RecordChange(ChangeKind.ApiWrites);
        run.RecordLlmCall(new LlmCall(Secret)
        {
            Task = Secret,
            PromptPreview = Secret,
            ResponsePreview = Secret,
            Provider = Secret,
            FinishReason = Secret,
            Error = Secret,
            Messages = [new LlmMessage("system", Secret), new LlmMessage(Secret, Secret), new LlmMessage("user", Secret)],
        });
        run.CheckPolicy(ScopeKind.ToolCall, Secret, CapturedValue.Map((Secret, Secret)));
    }

    private static void AssertClean(string where, string text)
    {
        Assert.True(text.Length > 0, $"{where} is empty: nothing was looked at");
        foreach (string secret in new[] { Token, Address })
        {
            int at = text.IndexOf(secret, StringComparison.Ordinal);
            Assert.True(at < 0, at < 0 ? "" : $"{where}: …{text.Substring(Math.Max(0, at - 200), Math.Min(260, text.Length - Math.Max(0, at - 200)))}…");
        }
    }

    /// <summary>A policy of a user who does not keep secrets out of its reasons.</summary>
    private sealed class ReasonPolicy : IPolicy
    {
        public string Name => Secret;

        public string Category => Secret;

        public string Version => Secret;

        public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeToolCall | PolicyPoints.AfterRun;

        public PolicyResult Evaluate(PolicyContext context) => PolicyResult.Warn(Secret);
    }
}
