namespace Observe;

/// <summary>A policy file cannot be used: it is missing, is not JSON, or says something that is not understood.</summary>
public sealed class PolicyFileException : ObserveException
{
    internal PolicyFileException(string path, int line, string jsonPath, string problem, Exception? inner = null)
        : base(Describe(path, line, jsonPath, problem), inner)
    {
        Path = path;
        Line = line;
        JsonPath = jsonPath;
        Problems = [Message];
    }

    private PolicyFileException(PolicyFileException first, string[] problems)
        : base(string.Join('\n', problems), first.InnerException)
    {
        Path = first.Path;
        Line = first.Line;
        JsonPath = first.JsonPath;
        Problems = problems;
    }

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>Line of the first problem, from 1; 0 when the file as a whole is the problem.</summary>
    public int Line { get; }

    /// <summary>
    /// Where in the JSON the first problem is, for example <c>$.policies[2].rules.max_per_minute</c>; empty when the file as a whole is
    /// the problem.
    /// </summary>
    public string JsonPath { get; }

    /// <summary>Everything that is wrong, in the order of the file, each as <c>file(line): place: problem</c>; at least one.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>All problems of a file as one.</summary>
    internal static PolicyFileException Combine(List<PolicyFileException> all)
    {
        if (all.Count == 1)
        {
            return all[0];
        }

        List<string> problems = [];
        foreach (PolicyFileException one in all)
        {
            problems.AddRange(one.Problems);
        }

        return new PolicyFileException(all[0], [.. problems]);
    }

    private static string Describe(string path, int line, string jsonPath, string problem)
    {
        string where = line == 0 ? path : $"{path}({line})";
        return jsonPath.Length == 0 ? $"{where}: {problem}" : $"{where}: {jsonPath}: {problem}";
    }
}
