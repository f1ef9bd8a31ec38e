using System;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mailroom
{
    public static class Program
    {
        public static async Task Main(string[] args)
        {
            HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);

            builder.Services.Configure<WorkerOptions>(builder.Configuration.GetSection("Worker"));
            builder.Services.AddSingleton<IMailQueue, MailQueue>();
            builder.Services.AddSingleton<MailClassifier>();
            builder.Services.AddSingleton<ModelExperiment>();
            builder.Services.AddSingleton<BatchSummary>();

            // The first service to start is the last one to stop: the observer outlives the workers.
            builder.Services.AddHostedService<ObserverService>();
            builder.Services.AddHostedService<MailWorker>();
            builder.Services.AddHostedService<RetentionWorker>();

            using IHost host = builder.Build();
            ILogger logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Mailroom");
            try
            {
                await host.RunAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                logger.LogCritical(exception, "The mailroom has ended");
                Environment.ExitCode = 1;
            }
        }
    }
}
