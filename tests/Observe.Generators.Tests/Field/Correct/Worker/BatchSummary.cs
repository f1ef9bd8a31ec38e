using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using Observe;

namespace Mailroom
{
    /// <summary>Writes a summary of a batch. Recorded by hand: the client behind it is generated code that cannot be made partial.</summary>
    public class BatchSummary
    {
        private readonly ModelExperiment _models;
        private readonly WorkerOptions _options;

        public BatchSummary(ModelExperiment models, IOptions<WorkerOptions> options)
        {
            _models = models;
            _options = options.Value;
        }

        public async Task<string> WriteAsync(BatchResult result, CancellationToken cancellationToken)
        {
            string prompt = string.Format("Summarise: {0} letters done, {1} failed.", result.Done, result.Failed);
            Stopwatch watch = Stopwatch.StartNew();
            ModelAnswer answer = await _models.CompleteAsync(_options.Model, prompt, cancellationToken).ConfigureAwait(false);
            RunContext? run = RunContext.Current;
            if (run != null)
            {
                run.RecordLlmCall(new LlmCall(_options.Model)
                {
                    Usage = TokenUsage.OpenAI(answer.InputTokens, answer.OutputTokens),
                    Duration = watch.Elapsed,
                    Task = "summarise",
                    PromptPreview = prompt,
                    ResponsePreview = answer.Text,
                    Messages = new[] { new LlmMessage("user", prompt), new LlmMessage("assistant", answer.Text) },
                });
                if (answer.Confidence < 0.2)
                {
                    run.RecordRetry(1, "not sure enough", maxAttempts: 2);
                    answer = await _models.CompleteAsync(_options.Challenger, prompt, cancellationToken).ConfigureAwait(false);
                }
            }

            return answer.Text;
        }
    }
}
