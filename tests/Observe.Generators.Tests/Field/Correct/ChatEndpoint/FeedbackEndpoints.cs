namespace Harbor.Chat;

internal static class FeedbackEndpoints
{
    public static void MapFeedback(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/feedback", (Feedback feedback, FeedbackService service) =>
            service.TryAccept(feedback, out var problem) ? Results.Accepted() : Results.BadRequest(problem));
}

/// <summary>What customers think of an answer becomes scores of the run that gave it, after that run has ended.</summary>
internal sealed class FeedbackService(Observer observer, ILogger<FeedbackService> logger)
{
    private const int MostStars = 5;

    public bool TryAccept(Feedback feedback, out string? problem)
    {
        problem = feedback switch
        {
            { Run: "" } => "Which answer?",
            { Stars: < 1 or > MostStars } => $"From 1 to {MostStars} stars, please.",
            _ => null,
        };
        if (problem is not null)
        {
            return false;
        }

        observer.RecordScore(feedback.Run, "stars", feedback.Stars);
        observer.RecordScore(feedback.Run, "helpful", feedback.Stars >= 4, feedback.Comment ?? "");
        observer.RecordScore(feedback.Run, "verdict", feedback.Stars switch { 5 => "great", >= 3 => "fair", _ => "poor" });
        logger.LogInformation("{Stars} stars for {Run}", feedback.Stars, feedback.Run);
        return true;
    }
}
