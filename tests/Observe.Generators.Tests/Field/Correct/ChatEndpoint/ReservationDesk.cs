namespace Harbor.Chat;

/// <summary>Makes reservations. Used by the chat and by the booking form, which is why it is a run of its own.</summary>
public sealed partial class ReservationDesk(BoatCatalogue catalogue, TimeProvider clock, ILogger<ReservationDesk> logger)
{
    private const decimal DepositShare = 0.2m;

    [Observe("reservation-desk")]
    [AllowTools("check_availability", "reserve_*", "send_mail")]
    public partial Task<Reservation?> ReserveAsync([EndUserId] string customer, Guest guest, Boat boat, DateOnly from, int days, CancellationToken ct);

    private async Task<Reservation?> ReserveCoreAsync(
        string customer, Guest guest, Boat boat, DateOnly from, int days, RunContext run, CancellationToken ct)
    {
        if (from < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            run.SetTag("rejected", "past");
            return null;
        }

        var availability = await CheckAvailabilityAsync(boat.Id, from, from.AddDays(days), ct);
        if (!ShouldOffer(availability, days))
        {
            run.SetTag("rejected", "not-free");
            return null;
        }

        try
        {
            var reservation = await ReserveBoatAsync(boat.Id, from, from.AddDays(days), boat.PricePerDay * days * DepositShare, ct);
            run.RecordChange(ChangeKind.TransactionAmount, reservation.Deposit);
            await SendMailAsync(guest.Email, reservation, ct);
            return reservation;
        }
        catch (PolicyViolationException violation) when (violation.Result.Action == PolicyAction.Throttle)
        {
            logger.LogWarning("Try again in {Pause}", violation.Result.RetryAfter);
            return null;
        }
    }

    [ToolCall(ToolType = ToolTypes.Api)]
    private partial Task<Availability> CheckAvailabilityAsync(string boatId, DateOnly from, DateOnly to, CancellationToken ct);

    private Task<Availability> CheckAvailabilityCoreAsync(string boatId, DateOnly from, DateOnly to, CancellationToken ct) =>
        catalogue.CheckAsync(boatId, from, to, ct);

    [Decision("should_offer")]
    private partial bool ShouldOffer(Availability availability, int days);

    private static bool ShouldOfferCore(Availability availability, int days) => availability.IsFree && days is > 0 and <= 28;

    [ToolCall("reserve_boat", ToolType = ToolTypes.Database)]
    [RequireApproval(Reason = "takes a deposit", Approvers = ["harbour-master"], TimeoutMinutes = 10)]
    private partial Task<Reservation> ReserveBoatAsync(string boatId, DateOnly from, DateOnly to, decimal deposit, CancellationToken ct);

    private Task<Reservation> ReserveBoatCoreAsync(string boatId, DateOnly from, DateOnly to, decimal deposit, CancellationToken ct) =>
        catalogue.ReserveAsync(boatId, from, to, deposit, ct);

    [ToolCall("send_mail"), Retry(On = [typeof(IOException)])]
    private partial Task SendMailAsync([Sensitive] string email, Reservation reservation, CancellationToken ct);

    private async Task SendMailCoreAsync(string email, Reservation reservation, CancellationToken ct)
    {
        await catalogue.QueueMailAsync(email, $"Your boat is reserved: {reservation.Number}", ct);
        logger.LogInformation("Confirmed {Number}", reservation.Number);
    }
}
