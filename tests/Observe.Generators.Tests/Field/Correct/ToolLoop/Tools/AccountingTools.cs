using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Ledgerly.Assistant.Tools;

internal sealed record InvoiceQuery(string? Supplier, string? Number);

internal sealed record ListArguments(bool OnlyOpen, int Limit = 20);

internal sealed record ConvertArguments(decimal Amount, string From, string To);

internal sealed record PayArguments(string Invoice, decimal Amount, string Account);

internal sealed record WriteOffArguments(string Invoice, string Reason);

internal sealed record NoteArguments(string Key, string? Text);

/// <summary>The tools of the accountant. Each is a partial method; the list at the top makes them known to the loop.</summary>
internal sealed partial class AccountingTools(Ledger ledger, HttpClient http)
{
    private readonly Dictionary<string, string> _notes = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ITool> All() =>
    [
        new Tool<InvoiceQuery>("find_invoice", "Finds one invoice.", async (query, ct) => await FindInvoiceAsync(query, ct)),
        new Tool<ListArguments>("list_invoices", "Lists invoices.", async (list, ct) => await ListInvoicesAsync(list.OnlyOpen, list.Limit, ct)),
        new Tool<ConvertArguments>("convert_currency", "Converts an amount.", async (convert, ct) =>
            await ConvertAsync(convert.Amount, convert.From, convert.To, ct)),
        new Tool<PayArguments>("pay_invoice", "Pays an invoice.", async (pay, ct) => await PayAsync(pay.Invoice, pay.Amount, pay.Account, ct)),
        new Tool<WriteOffArguments>("write_off", "Writes an invoice off.", async (off, ct) => await WriteOffAsync(off.Invoice, off.Reason, ct)),
        new Tool<NoteArguments>("remember", "Remembers a note.", (note, _) =>
        {
            Remember(note.Key, note.Text ?? "");
            return Task.FromResult<object?>("noted");
        }),
        new Tool<NoteArguments>("forget_note", "Forgets a note.", (note, _) => Task.FromResult<object?>(TryForget(note.Key, out string? text) ? text : null)),
    ];

    [ToolCall("find_invoice", ToolType = ToolTypes.Database)]
    private partial Task<Invoice?> FindInvoiceAsync(InvoiceQuery query, CancellationToken ct);

    private async Task<Invoice?> FindInvoiceCoreAsync(InvoiceQuery query, RunContext run, CancellationToken ct)
    {
        run.RecordDataAccess(new DataAccess("ledger", Records: 1));
        return query switch
        {
            { Number: { Length: > 0 } number } => await ledger.FindAsync(number, ct),
            { Supplier: { Length: > 0 } supplier } => (await ledger.ListAsync(ct)).FirstOrDefault(invoice => invoice.Supplier == supplier),
            _ => throw new ToolException("Say a number or a supplier."),
        };
    }

    [ToolCall("list_invoices", ToolType = ToolTypes.Database)]
    private partial Task<IReadOnlyList<Invoice>> ListInvoicesAsync(bool onlyOpen, int limit, CancellationToken ct);

    private async Task<IReadOnlyList<Invoice>> ListInvoicesCoreAsync(bool onlyOpen, int limit, CancellationToken ct)
    {
        IReadOnlyList<Invoice> all = await ledger.ListAsync(ct);
        return [.. all.Where(invoice => !onlyOpen || invoice.State == InvoiceState.Open).OrderBy(static invoice => invoice.Due).Take(limit)];
    }

    [ToolCall("convert_currency", ToolType = ToolTypes.Api, Leaf = true)]
    [Retry(2, DelayMilliseconds = 100)]
    private partial Task<decimal> ConvertAsync(decimal amount, string from, string to, CancellationToken ct);

    private async Task<decimal> ConvertCoreAsync(decimal amount, string from, string to, CancellationToken ct)
    {
        RunContext.Current?.RecordNetworkRequest(new NetworkRequest($"{http.BaseAddress}rates/{from}"));
        Rates rates = await http.GetFromJsonAsync<Rates>($"rates/{from}", ct) ?? throw new ToolException("No rates.");
        return rates.Values.TryGetValue(to, out decimal rate)
            ? decimal.Round(amount * rate, 2)
            : throw new ToolException($"No rate from {from} to {to}.");
    }

    [ToolCall("pay_invoice", ToolType = ToolTypes.Api)]
    [RequireUserGroup("accounting", "owners"), RequireApproval(Reason = "moves money", Approvers = ["owner"])]
    [Policy("four-eyes")]
    private partial Task<Payment> PayAsync(string invoice, decimal amount, [Sensitive] string account, CancellationToken ct);

    private async Task<Payment> PayCoreAsync(string invoice, decimal amount, string account, RunContext? run, CancellationToken ct)
    {
        Invoice found = await ledger.FindAsync(invoice, ct) ?? throw new ToolException($"There is no invoice {invoice}.");
        if (found.State != InvoiceState.Open)
        {
            throw new ToolException($"{invoice} is {found.State.ToString().ToLowerInvariant()}.");
        }

        Payment payment = new(Guid.NewGuid(), invoice, amount, DateTimeOffset.UtcNow);
        await ledger.MarkAsync(invoice, InvoiceState.Paid, ct);
        run?.RecordChange(ChangeKind.TransactionAmount, amount);
        return payment;
    }

    [ToolCall("write_off", ToolType = ToolTypes.Database)]
    [Policy(typeof(SmallAmountsPolicy))]
    private partial ValueTask<bool> WriteOffAsync(string invoice, [Metadata("write_off_reason")] string reason, CancellationToken ct);

    private async ValueTask<bool> WriteOffCoreAsync(string invoice, string reason, RunContext run, CancellationToken ct)
    {
        if (await ledger.FindAsync(invoice, ct) is not { State: InvoiceState.Open })
        {
            return false;
        }

        await ledger.MarkAsync(invoice, InvoiceState.WrittenOff, ct);
        run.RecordChange(ChangeKind.RecordsModified);
        return true;
    }

    [ToolCall]
    private partial void Remember(string key, string text);

    private void RememberCore(string key, string text) => _notes[key] = text.Trim();

    [ToolCall("forget_note")]
    private partial bool TryForget(string key, out string? text);

    private bool TryForgetCore(string key, out string? text) => _notes.Remove(key, out text);

    private sealed record Rates([property: JsonPropertyName("rates")] Dictionary<string, decimal> Values);
}

/// <summary>What is small may be written off without asking. Amounts come from the ledger's cache, never from the model.</summary>
internal sealed class SmallAmountsPolicy : IPolicy
{
    private const decimal Small = 50m;

    public string Name => "small-amounts";

    public string Category => "accounting";

    public string Version => "2";

    public PolicyPoints Points => PolicyPoints.BeforeToolCall;

    public PolicyResult Evaluate(PolicyContext context)
    {
        string? number = context.Arguments.GetText("invoice");
        decimal? amount = number is null ? null : Ledger.AmountOf(number);
        return amount switch
        {
            null => PolicyResult.Block("the invoice is not known"),
            > Small => PolicyResult.Block(string.Create(CultureInfo.InvariantCulture, $"{amount} is more than {Small}")),
            _ => PolicyResult.Allow,
        };
    }
}
