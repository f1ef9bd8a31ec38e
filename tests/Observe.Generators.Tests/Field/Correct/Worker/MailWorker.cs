using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Observe;

namespace Mailroom
{
    /// <summary>
    /// Takes letters in batches. A batch is a run by hand; the letters in it are child runs of the classifier.
    /// </summary>
    public class MailWorker : BackgroundService
    {
        private readonly IMailQueue _queue;
        private readonly MailClassifier _classifier;
        private readonly ModelExperiment _experiment;
        private readonly BatchSummary _summary;
        private readonly ILogger<MailWorker> _logger;
        private readonly WorkerOptions _options;

        public MailWorker(
            IMailQueue queue,
            MailClassifier classifier,
            ModelExperiment experiment,
            BatchSummary summary,
            IOptions<WorkerOptions> options,
            ILogger<MailWorker> logger)
        {
            _queue = queue;
            _classifier = classifier;
            _experiment = experiment;
            _summary = summary;
            _options = options.Value;
            _logger = logger;
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    IReadOnlyList<Letter> letters = await _queue.TakeAsync(_options.BatchSize, stoppingToken).ConfigureAwait(false);
                    if (letters.Count == 0)
                    {
                        await Task.Delay(_options.Pause, stoppingToken).ConfigureAwait(false);
                        continue;
                    }

                    BatchResult result = await ProcessAsync(letters, stoppingToken).ConfigureAwait(false);
                    _logger.LogInformation("{Done} letters done, {Failed} failed", result.Done, result.Failed);
                }
                catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
                {
                    break;
                }
                catch (PolicyViolationException violation)
                {
                    TimeSpan pause = violation.Result.RetryAfter ?? TimeSpan.FromMinutes(1);
                    _logger.LogWarning("{Policy} stops the mailroom for {Pause}", violation.Result.PolicyName, pause);
                    await Task.Delay(pause, stoppingToken).ConfigureAwait(false);
                }
                catch (Exception exception)
                {
                    _logger.LogError(exception, "A batch has failed");
                }
            }
        }

        #region One batch

        private Task<BatchResult> ProcessAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
        {
            RunOptions options = new RunOptions
            {
                Workflow = "mailroom",
                SessionId = "mailroom-" + DateTime.UtcNow.ToString("yyyyMMdd"),
                UserId = Environment.MachineName,
                Inputs = CapturedValue.Map(("letters", letters.Count), ("first", letters[0].Id)),
            };
            options.Metadata["host"] = Environment.MachineName;

            return RunContext.RunAsync(
                "mail-batch",
                async run =>
                {
                    run.SetTag("size", letters.Count.ToString());
                    Stopwatch watch = Stopwatch.StartNew();
                    BatchResult result = await ClassifyAllAsync(letters, cancellationToken).ConfigureAwait(false);
                    run.RecordStep("classify_all", CapturedValue.Map(("done", result.Done), ("failed", result.Failed)), watch.Elapsed);
                    run.RecordScore("success", letters.Count == 0 ? 1.0 : (double)result.Done / letters.Count);

                    PolicyResult verdict = run.CheckPolicy();
                    if (!verdict.Allowed)
                    {
                        _logger.LogWarning("The summary is left out: {Reason}", verdict.Reason);
                        run.RecordPolicyCheck("summary", verdict.Action, reason: verdict.Reason);
                        return result;
                    }

                    string summary = await _summary.WriteAsync(result, cancellationToken).ConfigureAwait(false);
                    run.SetResult(summary);
                    return result;
                },
                options);
        }

        private async Task<BatchResult> ClassifyAllAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
        {
            int done = 0;
            List<Letter> later = new List<Letter>();
            ParallelOptions parallel = new ParallelOptions
            {
                MaxDegreeOfParallelism = _options.Workers,
                CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(letters, parallel, async (letter, token) =>
            {
                if (await TryClassifyAsync(letter, token).ConfigureAwait(false))
                {
                    Interlocked.Increment(ref done);
                }
                else
                {
                    lock (later)
                    {
                        later.Add(letter);
                    }
                }
            }).ConfigureAwait(false);

            await _queue.PutBackAsync(later, cancellationToken).ConfigureAwait(false);
            return new BatchResult(done, later.Count);
        }

        private async Task<bool> TryClassifyAsync(Letter letter, CancellationToken cancellationToken)
        {
            string variant = _experiment.Draw(letter);
            try
            {
                Classification classification = await _classifier.ClassifyAsync(letter, variant, cancellationToken).ConfigureAwait(false);
                _experiment.Count(variant, classification);
                return true;
            }
            catch (PolicyViolationException violation) when (violation.Result.Action == PolicyAction.Throttle)
            {
                return false;
            }
            catch (Exception exception) when (!(exception is OperationCanceledException) && !(exception is PolicyViolationException))
            {
                _logger.LogError(exception, "Letter {Id} could not be read", letter.Id);
                RunContext.Current?.RecordToolCall("classify", letter.Id, error: exception.GetType().Name);
                return false;
            }
        }

        #endregion
    }

    public sealed class BatchResult
    {
        public BatchResult(int done, int failed)
        {
            Done = done;
            Failed = failed;
        }

        public int Done { get; }

        public int Failed { get; }
    }
}
