using System.Text;

namespace Observe.Benchmarks.Compiler;

/// <summary>
/// The project that is typed in: 100 types with 10 annotated methods each, and 100 files of ordinary code. The annotated types come
/// twice, as observed methods and as log methods, with as much code around them.
/// </summary>
internal static class KeystrokeSources
{
    public const int Types = 100;
    public const int MethodsOfAType = 10;
    public const int OtherFiles = 100;

    public static IEnumerable<string> Observed() => Enumerable.Range(0, Types).Select(static type => Write(text =>
    {
        text.AppendLine($"using Observe;\n\nnamespace Shop.Agents;\n\npublic partial class Agent{type}\n{{");
        for (int method = 0; method < MethodsOfAType; method++)
        {
            text.AppendLine($$"""
                    [{{(method == 0 ? $"Observe(\"agent-{type}\")" : $"ToolCall(\"tool_{method}\")")}}]
                    public partial int Call{{method}}(string order, int count, double weight);

                    private int Call{{method}}Core(string order, int count, double weight)
                    {
                        int total = order.Length + count;
                        return weight > 0.5 ? total : -total;
                    }

                """);
        }

        text.AppendLine("}");
    }));

    public static IEnumerable<string> Logged() => Enumerable.Range(0, Types).Select(static type => Write(text =>
    {
        text.AppendLine($"using Microsoft.Extensions.Logging;\n\nnamespace Shop.Agents;\n\npublic partial class Agent{type}\n{{");
        for (int method = 0; method < MethodsOfAType; method++)
        {
            text.AppendLine($$"""
                    [LoggerMessage(EventId = {{method}}, Level = LogLevel.Information, Message = "call {{method}} of {order}, {count} times, {weight}")]
                    public static partial void Log{{method}}(ILogger logger, string order, int count, double weight);

                    private int Call{{method}}(string order, int count, double weight)
                    {
                        int total = order.Length + count;
                        return weight > 0.5 ? total : -total;
                    }

                """);
        }

        text.AppendLine("}");
    }));

    public static IEnumerable<string> Others() => Enumerable.Range(0, OtherFiles).Select(static type => Write(text =>
    {
        text.AppendLine($"using System.Collections.Generic;\nusing System.Linq;\n\nnamespace Shop.Orders;\n\npublic class Ledger{type}\n{{");
        for (int method = 0; method < 30; method++)
        {
            text.AppendLine($$"""
                    public int Total{{method}}(IReadOnlyList<int> amounts, string currency)
                    {
                        int sum = amounts.Where(amount => amount > {{method}}).Sum();
                        return currency == "EUR" ? sum : sum * 2;
                    }

                """);
        }

        text.AppendLine("}");
    }));

    private static string Write(Action<StringBuilder> write)
    {
        StringBuilder text = new();
        write(text);
        return text.ToString();
    }
}
