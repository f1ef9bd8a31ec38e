using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Observe;
using Skyline.Support.Application;
using Skyline.Support.Domain;

namespace Skyline.Support.Agents;

public sealed record RefundFinding(string Booking, decimal Amount, bool IsOwed);

public sealed partial class RefundAgent(
    IAirlineGateway airline,
    IBankDetails bank,
    ICompletionService completions,
    IOptions<SupportOptions> options,
    ILogger<RefundAgent> logger) : SpecialistAgent<RefundFinding>(completions, options, logger)
{
    public override Department Department => Department.Refunds;

    [Observe("refund-agent", Workflow = "support")]
    [Budget(MaxCalls = 6), RateLimit(MaxPerHour = 200)]
    public override partial Task<CaseResult> HandleAsync(SupportCase supportCase, CancellationToken cancellationToken = default);

    private async Task<CaseResult> HandleCoreAsync(SupportCase supportCase, RunContext run, CancellationToken cancellationToken)
    {
        CaseResult result = await WorkAsync(supportCase, run, cancellationToken).ConfigureAwait(false);
        run.SetMetadata("outcome", result.Outcome.ToString());
        return result;
    }

    protected override async Task<RefundFinding> InvestigateAsync(SupportCase supportCase, CancellationToken cancellationToken)
    {
        string booking = supportCase.Booking ?? throw new CaseException("Which booking is it about?");
        decimal amount = CalculateRefund(supportCase.Text, Options.MaxRefund);
        if (!IsOwed(booking, amount))
        {
            return new RefundFinding(booking, amount, IsOwed: false);
        }

        string iban = await bank.FindAsync(supportCase.Passenger.Number, cancellationToken);
        Voucher voucher = await PayOutAsync(booking, amount, iban, cancellationToken);
        return new RefundFinding(booking, voucher.Amount, IsOwed: true);
    }

    protected override CaseResult Conclude(SupportCase supportCase, RefundFinding finding, string message) => finding.IsOwed
        ? CaseResult.Solved($"{message} {finding.Amount} EUR are on their way.")
        : CaseResult.HandOver(Department.Rebooking, "Nothing to refund, but perhaps another flight?");

    [Step]
    private partial decimal CalculateRefund(string text, decimal most);

    private static decimal CalculateRefundCore(string text, decimal most) =>
        Math.Min(most, text.Contains("cancelled", StringComparison.OrdinalIgnoreCase) ? 250m : text.Contains("delayed") ? 100m : 0m);

    [Decision("is_refund_owed")]
    private partial bool IsOwed(string booking, decimal amount);

    private static Decision<bool> IsOwedCore(string booking, decimal amount) => amount > 0
        ? new(true, reasoning: $"{booking} was cancelled or late", confidence: 0.99)
        : new(false, reasoning: "nothing went wrong", confidence: 0.8);

    [ToolCall("pay_out", ToolType = ToolTypes.Api), RequireApproval(Reason = "pays money", TimeoutMinutes = 60)]
    private partial Task<Voucher> PayOutAsync(string booking, decimal amount, [Sensitive] string iban, CancellationToken cancellationToken);

    private Task<Voucher> PayOutCoreAsync(string booking, decimal amount, string iban, CancellationToken cancellationToken) =>
        airline.PayOutAsync(booking, amount, iban, cancellationToken);
}

public interface IBankDetails
{
    ValueTask<string> FindAsync(string passenger, CancellationToken cancellationToken);
}
