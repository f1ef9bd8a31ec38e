using System.CommandLine;
using System.CommandLine.Parsing;

namespace Docs;

/// <summary>The command line: its words, its help, its checks.</summary>
internal static class CommandLine
{
    private const int MostParallel = 64;

    public static RootCommand Create(Func<AskOptions, CancellationToken, Task<int>> ask)
    {
        // Several words are one question, so quotation marks may be forgotten.
        Argument<string[]> question = new("question") { Arity = ArgumentArity.ZeroOrMore, Description = "What you want to know." };
        Option<string?> questions = new("--questions") { HelpName = "FILE", Description = "Answer a file with one question per line." };
        Option<string?> docs = new("--docs") { HelpName = "DIR", Description = "Folder of documents. [default: this repository]" };
        Option<string> output = new("--out") { HelpName = "DIR", Description = "Folder for traces.", DefaultValueFactory = _ => "runs" };
        Option<int> parallel = new("--parallel")
        {
            HelpName = "N",
            Description = "Most questions answered at once.",
            DefaultValueFactory = _ => 4,
        };
        Option<string?> policy = new("--policy") { HelpName = "FILE", Description = "Hold the agent to a file of policies." };
        question.Validators.Add(RejectUnknownOption);
        questions.Validators.Add(RejectBlank);
        docs.Validators.Add(RejectBlank);
        output.Validators.Add(RejectBlank);
        parallel.Validators.Add(CheckParallel);
        policy.Validators.Add(RejectBlank);

        RootCommand root = new("Answers questions from a folder of documents, and shows how it went about it.")
        {
            question, questions, docs, output, parallel, policy,
        };
        root.Directives.Clear(); // "[Sensitive] …" is a question here.
        root.SetAction((result, ct) => ask(
            new AskOptions(
                string.Join(' ', result.GetValue(question) ?? []).Trim(),
                result.GetValue(questions),
                result.GetValue(docs),
                result.GetRequiredValue(output),
                result.GetValue(parallel),
                result.GetValue(policy)),
            ct));
        return root;
    }

    /// <summary>A misspelt option would otherwise become part of the question.</summary>
    private static void RejectUnknownOption(ArgumentResult result)
    {
        string? option = result.Tokens
            .Select(token => token.Value)
            .FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal) && !word.Contains(' '));
        if (option is not null)
        {
            result.AddError($"There is no option {option}.");
        }
    }

    private static void RejectBlank(OptionResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{result.Option.Name} takes a path, not an empty text.");
        }
    }

    private static void CheckParallel(OptionResult result)
    {
        string? given = result.Tokens.Count > 0 ? result.Tokens[0].Value : null;
        if (given is not null && (!int.TryParse(given, out int value) || value is < 1 or > MostParallel))
        {
            result.AddError($"--parallel takes a number from 1 to {MostParallel}, not '{given}'.");
        }
    }
}
