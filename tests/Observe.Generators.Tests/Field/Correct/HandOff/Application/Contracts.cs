using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Skyline.Support.Domain;

namespace Skyline.Support.Application;

/// <summary>An agent for one kind of case.</summary>
public interface ISpecialist
{
    Department Department { get; }

    Task<CaseResult> HandleAsync(SupportCase supportCase, CancellationToken cancellationToken = default);
}

public interface ITriage
{
    Task<CaseResult> TakeAsync(string conversation, SupportCase supportCase, CancellationToken cancellationToken = default);
}

public interface ICaseRepository
{
    Task<SupportCase?> FindAsync(string number, CancellationToken cancellationToken);

    Task SaveAsync(SupportCase supportCase, CaseResult result, CancellationToken cancellationToken);
}

public interface IAirlineGateway
{
    Task<IReadOnlyList<Flight>> FindFlightsAsync(string booking, DateOnly day, CancellationToken cancellationToken);

    Task<string> RebookAsync(string booking, string flight, CancellationToken cancellationToken);

    Task<Voucher> PayOutAsync(string booking, decimal amount, string iban, CancellationToken cancellationToken);

    Task<BagState> LocateBagAsync(string tag, CancellationToken cancellationToken);
}

public interface ICompletionService
{
    Task<Completion> CompleteAsync(string model, string instructions, string text, CancellationToken cancellationToken);
}

public sealed record Flight(string Number, DateTimeOffset Departure, int FreeSeats);

public sealed record Voucher(string Code, decimal Amount);

public readonly record struct BagState(string Tag, string Station, bool IsOnItsWay);

/// <summary>The answer of a model, and what it used.</summary>
public sealed record Completion(string Text, string Model, CompletionUsage Usage);

public sealed record CompletionUsage(int PromptTokens, int CompletionTokens);
