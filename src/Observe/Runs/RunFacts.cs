namespace Observe;

/// <summary>
/// What a run has reported about itself for policies to look at. Of each kind the last 1,000 are kept, counts and sums of all. Safe
/// to use from any thread; every list is a snapshot.
/// </summary>
public sealed class RunFacts
{
    private const int MostKept = 1000;

    private readonly object _gate = new();

    // Each made by the first report of its kind: a native program carries along only the kinds that it reports.
    private List<NetworkRequest>? _networkRequests;
    private List<DataAccess>? _dataAccesses;
    private List<Delegation>? _delegations;
    private List<RetrievalResult>? _retrievalResults;
    private Dictionary<ChangeKind, decimal>? _changes;
    private Dictionary<string, double>? _scores;
    private Dictionary<string, string>? _tags;

    internal RunFacts()
    {
    }

    /// <summary>Those of a run that has reported nothing; nobody adds to it.</summary>
    internal static RunFacts None { get; } = new();

    /// <summary>Requests recorded by <see cref="RunContext.RecordNetworkRequest"/>.</summary>
    public IReadOnlyList<NetworkRequest> NetworkRequests => Snapshot(_networkRequests);

    /// <summary>Accesses recorded by <see cref="RunContext.RecordDataAccess"/>.</summary>
    public IReadOnlyList<DataAccess> DataAccesses => Snapshot(_dataAccesses);

    /// <summary>Delegations recorded by <see cref="RunContext.RecordDelegation"/>.</summary>
    public IReadOnlyList<Delegation> Delegations => Snapshot(_delegations);

    /// <summary>Results recorded by <see cref="RunContext.RecordRetrievalResult"/>.</summary>
    public IReadOnlyList<RetrievalResult> RetrievalResults => Snapshot(_retrievalResults);

    /// <summary>Sum of the amounts recorded by <see cref="RunContext.RecordChange"/>, at most what a decimal can say; 0 when there are none.</summary>
    /// <param name="kind">What was changed.</param>
    public decimal Changed(ChangeKind kind)
    {
        lock (_gate)
        {
            return _changes?.GetValueOrDefault(kind) ?? 0;
        }
    }

    /// <summary>The last numeric (or boolean: 0 or 1) score of a name; null when there is none.</summary>
    /// <param name="name">Name of the score, compared exactly.</param>
    public double? Score(string name)
    {
        lock (_gate)
        {
            return _scores is not null && _scores.TryGetValue(name, out double value) ? value : null;
        }
    }

    /// <summary>The last value of a tag; null when there is none.</summary>
    /// <param name="key">Key of the tag, compared exactly.</param>
    public string? Tag(string key)
    {
        lock (_gate)
        {
            return _tags?.GetValueOrDefault(key);
        }
    }

    internal void Add(NetworkRequest request) => Add(ref _networkRequests, request);

    internal void Add(DataAccess access) => Add(ref _dataAccesses, access);

    internal void Add(Delegation delegation) => Add(ref _delegations, delegation);

    internal void Add(RetrievalResult result) => Add(ref _retrievalResults, result);

    internal void AddChange(ChangeKind kind, decimal amount)
    {
        lock (_gate)
        {
            _changes ??= [];
            decimal sum = _changes.GetValueOrDefault(kind);
            _changes[kind] = amount > 0
                ? (sum > decimal.MaxValue - amount ? decimal.MaxValue : sum + amount)
                : (sum < decimal.MinValue - amount ? decimal.MinValue : sum + amount);
        }
    }

    internal void SetScore(string name, double value)
    {
        lock (_gate)
        {
            _scores ??= [];
            _scores[name] = value;
        }
    }

    internal void SetTag(string key, string value)
    {
        lock (_gate)
        {
            _tags ??= [];
            _tags[key] = value;
        }
    }

    private void Add<T>(ref List<T>? list, T fact)
    {
        lock (_gate)
        {
            list ??= [];
            if (list.Count == MostKept)
            {
                list.RemoveAt(0);
            }

            list.Add(fact);
        }
    }

    private T[] Snapshot<T>(List<T>? list)
    {
        lock (_gate)
        {
            return list is null ? [] : [.. list];
        }
    }
}
