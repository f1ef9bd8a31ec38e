using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>The method that reads what one response of a language model says about itself.</summary>
internal static class LlmReaderSource
{
    public static void Write(SourceWriter writer, LlmReader reader)
    {
        string head = $"internal static void {reader.Name}{reader.TypeParameters}({CompilerServices.LlmReport} report, {reader.ValueType} value)";
        SignatureSource.Write(writer, head, reader.Constraints);
        using (writer.OpenBlock())
        {
            if (reader.MayBeNull)
            {
                writer.WriteLine("""
                    if (value is null)
                    {
                        return;
                    }

                    """);
            }

            if (reader.Model is not null)
            {
                writer.WriteLine($"report.Model({reader.Model});");
            }

            if (reader.FinishReason is not null)
            {
                writer.WriteLine($"report.FinishReason({reader.FinishReason});");
            }

            if (reader.Usage is not null)
            {
                WriteUsage(writer, reader.Usage);
                if (!reader.Usage.IsResponse && reader.Text is not null)
                {
                    writer.WriteLine();
                }
            }

            if (reader.Text is not null)
            {
                WriteText(writer, reader.Text);
            }
        }
    }

    private static void WriteUsage(SourceWriter writer, LlmUsage usage)
    {
        if (usage.IsResponse)
        {
            writer.WriteLine(Report(usage, usage.Expression));
        }
        else if (usage.PartType is null)
        {
            writer.WriteLine($$"""
                if ({{usage.Expression}} is { } usage)
                {
                    {{Report(usage, "usage")}}
                }
                """);
        }
        else
        {
            writer.WriteLine($$"""
                foreach (var part in {{usage.Expression}})
                {
                    if (part is {{usage.PartType}} { {{usage.PartMember}}: { } usage })
                    {
                        {{Report(usage, "usage")}}
                    }
                }
                """);
        }
    }

    private static string Report(LlmUsage usage, string counts)
    {
        IEnumerable<string> values = usage.Counts.Select(count => count.Length == 0 ? "null" : counts + count);
        return $"report.Usage({string.Join(", ", values)}, cachedInside: {(usage.CachedInside ? "true" : "false")});";
    }

    private static void WriteText(SourceWriter writer, LlmText text) =>
        writer.WriteLine(text.Part is null
            ? $"report.Response({text.Expression});"
            : $$"""
                if ({{text.Expression}} is { } texts)
                {
                    foreach (var text in texts)
                    {
                        report.Response(text{{text.Part}});
                    }
                }
                """);
}
