using System;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Observe;
using Skyline.Support.Agents;
using Skyline.Support.Application;

namespace Skyline.Support.Infrastructure;

public static class SupportServices
{
    /// <summary>Adds agents and tracing. The container disposes the observer, which writes what is left.</summary>
    public static IServiceCollection AddSupport(this IServiceCollection services, Action<SupportOptions> configure)
    {
        services.AddOptions<SupportOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IApprovalHandler, DeskApprovalHandler>();
        services.AddSingleton(static provider => Observer.Start(options => Configure(options, provider)));
        services.AddScoped<ISpecialist, BaggageAgent>();
        services.AddScoped<ISpecialist, RefundAgent>();
        services.AddScoped<ISpecialist, RebookingAgent>();
        services.AddScoped<ITriage, TriageAgent>();
        return services;
    }

    private static void Configure(ObserverOptions options, IServiceProvider provider)
    {
        ILogger logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger("Observe");
        options.OnWarning = warning => logger.LogWarning("{Warning}", warning);
        options.Exporters.Add(new JsonLinesFileExporter("/var/lib/skyline/traces"));
        options.Exporters.Add(new OutcomeExporter(logger));
        options.TimeProvider = provider.GetRequiredService<TimeProvider>();
        options.WhenFull = WhenFull.Wait;
        options.Policies.ApprovalHandler = provider.GetRequiredService<IApprovalHandler>();
        options.Policies.Add(new DelegationPolicy(new DelegationRules
        {
            MaxDelegationDepth = provider.GetRequiredService<IOptions<SupportOptions>>().Value.MaxHandOffs,
            AllowedDelegates = [.. Enum.GetNames<Domain.Department>().Append("*-agent")],
        }));
    }
}
