using System.Collections.Immutable;
using System.Diagnostics;
using Atlas.Knowledge.Answering;

namespace Atlas.Knowledge.Evaluation;

public sealed record Expectation(string Question, ImmutableArray<string> Documents, string? Department = null);

public sealed record EvaluationResult(int Questions, double Precision, double Recall, ImmutableArray<string> Failed);

/// <summary>Asks questions with known answers, under an observer of its own, so that nothing of it gets into the traces of the product.</summary>
public sealed class EvaluationRun(AnswerAgent agent, string folder)
{
    public async Task<EvaluationResult> ExecuteAsync(IReadOnlyList<Expectation> expectations, CancellationToken ct)
    {
        InMemoryExporter memory = new();
        await using Observer observer = Observer.Create(options =>
        {
            options.Exporters.Add(memory);
            options.Exporters.Add(new JsonLinesFileExporter(folder, new JsonLinesFileExporterOptions { FilePrefix = "evaluation" }));
            options.Mask = new TextMask(SecretKinds.Credentials);
            options.OnWarning = static warning => Debug.WriteLine(warning);
        });

        EvaluationResult result = await observer.RunAsync(
            "evaluation",
            async run =>
            {
                run.SetTag("questions", expectations.Count.ToString());
                EvaluationResult outcome = await AskAllAsync(expectations, run, ct);
                run.RecordScore("precision", outcome.Precision);
                run.RecordScore("recall", outcome.Recall);
                run.SetResult(CapturedValue.Map(("precision", outcome.Precision), ("recall", outcome.Recall), ("failed", outcome.Failed.Length)));
                return outcome;
            },
            new RunOptions { Workflow = "nightly", SessionId = $"evaluation-{DateTime.UtcNow:yyyyMMdd}" });

        FlushResult written = await observer.FlushAsync(cancellationToken: ct);
        Debug.Assert(written.IsComplete, "an evaluation without its traces says nothing");
        Debug.Assert(memory.Runs.Count(run => run.Agent == "answer-agent") == expectations.Count, "a run for each question");
        return result;
    }

    private async Task<EvaluationResult> AskAllAsync(IReadOnlyList<Expectation> expectations, RunContext run, CancellationToken ct)
    {
        double precision = 0;
        double recall = 0;
        List<string> failed = [];
        foreach (Expectation expectation in expectations)
        {
            try
            {
                CitedAnswer answer = await agent.AnswerAsync("evaluation", Guid.Empty, expectation.Department, expectation.Question, ct);
                string[] cited = [.. answer.Citations.Select(static citation => citation.DocumentId).Distinct()];
                int right = cited.Intersect(expectation.Documents).Count();
                precision += cited.Length == 0 ? 0 : (double)right / cited.Length;
                recall += expectation.Documents.IsEmpty ? 1 : (double)right / expectation.Documents.Length;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A blocked question is a failed one, too: the report names it, and why.
                failed.Add($"{expectation.Question}: {e.Message}");
                run.RecordStep("failed", expectation.Question);
            }
        }

        int count = Math.Max(1, expectations.Count);
        return new EvaluationResult(expectations.Count, precision / count, recall / count, [.. failed]);
    }
}
