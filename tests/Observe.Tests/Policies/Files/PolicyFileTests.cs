using Observe.Policies;

namespace Observe.Tests.Policies.Files;

public sealed class PolicyFileTests
{
    [Fact]
    public void Every_field_of_a_policy_counts()
    {
        PolicyRegistration registration = Assert.Single(Read(
            """
            { "policies": [ {
              "name": "limit", "category": "stub", "description": "keeps it small", "version": "7", "priority": 5,
              "on_failure": "open", "enabled": true, "scope": { "agents": ["codex-*", "support"] }, "rules": { "max": 3 }
            } ] }
            """));

        Assert.Equal(["codex-*", "support"], registration.Agents);
        Assert.Equal((5, PolicyFailure.Open, false), (registration.Priority, registration.OnFailure, registration.IsNamedOnly));
        FilePolicyStub policy = Assert.IsType<FilePolicyStub>(registration.Policy);
        Assert.Equal(("limit", "stub", "7", 3), (policy.Name, policy.Category, policy.Version, policy.Max));
        Assert.Equal(("keeps it small", 5), (policy.Definition.Description, policy.Definition.Priority));
    }

    [Fact]
    public void An_array_is_a_file_too_and_what_is_left_out_has_its_default()
    {
        PolicyRegistration registration = Assert.Single(Read("""[ { "name": "limit", "category": "stub" } ]"""));

        Assert.Empty(registration.Agents);
        Assert.Equal((100, PolicyFailure.Closed), (registration.Priority, registration.OnFailure));
        Assert.Equal(10, Assert.IsType<FilePolicyStub>(registration.Policy).Max);
    }

    [Fact]
    public void A_policy_that_is_not_enabled_is_not_asked_but_must_be_right()
    {
        Assert.Empty(Read("""[ { "name": "limit", "category": "stub", "enabled": false } ]"""));

        Assert.Equal(
            "(1): $[0].rules.max: 0 must be at least 1",
            Problem("""[ { "name": "limit", "category": "stub", "enabled": false, "rules": { "max": 0 } } ]"""));
    }

    [Fact]
    public void Policies_stay_in_the_order_of_the_file()
    {
        IReadOnlyList<PolicyRegistration> registrations = Read(
            """[ { "name": "b", "category": "stub" }, { "name": "a", "category": "stub" }, { "name": "c", "category": "stub" } ]""");

        Assert.Equal(["b", "a", "c"], registrations.Select(registration => registration.Policy.Name));
    }

    [Fact]
    public void Everything_that_is_wrong_is_reported_in_the_order_of_the_file()
    {
        PolicyFileException exception = Rejected(
            """
            {
              "version": 3,
              "policies": [
                { "name": "a", "category": "stub",
                  "rules": {
                    "max": -1 } },
                { "name": "b", "category": "stub", "scop": {},
                  "rules": { "maxx": 1 } },
                { "name": "", "category": "stub" },
                { "category": "stub" },
                7,
                { "name": "c", "category": "stub", "on_failure": "maybe" },
                { "name": "d", "category": "stub", "scope": { "agents": "all" } }
              ]
            }
            """);

        Assert.Equal(
            [
                "(2): $.version: is not known here; known are policies",
                "(6): $.policies[0].rules.max: -1 must be at least 1",
                "(7): $.policies[1].scop: is not known here; known are category, description, enabled, name, on_failure, priority, rules, scope, version",
                "(8): $.policies[1].rules.maxx: is not known here; known are answer, max",
                "(9): $.policies[2].name: is needed and must not be empty",
                "(10): $.policies[3].name: is needed and must not be empty",
                "(11): $.policies[4]: 7 must be an object with at least \"name\" and \"category\"",
                "(12): $.policies[5].on_failure: \"maybe\" must be one of \"closed\", \"open\"",
                "(13): $.policies[6].scope.agents: \"all\" must be an array of texts, for example [\"a\", \"b\"]",
            ],
            exception.Problems.Select(problem => problem[exception.Path.Length..]));
        Assert.Equal((2, "$.version"), (exception.Line, exception.JsonPath));
        Assert.Equal(string.Join('\n', exception.Problems), exception.Message);
    }

    [Theory]
    [InlineData("{}", "(1): $.policies: must be an array of policies")]
    [InlineData("\n7", "(2): $: 7 must be an array of policies, or an object with an array \"policies\"")]
    [InlineData("{ \"policies\": {} }", "(1): $.policies: must be an array of policies")]
    [InlineData("[{ \"name\": \"a\", \"category\": \"stub\", \"rules\": [] }]", "(1): $[0].rules: an array must be an object")]
    [InlineData("[{ \"name\": \"a\" }]", "(1): $[0].category: is needed and must not be empty")]
    [InlineData(
        "[{ \"name\": \"a\", \"category\": \"stub\" },\n{ \"name\": \"a\", \"category\": \"stub\" }]",
        "(2): $[1].name: \"a\" is the name of the policy in line 1 too; names must differ")]
    public void A_file_of_another_shape_is_an_error(string json, string problem) => Assert.Equal(problem, Problem(json));

    [Fact]
    public void An_unknown_category_is_an_error_that_lists_the_known_ones()
    {
        string problem = Problem("""[ { "name": "a", "category": "rate-limits" } ]""");

        Assert.StartsWith("(1): $[0].category: \"rate-limits\" is not known; known are ", problem, StringComparison.Ordinal);
        Assert.Contains(" stub", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error_that_names_it()
    {
        string path = Path.Combine(Path.GetTempPath(), "there-is-no-such-directory", "policies.json");

        PolicyFileException exception = Assert.Throws<PolicyFileException>(() => new PolicyOptions().AddFile(path));

        Assert.Equal($"{path}: the file does not exist", exception.Message);
        Assert.Equal((path, 0, ""), (exception.Path, exception.Line, exception.JsonPath));
    }

    [Fact]
    public void A_directory_is_not_a_policy_file() =>
        Assert.Contains(
            "cannot be read", Assert.Throws<PolicyFileException>(() => new PolicyOptions().AddFile(Path.GetTempPath())).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_an_error_and_a_byte_order_mark_is_none()
    {
        using TemporaryFile file = new();
        File.WriteAllText(file.FullPath, "[]", System.Text.Encoding.Unicode);
        Assert.EndsWith("the file is not UTF-8 text; save it as UTF-8", Assert.Throws<PolicyFileException>(() => new PolicyOptions().AddFile(file.FullPath)).Message, StringComparison.Ordinal);

        File.WriteAllText(file.FullPath, "[]", System.Text.Encoding.UTF8);
        Assert.Single(new PolicyOptions().AddFile(file.FullPath).Sources);
    }

    [Fact]
    public void Underscores_in_a_category_count_as_hyphens()
    {
        using TemporaryFile file = new("""[ { "name": "a", "category": "my_own" }, { "name": "b", "category": "my-own" } ]""");
        PolicyOptions options = new PolicyOptions().AddCategory("my_own", definition => new FilePolicyStub(definition)).AddFile(file.FullPath);

        Assert.All(options.Sources[0].Current, registration => Assert.Equal("my-own", registration.Policy.Category));
    }

    [Fact]
    public void A_category_is_added_once()
    {
        PolicyOptions options = new PolicyOptions().AddCategory("my-own", definition => new FilePolicyStub(definition));

        ArgumentException exception = Assert.Throws<ArgumentException>(() => options.AddCategory("my_own", definition => new FilePolicyStub(definition)));

        Assert.StartsWith("There is a category \"my-own\" already; choose another name.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_category_of_ones_own_does_wrong_is_an_error_with_its_place()
    {
        Assert.Equal("(1): $[0].rules: the category \"stub\" gave no policy", Problem(Small, _ => null!));
        Assert.Equal(
            "(1): $[0].rules: the category \"stub\" gave a policy with the name \"b\"; it must be \"a\"",
            Problem(Small, definition => new FilePolicyStub(new PolicyDefinition { Name = "b", Category = "stub", Rules = definition.Rules })));
        Assert.Equal(
            "(1): $[0].rules: the category \"stub\" failed with InvalidOperationException: no room",
            Problem(Small, _ => throw new InvalidOperationException("no room")));
        Assert.Equal(
            "(1): $[0].rules: Max must be above 3.",
            Problem(Small, definition => throw new ArgumentException("Max must be above 3.", nameof(definition))));
        Assert.Equal("(1): $[0].rules.max: is needed", Problem(Small, definition => throw definition.Rules.Wrong("max", "is needed")));
    }

    private const string Small = """[ { "name": "a", "category": "stub" } ]""";

    private static IReadOnlyList<PolicyRegistration> Read(string json, Func<PolicyDefinition, IPolicy>? create = null)
    {
        using TemporaryFile file = new(json);
        PolicyOptions options = new PolicyOptions().AddCategory("stub", create ?? (definition => new FilePolicyStub(definition)));
        return options.AddFile(file.FullPath).Sources[0].Current;
    }

    private static PolicyFileException Rejected(string json, Func<PolicyDefinition, IPolicy>? create = null) =>
        Assert.Throws<PolicyFileException>(() => Read(json, create));

    private static string Problem(string json, Func<PolicyDefinition, IPolicy>? create = null)
    {
        PolicyFileException exception = Rejected(json, create);
        return exception.Message[exception.Path.Length..];
    }
}
