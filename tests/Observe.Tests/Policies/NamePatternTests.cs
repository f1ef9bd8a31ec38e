using Observe.Policies;

namespace Observe.Tests.Policies;

public class NamePatternTests
{
    [Theory]
    [InlineData("refund", "refund", true)]
    [InlineData("refund", "refunds", false)]
    [InlineData("refund", "Refund", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("codex-*", "codex-", true)]
    [InlineData("codex-*", "codex-review", true)]
    [InlineData("codex-*", "my-codex-review", false)]
    [InlineData("*-agent", "support-agent", true)]
    [InlineData("*-agent", "support-agents", false)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "acb", false)]
    [InlineData("a*b*c", "ac", false)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("ab*ba", "abba", true)]
    [InlineData("**x**", "axb", true)]
    [InlineData("a?c", "abc", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("*ab*ab*", "ab", false)]
    [InlineData("*ab*ab*", "abab", true)]
    public void Only_the_star_stands_for_anything_else(string pattern, string name, bool matches) =>
        Assert.Equal(matches, new NamePattern(pattern).Matches(name));

    [Fact]
    public void Case_is_ignored_where_that_is_asked_for()
    {
        Assert.True(new NamePattern("*.Example.com", ignoreCase: true).Matches("WWW.example.COM"));
        Assert.False(new NamePattern("*.Example.com").Matches("WWW.example.COM"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_pattern_is_refused(string pattern) =>
        Assert.Contains("* for every name", Assert.Throws<ArgumentException>(() => new NamePattern(pattern)).Message, StringComparison.Ordinal);

    [Fact]
    public void It_agrees_with_the_definition_on_all_short_names()
    {
        string[] letters = ["a", "b", "*"];
        foreach (string pattern in Words(letters, 5))
        {
            foreach (string name in Words(["a", "b"], 6))
            {
                Assert.True(
                    (pattern.Length > 0 && new NamePattern(pattern).Matches(name)) == (pattern.Length > 0 && Defined(pattern, name)),
                    $"{pattern} on {name}");
            }
        }
    }

    private static IEnumerable<string> Words(string[] letters, int longest) => longest == 0
        ? [""]
        : Words(letters, longest - 1).SelectMany(word => word.Length == longest - 1 ? letters.Select(letter => word + letter).Prepend(word) : [word]);

    private static bool Defined(string pattern, string name) =>
        pattern.Length == 0 ? name.Length == 0
        : pattern[0] == '*' ? Defined(pattern[1..], name) || (name.Length > 0 && Defined(pattern, name[1..]))
        : name.Length > 0 && name[0] == pattern[0] && Defined(pattern[1..], name[1..]);
}
