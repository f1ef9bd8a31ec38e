using Cases.Reasonings;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class ReasoningsTests
{
    private readonly Thinker _thinker = new();

    [Fact]
    public async Task Thought_evidence_and_conclusion_are_members_of_the_result()
    {
        RunTrace run = await Everywhere.RunAsync(async () => Assert.Equal("done", await _thinker.RunAsync("x")));

        ScopeTrace analyse = run.Scope("analyse");
        Assert.Equal((ScopeKind.Reasoning, """{"topic":"x"}"""), (analyse.Kind, analyse.Arguments));
        Assert.Equal(("think about x", "done"), (analyse.Thought!.Thought, analyse.Thought.Conclusion));
        Assert.Equal(["one", "two"], analyse.Thought.Evidence);
    }

    [Fact]
    public async Task A_text_is_the_thought()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal("mmm", _thinker.ThinkAloud(3)));
        Assert.Equal(("mmm", null), (run.Scope("think_aloud").Thought!.Thought, run.Scope("think_aloud").Thought!.Conclusion));
    }

    [Fact]
    public async Task A_member_is_found_under_its_recorded_name_and_a_sensitive_one_is_not()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal("secret", _thinker.Rename().Conclusion));

        ScopeTrace rename = run.Scope("rename");
        Assert.Equal(("t", null), (rename.Thought!.Thought, rename.Thought.Conclusion));
        Assert.DoesNotContain("secret", run.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "heavy")]
    [InlineData(false, null)]
    public async Task A_thought_may_be_missing(bool enough, string? thought)
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(enough, _thinker.Weigh(enough).HasValue));
        Assert.Equal(thought, run.Scope("weigh").Thought?.Thought);
    }

    [Fact]
    public async Task A_sensitive_result_has_no_thought()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal("a", _thinker.Hide().Thought));
        Assert.Null(run.Scope("hide").Thought?.Conclusion);
        Assert.NotEqual("a", run.Scope("hide").Thought?.Thought);
    }
}
