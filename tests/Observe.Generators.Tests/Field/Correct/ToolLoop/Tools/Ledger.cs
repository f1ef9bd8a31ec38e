using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Ledgerly.Assistant.Tools;

internal enum InvoiceState
{
    Open,
    Paid,
    WrittenOff,
}

internal sealed record Invoice(string Number, string Supplier, decimal Amount, string Currency, DateOnly Due, InvoiceState State)
{
    [Sensitive]
    public string? Iban { get; init; }
}

internal sealed record Payment(Guid Id, string Invoice, decimal Amount, DateTimeOffset At);

/// <summary>Invoices in a file. One process writes it; the file is replaced as a whole.</summary>
internal sealed class Ledger
{
    private static readonly ConcurrentDictionary<string, decimal> s_amounts = new(StringComparer.Ordinal);

    private readonly string _path;
    private readonly Dictionary<string, Invoice> _invoices;
    private readonly SemaphoreSlim _gate = new(1);

    private Ledger(string path, IEnumerable<Invoice> invoices)
    {
        _path = path;
        _invoices = [];
        foreach (Invoice invoice in invoices)
        {
            _invoices.Add(invoice.Number, invoice);
            s_amounts[invoice.Number] = invoice.Amount;
        }
    }

    public static decimal? AmountOf(string number) => s_amounts.TryGetValue(number, out decimal amount) ? amount : null;

    public static async Task<Ledger> OpenAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return new Ledger(path, []);
        }

        await using FileStream file = File.OpenRead(path);
        return new Ledger(path, await JsonSerializer.DeserializeAsync<Invoice[]>(file, cancellationToken: ct) ?? []);
    }

    public async Task<Invoice?> FindAsync(string number, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            return _invoices.GetValueOrDefault(number);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<IReadOnlyList<Invoice>> ListAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            return [.. _invoices.Values];
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task MarkAsync(string number, InvoiceState state, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            _invoices[number] = _invoices[number] with { State = state };
            await SaveAsync(ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        string next = _path + ".new";
        await using (FileStream file = File.Create(next))
        {
            await JsonSerializer.SerializeAsync(file, _invoices.Values, cancellationToken: ct);
        }

        File.Move(next, _path, overwrite: true);
    }
}
