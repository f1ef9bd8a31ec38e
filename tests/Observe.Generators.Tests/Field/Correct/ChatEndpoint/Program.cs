using Harbor.Chat;

var builder = WebApplication.CreateBuilder(args);

// One observer for the process: it starts before the first request and writes what is left when the host has stopped.
await using var observer = Observer.Start(options => Tracing.Configure(options, builder.Configuration, builder.Environment));

builder.Services.AddSingleton(observer);
builder.Services.Configure<AssistantOptions>(builder.Configuration.GetSection(AssistantOptions.Section));
builder.Services.AddSingleton<IConversationStore, InMemoryConversationStore>();
builder.Services.AddSingleton<IChatClient>(services => ChatClients.Create(services.GetRequiredService<IOptions<AssistantOptions>>().Value));
builder.Services.AddHttpClient<BoatCatalogue>(client => client.BaseAddress = new Uri(builder.Configuration["Catalogue:Url"] ?? "http://localhost:5080"));
builder.Services.AddScoped<BookingAssistant>();
builder.Services.AddScoped<ReservationDesk>();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddScoped<FeedbackService>();
builder.Services.AddProblemDetails();

var app = builder.Build();

app.UseMiddleware<RequestTaggingMiddleware>();

app.MapGet("/health", (Observer tracing) => tracing.Status.IsComplete ? Results.Ok("ready") : Results.Ok("busy"));
app.MapChat();
app.MapFeedback();

app.MapPost("/internal/flush", async (Observer tracing, ILogger<Program> logger, CancellationToken ct) =>
{
    var result = await tracing.FlushAsync(TimeSpan.FromSeconds(10), ct);
    logger.LogInformation("{Exported} of {Recorded} records are written", result.Exported, result.Recorded);
    return result.IsComplete ? Results.NoContent() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
});

await app.RunAsync();
