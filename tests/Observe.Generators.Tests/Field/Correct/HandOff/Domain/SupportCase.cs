using System;
using System.Collections.Generic;
using Observe;

namespace Skyline.Support.Domain;

public enum Department
{
    Baggage,
    Refunds,
    Rebooking,
    Human,
}

public enum CaseOutcome
{
    Solved,
    Escalated,
    Refused,
    Abandoned,
}

/// <summary>What a passenger wants, and what is known about it.</summary>
public sealed record SupportCase
{
    public required string Number { get; init; }

    public required Passenger Passenger { get; init; }

    public required string Text { get; init; }

    public string? Booking { get; init; }

    public IReadOnlyList<CaseNote> Notes { get; init; } = [];

    public SupportCase With(CaseNote note) => this with { Notes = [.. Notes, note] };
}

public sealed record CaseNote(Department By, string Text, DateTimeOffset At);

/// <summary>A person. The number identifies; everything else is nobody's business.</summary>
public sealed record Passenger(string Number, [Sensitive] string FullName, [Sensitive] string Email, [NotCaptured] DateOnly DateOfBirth)
{
    public string Tier { get; init; } = "basic";
}

/// <summary>What a specialist made of a case.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">What the passenger is told.</param>
/// <param name="NextDepartment">Who goes on with it; null when it is over.</param>
public sealed record CaseResult(CaseOutcome Outcome, string Message, Department? NextDepartment = null)
{
    public static CaseResult Solved(string message) => new(CaseOutcome.Solved, message);

    public static CaseResult HandOver(Department to, string message) => new(CaseOutcome.Escalated, message, to);
}
