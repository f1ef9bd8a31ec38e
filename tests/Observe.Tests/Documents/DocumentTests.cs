using System.Globalization;
using System.Text.RegularExpressions;
using Observe.Policies.Files;
using Observe.Tests.Policies.Files;

namespace Observe.Tests.Documents;

/// <summary>What the documents say about the code is so.</summary>
public sealed partial class DocumentTests
{
    private const string PoliciesPage = "src/Observe/Policies/policies.md";
    private const string FeaturesPage = "tests/features.md";

    [SourceFact]
    public void Every_built_in_category_has_a_section_with_its_rules()
    {
        string page = Sources.Read(PoliciesPage);

        Assert.Equal(CategoryNames.BuiltIn, Markdown.Rows(page, "category").SelectMany(static row => Markdown.Spans(row[0])));
        Assert.All(CategoryNames.BuiltIn, category => Assert.Equal(RulesReadFor(category), RulesWrittenFor(page, category)));
    }

    [SourceFact]
    public void Rules_within_rules_are_read_by_the_code()
    {
        string code = string.Concat(Sources.FilesIn("src/Observe/Policies").Select(File.ReadAllText));
        string[] missing =
        [
            .. Markdown.Rows(Sources.Read(PoliciesPage), "rule")
                .SelectMany(static row => Markdown.Spans(row[0]))
                .SelectMany(static rule => rule.Split('.'))
                .Where(name => !code.Contains($"\"{name}\"", StringComparison.Ordinal)),
        ];

        Assert.Empty(missing);
    }

    [SourceFact]
    public void Rules_have_the_properties_and_defaults_that_the_page_says()
    {
        string page = Sources.Read(PoliciesPage);
        List<string> wrong = [];
        foreach (string category in CategoryNames.BuiltIn)
        {
            object rules = Activator.CreateInstance(RulesTypeOf(category))!;
            foreach (string[] row in Markdown.Rows(SectionOf(page, category), "rule"))
            {
                string property = Markdown.Spans(row[1]).FirstOrDefault() ?? "";
                if (property.Contains('.', StringComparison.Ordinal) ? !IsMember(property) : property.Length > 0 && !IsDefault(rules, property, row[2]))
                {
                    wrong.Add($"{category}: {string.Join(" | ", row[..3])}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [SourceFact]
    public void Policy_files_of_the_page_can_be_read()
    {
        string page = Sources.Read(PoliciesPage);
        int policies = 0;
        foreach (string json in Markdown.Code(page, "json"))
        {
            using TemporaryFile file = new(json);
            policies += new PolicyOptions().AddMaxAmount().AddFile(file.FullPath).Sources[0].Current.Count;
        }

        Assert.Equal(3, policies);
    }

    [SourceFact]
    public void Code_of_the_page_is_code_that_compiles()
    {
        string[] examples = [.. Directory.EnumerateFiles(Sources.PathOf("tests/Observe.Tests/Documents/Examples"), "*.cs").Select(ExampleIn)];

        Assert.Equal(examples.Order(StringComparer.Ordinal), Markdown.Code(Sources.Read(PoliciesPage), "csharp").Order(StringComparer.Ordinal));
    }

    [SourceFact]
    public void Every_test_and_file_that_features_names_exists()
    {
        string page = Sources.Read(FeaturesPage);
        Dictionary<string, string> tests = [];
        foreach (string file in Sources.FilesIn("tests"))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            tests[name] = tests.GetValueOrDefault(name, "") + File.ReadAllText(file);
        }

        string[] missing =
        [
            .. Markdown.Spans(page).Where(span => TestName().IsMatch(span) && !IsIn(tests, span)),
            .. Markdown.Spans(page).Where(static span => SourceName().IsMatch(span) && !File.Exists(Sources.PathOf(span))),
        ];

        Assert.Empty(missing);
    }

    [SourceFact]
    public void Every_member_that_features_names_exists()
    {
        string page = Sources.Read(FeaturesPage);
        IEnumerable<string[]> rows = [.. Markdown.Rows(page, "#"), .. Markdown.Rows(page, "no.")];
        string[] members = [.. rows.SelectMany(static row => Markdown.Spans(row[2])).Where(static span => MemberName().IsMatch(span))];
        string[] missing = [.. members.Where(static span => !IsMember(span.StartsWith('[') ? $"{span.Trim('[', ']')}Attribute" : span))];

        Assert.NotEmpty(members);
        Assert.Empty(missing);
    }

    [SourceFact]
    public void Features_has_every_number_once()
    {
        string page = Sources.Read(FeaturesPage);
        int[] numbers = [.. Markdown.Rows(page, "#").Select(static row => int.Parse(row[0], CultureInfo.InvariantCulture))];

        Assert.Equal([.. Enumerable.Range(1, 56), .. Enumerable.Range(82, 80)], numbers.Order());
    }

    private static bool IsIn(Dictionary<string, string> tests, string span)
    {
        string[] parts = span.Split('.');
        return tests.TryGetValue(parts[0], out string? code) && (parts.Length == 1 || code.Contains($" {parts[1]}(", StringComparison.Ordinal));
    }

    private static bool IsMember(string span)
    {
        string[] parts = span.Split('.');
        Type? type = typeof(Observer).Assembly.GetExportedTypes().FirstOrDefault(type => type.Name.Split('`')[0] == parts[0]);
        return type is not null && (parts.Length == 1 || type.GetMember(parts[1]).Length > 0);
    }

    private static string SectionOf(string page, string category) =>
        Markdown.Section(page, $"### `{category}`") ?? throw new InvalidOperationException($"{PoliciesPage} has no section for \"{category}\".");

    private static string[] RulesWrittenFor(string page, string category) =>
    [
        .. Markdown.Rows(SectionOf(page, category), "rule")
            .SelectMany(static row => Markdown.Spans(row[0]))
            .Where(static rule => !rule.Contains('.', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Who reads a file lists, of an object with an unknown member, the members that are known.</summary>
    private static string[] RulesReadFor(string category)
    {
        string least = category == "budget" ? "\"daily_cost_limit\": 5, " : "";
        using TemporaryFile file = new($$"""[ { "name": "a", "category": "{{category}}", "rules": { {{least}}"unknown": 1 } } ]""");
        PolicyFileException exception = Assert.Throws<PolicyFileException>(() => new PolicyOptions().AddFile(file.FullPath));
        string[] known = exception.Message[(exception.Message.LastIndexOf("known are ", StringComparison.Ordinal) + 10)..].Split(", ");
        return [.. known.Order(StringComparer.Ordinal)];
    }

    private static Type RulesTypeOf(string category)
    {
        string name = string.Concat(category.Split('-').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
        return typeof(Observer).Assembly.GetType($"Observe.{name}Rules", throwOnError: true)!;
    }

    private static bool IsDefault(object rules, string property, string written)
    {
        if (rules.GetType().GetProperty(property) is not { } found)
        {
            return IsMember(property);
        }

        object? value = found.GetValue(rules);
        string text = written.Trim('`');
        return value switch
        {
            null => written is "none" or "learned" or "all" or "false" || text is "null" or "warn" or "block",
            bool flag => text == (flag ? "true" : "false"),
            PolicyAction action => text == (action == PolicyAction.Block && property == "JsonOutputAction" ? "error" : ActionWords.WordOf(action)),
            TimeSpan time => text == time.TotalMinutes.ToString(CultureInfo.InvariantCulture),
            int or long or double or decimal => decimal.Parse(text, CultureInfo.InvariantCulture) == Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            _ => text.Length > 0,
        };
    }

    private static string ExampleIn(string file)
    {
        string code = File.ReadAllText(file).ReplaceLineEndings("\n");
        string[] lines = code[(code.IndexOf("namespace ", StringComparison.Ordinal))..].Split('\n')[2..];
        int mark = Array.FindIndex(lines, static line => line.Trim() == "// example");
        return mark < 0
            ? string.Join('\n', lines)
            : string.Concat(lines[(mark + 1)..].TakeWhile(static line => line != "    }").Select(static line => line[8..] + "\n"));
    }

    [GeneratedRegex(@"^\w+Tests(\.\w+)?$", RegexOptions.None, 10_000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"^[\w.]+/[\w./]+\.\w+$", RegexOptions.None, 10_000)]
    private static partial Regex SourceName();

    [GeneratedRegex(@"^(\[[A-Z]\w*\]|[A-Z]\w*(\.[A-Z]\w*)?)$", RegexOptions.None, 10_000)]
    private static partial Regex MemberName();
}
