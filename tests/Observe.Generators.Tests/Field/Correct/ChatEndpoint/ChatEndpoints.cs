using System.Net.ServerSentEvents;
using System.Security.Claims;

namespace Harbor.Chat;

internal static class ChatEndpoints
{
    public static IEndpointRouteBuilder MapChat(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/chat");

        group.MapPost("/stream", (ChatRequest request, BookingAssistant assistant, HttpContext http, CancellationToken ct) =>
            string.IsNullOrWhiteSpace(request.Message)
                ? Results.BadRequest("Say something.")
                : TypedResults.ServerSentEvents(StreamAsync(assistant, request, UserOf(http.User), ct)));

        group.MapPost("/", async (ChatRequest request, BookingAssistant assistant, HttpContext http, CancellationToken ct) =>
        {
            var conversation = request.Conversation ?? RunContext.NewSessionId();
            var answer = new StringBuilder();
            try
            {
                await foreach (var chunk in assistant.ReplyAsync(conversation, UserOf(http.User), LanguageOf(request), request.Message, ct))
                {
                    answer.Append(chunk.Text);
                }
            }
            catch (PolicyViolationException violation)
            {
                return Refuse(violation);
            }

            return Results.Ok(new { conversation, text = answer.ToString() });
        });

        group.MapDelete("/{conversation}", async (string conversation, IConversationStore store, CancellationToken ct) =>
        {
            await store.DeleteAsync(conversation, ct);
            return Results.NoContent();
        });

        routes.MapPost("/reservations", ReserveAsync).RequireAuthorization();
        return routes;
    }

    private static async IAsyncEnumerable<SseItem<ChatChunk>> StreamAsync(
        BookingAssistant assistant, ChatRequest request, string user, [EnumeratorCancellation] CancellationToken ct)
    {
        var conversation = request.Conversation ?? RunContext.NewSessionId();
        yield return new SseItem<ChatChunk>(new ChatChunk(conversation), "conversation");

        await using var chunks = assistant.ReplyAsync(conversation, user, LanguageOf(request), request.Message, ct).GetAsyncEnumerator(ct);
        while (true)
        {
            SseItem<ChatChunk> item;
            try
            {
                if (!await chunks.MoveNextAsync())
                {
                    yield break;
                }

                item = new SseItem<ChatChunk>(chunks.Current, "text");
            }
            catch (PolicyViolationException violation)
            {
                item = new SseItem<ChatChunk>(new ChatChunk(violation.Result.Reason, IsLast: true), "refused");
            }

            yield return item;
            if (item.Data.IsLast)
            {
                yield break;
            }
        }
    }

    private static async Task<IResult> ReserveAsync(
        ReservationRequest request, ReservationDesk desk, BoatCatalogue catalogue, ClaimsPrincipal principal, CancellationToken ct)
    {
        if (await catalogue.FindAsync(request.BoatId, ct) is not { } boat)
        {
            return Results.NotFound();
        }

        var customer = UserOf(principal);
        var guest = new Guest(customer, principal.FindFirstValue(ClaimTypes.Email) ?? "", principal.FindFirstValue(ClaimTypes.MobilePhone) ?? "");
        try
        {
            var reservation = await desk.ReserveAsync(customer, guest, boat, request.From, request.Days, ct);
            return reservation is null ? Results.Conflict() : Results.Created($"/reservations/{reservation.Number}", reservation);
        }
        catch (PolicyViolationException violation)
        {
            return Refuse(violation);
        }
    }

    private static IResult Refuse(PolicyViolationException violation) => Results.Problem(
        title: violation.Result.PolicyName,
        detail: violation.Result.Reason,
        statusCode: violation.Result.Action == PolicyAction.Throttle ? StatusCodes.Status429TooManyRequests : StatusCodes.Status403Forbidden);

    private static string UserOf(ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? "anonymous";

    private static string LanguageOf(ChatRequest request) => request.Language ?? "en";

    private sealed record ReservationRequest(string BoatId, DateOnly From, int Days);
}
