namespace Observe;

/// <summary>How <see cref="ConsoleExporter"/> prints.</summary>
public sealed class ConsoleExporterOptions
{
    /// <summary>Where the trees go. Default: null, which is <see cref="Console.Out"/> as it is at the time of printing.</summary>
    public TextWriter? Writer { get; init; }

    /// <summary>
    /// Whether to colour the trees with ANSI escapes. Default: null, which is yes on a terminal and no when the output is redirected,
    /// when the environment variable <c>NO_COLOR</c> is set (https://no-color.org) and when <c>TERM</c> is <c>dumb</c>.
    /// </summary>
    public bool? Colors { get; init; }

    /// <summary>
    /// Columns a line may take; at least 48. Default: null, which is the width of the terminal, or 120 when there is none.
    /// </summary>
    public int? Width { get; init; }

    /// <summary>
    /// Whether to print what was captured: arguments, results, items of streams, metadata, queries, thoughts, messages, comments and
    /// the reasoning of decisions. Names, the chosen options, tags, models, tokens, costs, scores, answers of policies and errors are
    /// printed in any case. Default: true.
    /// </summary>
    public bool ShowValues { get; init; } = true;

    /// <summary>
    /// Scopes, child runs, events and answers of policies to print of one tree: the first, the last, and those that failed or were
    /// blocked; the others are counted. Default: 200.
    /// </summary>
    public int MaxScopes { get; init; } = 200;

    /// <summary>
    /// Child runs to hold until the run that called them ends. When there are more, the oldest is printed as a tree of its own.
    /// Default: 1000.
    /// </summary>
    public int MaxHeldRuns { get; init; } = 1000;
}
