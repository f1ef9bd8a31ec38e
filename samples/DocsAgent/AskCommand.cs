using Docs.Answering;
using Docs.Reading;
using Docs.Searching;
using Observe;

namespace Docs;

/// <summary>Answers the questions of one command line under an observer that prints and stores the traces.</summary>
internal static class AskCommand
{
    private static readonly TimeSpan s_flushTimeout = TimeSpan.FromSeconds(5);

    /// <returns>Whether the trace is complete.</returns>
    public static async Task<bool> RunAsync(AskOptions options, CancellationToken ct)
    {
        IReadOnlyList<string> questions = await Questions.ReadAsync(options, ct);
        DocumentFolder documents = FindDocuments(options);
        DocumentIndex index = await DocumentIndex.BuildAsync(documents, ct);
        string traces = CreateTraceFolder(options.OutFolder);
        Report(index);

        JsonLinesFileExporter file = new(traces);
        await using Observer observer = Observer.Start(observerOptions =>
        {
            observerOptions.Exporters.Add(new ConsoleExporter());
            observerOptions.Exporters.Add(file);
            if (options.PolicyFile is { } policies)
            {
                observerOptions.Policies.AddFile(policies);
            }
        });

        DocsAgent agent = new(index);
        string session = $"cli-{Guid.NewGuid():N}"[..12];
        FlushResult result;
        try
        {
            await foreach (Answer answer in QuestionBatch.AnswerAsync(
                questions, options.Parallel, (question, token) => agent.AnswerAsync(session, question, token), ct))
            {
                Console.Write(AnswerText.Of(answer));
            }
        }
        finally
        {
            // After Ctrl+C, too: what was traced until then is written.
            result = await observer.FlushAsync(s_flushTimeout, CancellationToken.None);
            Console.WriteLine($"trace: {Shorten(file.CurrentFile ?? traces)}");
        }

        if (!result.IsComplete)
        {
            await Console.Error.WriteLineAsync($"incomplete trace: {result.Dropped} records dropped, {result.Pending} not written");
        }

        return result.IsComplete;
    }

    private static DocumentFolder FindDocuments(AskOptions options)
    {
        string folder = options.DocsFolder
            ?? RepositoryFolder.Find()
            ?? throw new UnusableInputException("Not inside the Observe repository, so say which documents to use: --docs DIR");
        // A file of questions matches every question best.
        return new DocumentFolder(folder, except: options.QuestionsFile);
    }

    private static string CreateTraceFolder(string path)
    {
        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"Traces cannot be written to {path}: {e.Message}");
        }
    }

    private static void Report(DocumentIndex index)
    {
        Console.WriteLine($"{index.DocumentCount} documents, {index.SectionCount} sections in {index.Folder}");
        if (index.Skipped.Describe() is { } skipped)
        {
            Console.WriteLine(skipped);
        }

        Console.WriteLine();
    }

    private static string Shorten(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
