using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>What is told about a call of a language model from its arguments, and by whom its result is read.</summary>
internal static class LlmSource
{
    /// <summary>A delegate that reads the result, or of a stream one item.</summary>
    public static string Reader(LlmCall llm) =>
        llm.ResultIsText ? $"{WrittenAttributes.Lambda} static (report, value) => report.Response(value)" : llm.Reader ?? "null";

    public static void WriteArguments(SourceWriter writer, ObservedMethod method)
    {
        if (method.Llm is not { } llm || (llm.Model ?? llm.Prompt ?? llm.Messages?.Parameter) is null)
        {
            return;
        }

        string report = method.Locals.Report;
        writer.WriteLine($$"""if ({{method.Locals.Call}}.Llm is { } {{report}})""");
        using (writer.OpenBlock())
        {
            if (llm.Model is not null)
            {
                writer.WriteLine($"{report}.Model({llm.Model});");
            }

            if (llm.Prompt is not null)
            {
                writer.WriteLine($"{report}.Message(\"user\", {llm.Prompt});");
            }

            if (llm.Messages is not null)
            {
                WriteMessages(writer, method.Locals, llm.Messages);
            }
        }

        writer.WriteLine();
    }

    // Only messages that are there already: reading a lazy sequence would be an act of ours. A collection may be changed meanwhile.
    private static void WriteMessages(SourceWriter writer, LocalNames locals, LlmMessages messages)
    {
        string text = messages.Text is null ? "null" : locals.Message + messages.Text;
        string tell = $"{locals.Report}.Message({locals.Message}{messages.Role}, {text});";
        string all = messages.Collection is null ? messages.Parameter : locals.Conversation;
        writer.WriteLine($"if ({messages.Parameter} is {(messages.Collection is null ? "not null" : $"{messages.Collection} {all}")})");
        using (writer.OpenBlock())
        {
            writer.WriteLine("try");
            using (writer.OpenBlock())
            {
                writer.WriteLine($"foreach (var {locals.Message} in {all})");
                using (writer.OpenBlock())
                {
                    writer.WriteLine(messages.MayBeNull
                        ? $$"""
                            if ({{locals.Message}} is not null)
                            {
                                {{tell}}
                            }
                            """
                        : tell);
                }
            }

            writer.WriteLine("""
                catch (global::System.Exception)
                {
                }
                """);
        }
    }
}
