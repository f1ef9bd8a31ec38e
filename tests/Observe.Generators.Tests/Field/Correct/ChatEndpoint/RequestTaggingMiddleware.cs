namespace Harbor.Chat;

/// <summary>Says in the log which trace belongs to which request; tags the run when somebody further out has begun one.</summary>
internal sealed class RequestTaggingMiddleware(RequestDelegate next, ILogger<RequestTaggingMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        RunContext.Current?.SetTag("route", http.Request.Path.Value);
        RunContext.Current?.SetMetadata("method", http.Request.Method);
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            logger.LogDebug("The customer has left");
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
    }
}
