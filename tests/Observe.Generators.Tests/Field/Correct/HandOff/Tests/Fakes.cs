using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Skyline.Support.Agents;
using Skyline.Support.Application;

namespace Skyline.Support.Tests;

internal sealed class FakeAirline : IAirlineGateway, IBankDetails
{
    public decimal PaidOut { get; private set; }

    public Task<IReadOnlyList<Flight>> FindFlightsAsync(string booking, DateOnly day, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Flight>>([new("SK 12", day.ToDateTime(new TimeOnly(9, 0)), 0), new("SK 14", day.ToDateTime(new TimeOnly(12, 0)), 3)]);

    public Task<string> RebookAsync(string booking, string flight, CancellationToken cancellationToken) => Task.FromResult($"{booking}-{flight}");

    public Task<Voucher> PayOutAsync(string booking, decimal amount, string iban, CancellationToken cancellationToken)
    {
        PaidOut += amount;
        return Task.FromResult(new Voucher("V-1", amount));
    }

    public Task<BagState> LocateBagAsync(string tag, CancellationToken cancellationToken) =>
        Task.FromResult(new BagState(tag, "OSL", IsOnItsWay: true));

    public ValueTask<string> FindAsync(string passenger, CancellationToken cancellationToken) => new($"account of {passenger}");
}

internal sealed class FakeCompletions : ICompletionService
{
    public Task<Completion> CompleteAsync(string model, string instructions, string text, CancellationToken cancellationToken) =>
        Task.FromResult(new Completion("We are sorry.", model, new CompletionUsage(text.Length / 4, 5)));
}

internal sealed class EmptyDesk : IHumanDesk
{
    public Task<DeskAnswer?> AskAsync(string number, TimeSpan patience, CancellationToken cancellationToken) => Task.FromResult<DeskAnswer?>(null);
}
