namespace Observe;

/// <summary>How a policy that lives on a server is asked.</summary>
public abstract class RemotePolicyOptions
{
    private protected RemotePolicyOptions(PolicyPoints points) => Points = points;

    /// <summary>Address of the server: <c>http</c> or <c>https</c>, without user name and query; it may have a path.</summary>
    public required Uri BaseAddress { get; set; }

    /// <summary>
    /// How long an answer may take, in real time, whatever clock the observer has. Default: 2 seconds; from 1 ms to 1 day.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long an answer is used again for the same question: same agent, workflow, people, point, name and arguments. What was used
    /// so far, and the run, do not make another question. Answers to throttle or to retry are never used again. Default: zero, the
    /// server is asked each time.
    /// </summary>
    public TimeSpan CacheFor { get; set; }

    /// <summary>
    /// How old the last answer to the same question may be to count when the server cannot be reached: no connection, no answer in time,
    /// status 408, 429 or 5xx, or something that is not JSON. An answer that was used so has the entry <c>age_seconds</c> in its
    /// metadata. Default: 5 minutes; zero for never.
    /// </summary>
    public TimeSpan StaleFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// What counts when there is no answer that can be used: <see cref="PolicyFailure.Closed"/> blocks (and throttles after status 429),
    /// <see cref="PolicyFailure.Open"/> warns. An action that nobody knows counts the same. It decides before the setting of
    /// <see cref="PolicyOptions.Add"/>, which is for exceptions. Default: <see cref="PolicyFailure.Closed"/>.
    /// </summary>
    public PolicyFailure OnFailure { get; set; }

    /// <summary>
    /// When the server is asked. Each time costs a request. Default: before runs and tool calls, and at checks within a run.
    /// </summary>
    public PolicyPoints Points { get; set; }

    /// <summary>
    /// Whether the server gets the captured arguments and results, their texts masked by <see cref="TextMask.Default"/>. Default: true.
    /// </summary>
    public bool SendArguments { get; set; } = true;

    /// <summary>
    /// Who sends. It is not disposed, and its own base address does not count; synchronous methods need one that can send without
    /// waiting for a task, and wait up to its <see cref="SocketsHttpHandler.ResponseDrainTimeout"/> longer for an answer that stops in
    /// its middle. Default: a client of the policy's own, which follows no redirection and keeps no cookies.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    internal virtual void Validate()
    {
        ArgumentNullException.ThrowIfNull(BaseAddress);
        if (!BaseAddress.IsAbsoluteUri || BaseAddress.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"BaseAddress \"{BaseAddress}\" must begin with http:// or https://.");
        }

        if (BaseAddress.UserInfo.Length + BaseAddress.Query.Length + BaseAddress.Fragment.Length > 0)
        {
            throw new ArgumentException(
                $"BaseAddress for {BaseAddress.Host} must have no user name, query or fragment: only scheme, host, port and path.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Timeout, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Timeout, ObserverOptions.LongestTime);
        ArgumentOutOfRangeException.ThrowIfLessThan(CacheFor, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(StaleFor, TimeSpan.Zero);
    }

    /// <summary>A header carries nothing but visible ASCII; the message never shows the secret.</summary>
    private protected static void ValidateSecret(string? secret, string name)
    {
        foreach (char character in secret ?? "")
        {
            if (character is <= ' ' or > '~')
            {
                throw new ArgumentException($"{name} has a character that cannot stand in a header: white space, or none of ASCII.");
            }
        }
    }
}
