#nullable disable

using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Observe;

namespace Mailroom
{
    /// <summary>
    /// Starts the observer with the host and ends it with the host.
    /// </summary>
    public sealed class ObserverService : IHostedService
    {
        private readonly ILogger<ObserverService> _logger;
        private readonly WorkerOptions _options;
        private Observer _observer;

        public ObserverService(IOptions<WorkerOptions> options, ILogger<ObserverService> logger)
        {
            _options = options.Value;
            _logger = logger;
        }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _observer = Observer.Start(Configure);
            return Task.CompletedTask;
        }

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            if (_observer == null)
            {
                return;
            }

            FlushResult result = await _observer.FlushAsync(TimeSpan.FromSeconds(20), cancellationToken).ConfigureAwait(false);
            if (result.Dropped > 0)
            {
                _logger.LogWarning("{Dropped} of {Recorded} records were lost", result.Dropped, result.Recorded);
            }

            await _observer.DisposeAsync().ConfigureAwait(false);
        }

        private void Configure(ObserverOptions options)
        {
            options.Exporters.Add(new JsonLinesFileExporter(_options.TraceFolder));
            options.MaxBufferBytes = 256L * 1024 * 1024;
            options.WhenFull = WhenFull.Wait;
            options.WaitTimeout = TimeSpan.FromMilliseconds(250);
            options.ShutdownTimeout = TimeSpan.FromSeconds(20);
            options.Capture.Results = true;
            options.Capture.MaxItems = 50;
            options.OnWarning = text => _logger.LogWarning("{Text}", text);
            options.Policies.MaxAttempts = 2;
            options.Policies
                .Add(new KillPolicy(new KillRules { KillOnErrorRate = 0.4, MinSamples = 50 }))
                .Add(new OperationsPolicy(new OperationsRules { TimeoutSeconds = 120 }), new[] { "mail-*" })
                .Add(new ContentPolicy(new ContentRules { OnCredentials = PolicyAction.Redact, MaxInputLength = 100000 }));
        }
    }
}
