using System.Text.Json;

namespace Observe.Policies.Remote;

/// <summary>What came of a request.</summary>
internal readonly struct ServerReply
{
    /// <summary>The JSON of a successful answer; undefined for anything else.</summary>
    public JsonElement Json { get; private init; }

    /// <summary>What went wrong; empty for a successful answer.</summary>
    public string Problem { get; private init; }

    /// <summary>Whether nobody with a say in it has answered, so that an older answer may do.</summary>
    public bool IsUnreachable { get; private init; }

    /// <summary>Whether the server wants to be left alone for a while: status 429.</summary>
    public bool IsBusy { get; private init; }

    /// <summary>For how long, when it says so.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static ServerReply Answered(JsonElement json) => new() { Json = json, Problem = "" };

    /// <summary>The server has spoken, and it is nothing that can be used.</summary>
    public static ServerReply Refused(string problem) => new() { Problem = problem };

    public static ServerReply Unreachable(string problem) => new() { Problem = problem, IsUnreachable = true };

    public static ServerReply Busy(string problem, TimeSpan? retryAfter) =>
        new() { Problem = problem, IsUnreachable = true, IsBusy = true, RetryAfter = retryAfter };
}
