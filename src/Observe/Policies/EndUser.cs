namespace Observe;

/// <summary>What policies know of a customer.</summary>
/// <param name="Id">Id of the customer; see <see cref="RunContext.EndUserId"/>.</param>
public sealed record EndUser(string Id)
{
    /// <summary>Whether nothing may run for the customer. Default: false.</summary>
    public bool Suspended { get; init; }

    /// <summary>Most that runs for the customer may cost in a calendar month (UTC), in US cents. Default: null, no limit.</summary>
    public long? MonthlyBudgetCents { get; init; }

    /// <summary>Most calls a minute. Default: null, no limit of its own.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Groups that the customer belongs to, with their own limits of calls a minute (null: none). The tightest limit counts. Default: none.</summary>
    public IReadOnlyDictionary<string, int?> Groups { get; init; } = new Dictionary<string, int?>();
}
