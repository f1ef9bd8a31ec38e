namespace Observe.Configuration;

/// <summary>
/// What the environment may switch off without a new build: <c>OBSERVE=false</c> (or <c>0</c>, <c>no</c>, <c>off</c>) records nothing,
/// <c>OBSERVE_CAPTURE=none</c> (or <c>arguments</c>, <c>result</c>, <c>all</c>) narrows what is captured. The narrower setting wins
/// over the options; an unknown word is reported and changes nothing.
/// </summary>
internal static class EnvironmentSettings
{
    public const string Switch = "OBSERVE";

    public const string Capture = "OBSERVE_CAPTURE";

    public static bool IsDisabled => Read(Switch) is "false" or "0" or "no" or "off";

    public static void Apply(CaptureOptions capture, Action<string> warn)
    {
        switch (Read(Capture))
        {
            case null or "all":
                break;
            case "none":
                capture.Arguments = false;
                capture.Results = false;
                break;
            case "arguments":
                capture.Results = false;
                break;
            case "result":
                capture.Arguments = false;
                break;
            case { } unknown:
                warn($"{Capture}={unknown} is not known; use none, arguments, result or all.");
                break;
        }
    }

    private static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name)?.Trim().ToLowerInvariant() is { Length: > 0 } value ? value : null;
}
