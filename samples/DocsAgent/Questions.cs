using Docs.Reading;

namespace Docs;

/// <summary>The questions that the command line gives, by itself or in a file.</summary>
internal static class Questions
{
    private const int LongestQuestion = 1000;

    private const string Example = "for example: dotnet run --project samples/DocsAgent -- \"How do I mask a secret argument?\"";

    /// <exception cref="UnusableInputException">There is no question, or one that cannot be answered.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(AskOptions options, CancellationToken ct)
    {
        bool hasQuestion = options.Question.Length > 0;
        if (hasQuestion == options.QuestionsFile is not null)
        {
            throw new UnusableInputException(hasQuestion
                ? "Give either a question or --questions FILE, not both."
                : $"Ask a question, {Example}");
        }

        IReadOnlyList<string> questions = options.QuestionsFile is { } file ? await ReadFileAsync(file, ct) : [options.Question];
        int tooLong = questions.ToList().FindIndex(question => question.Length > LongestQuestion);
        return tooLong < 0
            ? questions
            : throw new UnusableInputException($"Question {tooLong + 1} is longer than {LongestQuestion} characters.");
    }

    private static async Task<IReadOnlyList<string>> ReadFileAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw new UnusableInputException(Directory.Exists(path)
                ? $"This is a folder, not a file of questions: {path}"
                : $"There is no such file: {path}");
        }

        TextFile file = await TextFile.ReadAsync(path, ct);
        return file.Skipped is { } reason
            ? throw new UnusableInputException($"The file of questions is {SkippedFiles.Word(reason)}: {path}")
            : [.. file.Lines.Select(line => line.Trim()).Where(line => line.Length > 0)];
    }
}
