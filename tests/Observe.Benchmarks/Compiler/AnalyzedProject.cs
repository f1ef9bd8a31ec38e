namespace Observe.Benchmarks.Compiler;

/// <summary>
/// A project of 50,000 lines: a tenth of its files are agents, the rest is what stands around them in a shop's services: records,
/// queries, loops, tasks, exceptions, texts. Every number makes another file of the same kind.
/// </summary>
internal static class AnalyzedProject
{
    public const int Lines = 50_000;

    /// <summary>Writes the project's files.</summary>
    /// <returns>How many lines they have.</returns>
    public static int Write(string directory)
    {
        string agent = Template("Agent");
        string service = Template("Service");
        int lines = 0;
        for (int i = 0; lines < Lines; i++)
        {
            string text = (i % 10 == 0 ? agent : service).Replace("__N__", $"{i}", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(directory, $"File{i}.cs"), text);
            lines += text.AsSpan().Count('\n');
        }

        return lines;
    }

    private static string Template(string name)
    {
        using Stream stream = typeof(AnalyzedProject).Assembly.GetManifestResourceStream($"{name}.txt")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
