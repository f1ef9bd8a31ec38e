using System.Globalization;
using Observe;

public enum Priority
{
    Low,
    High,
}

public enum Route
{
    Billing,
    Shipping,
    Human,
}

public sealed record Ticket(string Subject, Priority Priority);

public sealed record Refund(string Order, decimal Amount);

public partial class SupportAgent
{
    [Observe("support-agent", Workflow = "triage")]
    public partial Task<string> HandleAsync([SessionId] string session, Ticket ticket, CancellationToken ct = default);

    private async Task<string> HandleCoreAsync(string session, Ticket ticket, RunContext run, CancellationToken ct)
    {
        run.SetTag("priority", ticket.Priority.ToString());
        if (RouteTicket(ticket) != Route.Billing)
        {
            return "A colleague will answer you.";
        }

        Refund refund = await RefundAsync("order-7", cardToken: "tok_4242", ct);
        return string.Create(CultureInfo.InvariantCulture, $"{refund.Amount} is on its way.");
    }

    [Decision]
    private partial Route RouteTicket(Ticket ticket);

    private Decision<Route> RouteTicketCore(Ticket ticket) => new(Route.Billing, reasoning: "asks for a refund", confidence: 0.95);

    [ToolCall("stripe_refund", ToolType = ToolTypes.Api)]
    private partial Task<Refund> RefundAsync(string order, [Sensitive] string cardToken, CancellationToken ct);

    private async Task<Refund> RefundCoreAsync(string order, string cardToken, CancellationToken ct)
    {
        await Task.Delay(1, ct);
        return new Refund(order, 19.90m);
    }
}
