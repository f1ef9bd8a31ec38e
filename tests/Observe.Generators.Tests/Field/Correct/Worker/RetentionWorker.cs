#nullable disable

using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Observe;

namespace Mailroom
{
    /// <summary>Deletes old traces once an hour. The run is opened with using, because its body is not one method.</summary>
    public class RetentionWorker : IHostedService, IDisposable
    {
        private readonly ILogger _logger;
        private readonly WorkerOptions _options;
        private Timer _timer;

        public RetentionWorker(IOptions<WorkerOptions> options, ILoggerFactory loggers)
        {
            _options = options.Value;
            _logger = loggers.CreateLogger("Retention");
        }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _timer = new Timer(OnTick, null, TimeSpan.Zero, TimeSpan.FromHours(1));
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            if (_timer != null)
            {
                _timer.Change(Timeout.Infinite, Timeout.Infinite);
            }

            return Task.CompletedTask;
        }

        public void Dispose()
        {
            if (_timer != null)
            {
                _timer.Dispose();
            }
        }

        private void OnTick(object state)
        {
            using (ActiveRun run = RunContext.Begin("retention", new RunOptions { Workflow = "housekeeping" }))
            {
                try
                {
                    int deleted = DeleteOldFiles(run.Context);
                    run.Context.RecordChange(ChangeKind.FilesChanged, deleted);
                    run.Context.SetResult(deleted);
                }
                catch (Exception exception) when (run.Fail(exception))
                {
                    throw;
                }
                catch (IOException exception)
                {
                    _logger.LogError(exception, "Old traces could not be deleted");
                }
            }
        }

        private int DeleteOldFiles(RunContext run)
        {
            DateTime limit = DateTime.UtcNow - _options.KeepFor;
            int deleted = 0;
            foreach (string file in Directory.EnumerateFiles(_options.TraceFolder).Where(path => File.GetLastWriteTimeUtc(path) < limit))
            {
                if (!ShouldDelete(run, file))
                {
                    continue;
                }

                File.Delete(file);
                deleted++;
            }

            return deleted;
        }

        private static bool ShouldDelete(RunContext run, string file)
        {
            PolicyResult answer = run.CheckPolicy(ScopeKind.ToolCall, "delete_file", CapturedValue.Map(("file", Path.GetFileName(file))));
            return !answer.Blocked;
        }
    }
}
