using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Observe.Generators;

namespace Observe.Benchmarks.Compiler;

/// <summary>What generator and analyzers cost the developer who types and the build that compiles.</summary>
internal static class CompilerProgram
{
    private const int WarmUps = 10;
    private const int Repetitions = 31;

    /// <summary>Measures the parts that are named, else all.</summary>
    public static string Run(IReadOnlyList<string> parts) => string.Join(
        '\n',
        new[] { ("keystrokes", (Func<string>)Keystrokes), ("analyzers", AnalyzersProgram.Run) }
            .Where(part => parts.Count == 0 || parts.Contains(part.Item1))
            .Select(static part => part.Item2()));

    private static string Keystrokes()
    {
        GeneratorUnderTest observe = new(
            "Observe", new ObserveGenerator(), KeystrokeSources.Observed(), "order.Length + count", "public partial int Call3(string order");
        GeneratorUnderTest logging = new(
            "LoggerMessage", LoggerMessage(), KeystrokeSources.Logged(), "order.Length + count", "partial void Log3(ILogger logger, string order");

        // In turns, so that whatever else the machine does meets both.
        for (int i = 0; i < WarmUps + Repetitions; i++)
        {
            observe.Type(isMeasured: i >= WarmUps);
            logging.Type(isMeasured: i >= WarmUps);
        }

        StringBuilder text = new("## A keystroke\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{KeystrokeSources.Types} types with {KeystrokeSources.MethodsOfAType} annotated methods each, {KeystrokeSources.OtherFiles} other files; ")
            .Append(CultureInfo.InvariantCulture, $"processor time of one run of the generator, median of {Repetitions} and the fastest.\n\n")
            .Append("| what is typed | Observe ms | outputs | LoggerMessage ms | outputs | ratio of medians | ratio of the fastest | MB | MB |\n")
            .Append("|---|---:|---|---:|---|---:|---:|---:|---:|\n");
        foreach ((Keystroke ours, Keystroke theirs) in observe.Results.Zip(logging.Results))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {ours.Name} | {ours.Median:0} ({ours.Fastest:0}) | {ours.Outputs} | {theirs.Median:0} ({theirs.Fastest:0}) | {theirs.Outputs} | {ours.Median / theirs.Median:0.00} | {ours.Fastest / theirs.Fastest:0.00} | {ours.Megabytes:0.0} | {theirs.Megabytes:0.0} |\n");
        }

        return text.ToString();
    }

    private static IIncrementalGenerator LoggerMessage()
    {
        Type type = Assembly.LoadFrom(Sdk.LoggerMessageGenerator).GetTypes().Single(static type => type.Name == "LoggerMessageGenerator");
        return (IIncrementalGenerator)Activator.CreateInstance(type)!;
    }
}
