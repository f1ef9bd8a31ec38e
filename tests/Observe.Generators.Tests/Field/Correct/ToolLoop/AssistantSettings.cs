using System;
using System.Globalization;
using Observe;

namespace Ledgerly.Assistant;

/// <summary>What the environment says. Everything has a default but the gateway.</summary>
internal sealed record AssistantSettings
{
    public required Uri Gateway { get; init; }

    public required string Session { get; init; }

    public required string User { get; init; }

    public string Model { get; init; } = "gpt-4o";

    public string SmallModel { get; init; } = "gpt-4o-mini";

    public string LedgerFile { get; init; } = "ledger.json";

    public string TraceFolder { get; init; } = "traces";

    public string? PolicyFile { get; init; }

    public Uri? PolicyServer { get; init; }

    public int MaxRounds { get; init; } = 8;

    public bool IsVerbose { get; init; }

    public static AssistantSettings FromEnvironment() => new()
    {
        Gateway = new Uri(Read("LEDGERLY_GATEWAY") ?? throw new InvalidOperationException("LEDGERLY_GATEWAY is not set.")),
        Session = Read("LEDGERLY_SESSION") ?? RunContext.NewSessionId(),
        User = Environment.UserName,
        PolicyFile = Read("LEDGERLY_POLICIES"),
        PolicyServer = Uri.TryCreate(Read("LEDGERLY_POLICY_SERVER"), UriKind.Absolute, out Uri? server) ? server : null,
        MaxRounds = int.TryParse(Read("LEDGERLY_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int rounds) ? rounds : 8,
        IsVerbose = Read("LEDGERLY_VERBOSE") is "1" or "true",
    };

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name);
}
