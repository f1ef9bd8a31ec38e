namespace Harbor.Chat;

internal static class Tracing
{
    public static void Configure(ObserverOptions options, IConfiguration configuration, IHostEnvironment environment)
    {
        options.Exporters.Add(new JsonLinesFileExporter(
            configuration["Tracing:Folder"] ?? Path.Combine(environment.ContentRootPath, "traces"),
            new JsonLinesFileExporterOptions { MaxFiles = 30, FilePrefix = "chat" }));
        if (environment.IsDevelopment())
        {
            options.Exporters.Add(new ConsoleExporter(new ConsoleExporterOptions { MaxScopes = 50 }));
        }

        options.Capture.MaxStringLength = 4096;
        options.Capture.PreviewLength = 200;
        options.WhenFull = WhenFull.Drop;
        options.Models = ModelCatalogue.Default.With(
            new ModelPrice { Model = "harbor-small", InputPerMillion = 0.1m, OutputPerMillion = 0.4m });

        options.Policies
            .Add(new OpeningHoursPolicy(new TimeOnly(7, 0), new TimeOnly(22, 0)), agents: ["reservation-*"], priority: 10)
            .Add(new PromptInjectionGuardPolicy(new PromptInjectionGuardRules { MaxPayloadKb = 16 }))
            .Add(new RateLimitPolicy(new RateLimitRules { MaxPerMinute = 600, MaxPerHour = null, MaxConcurrent = null, Per = RateLimitKey.All }));
        if (configuration["Policies:File"] is { Length: > 0 } file)
        {
            options.Policies.AddFile(file);
        }
    }
}

/// <summary>Reservations are made while somebody is in the office.</summary>
internal sealed class OpeningHoursPolicy(TimeOnly opens, TimeOnly closes) : IPolicy
{
    public string Name => "opening-hours";

    public string Category => "schedule";

    public PolicyPoints Points => PolicyPoints.BeforeRun;

    public PolicyResult Evaluate(PolicyContext context)
    {
        var now = TimeOnly.FromDateTime(context.TimeProvider.GetLocalNow().DateTime);
        return now.IsBetween(opens, closes)
            ? PolicyResult.Allow
            : PolicyResult.Throttle($"the office opens at {opens}", retryAfter: opens - now);
    }
}
