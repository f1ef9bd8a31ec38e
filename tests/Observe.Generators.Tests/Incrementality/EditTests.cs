using Microsoft.CodeAnalysis;

namespace Observe.Generators.Tests.Incrementality;

/// <summary>What is written again after an edit, and what is not. Both directions, so that the test is known to be able to fail.</summary>
public sealed class EditTests
{
    private const string Guarded = """
        namespace Shop;

        public partial class Agent
        {
            [Observe.LlmCall, Observe.Retry(FallbackTo = nameof(OtherAsync)), Observe.Budget(MaxCostUsd = 1), Observe.MaxSteps(3)]
            public partial System.Threading.Tasks.Task<Reply> AskAsync(string model, string prompt);

            private System.Threading.Tasks.Task<Reply> AskCoreAsync(string model, string prompt) => OtherAsync(model, prompt);

            private System.Threading.Tasks.Task<Reply> OtherAsync(string model, string prompt) => null!;

            [Observe.Retrieval]
            public partial Reply[] Search(string query);

            private Reply[] SearchCore(string query) => [];
        }

        public sealed record Reply(string Text, int InputTokens, double Score);
        """;

    [Fact]
    public void An_edit_in_another_file_changes_nothing() => AssertUnchanged(Edits.InOther(Edits.Other.Replace("1", "2", StringComparison.Ordinal)));

    [Fact]
    public void An_edit_below_changes_nothing() => AssertUnchanged(Edits.In(Edits.Agent, static text => text + "\n\npublic class Below;\n"));

    [Fact]
    public void A_comment_inside_Core_changes_nothing() => AssertUnchanged(Edits.InAgent("return left;", "// so be it\n        return left;"));

    [Fact]
    public void Another_body_of_Core_changes_nothing() => AssertUnchanged(Edits.InAgent("return left;", "return left + 1;"));

    [Fact]
    public void White_space_above_changes_nothing() => AssertUnchanged(Edits.InAgent("public partial class Agent", "\n\n\npublic partial class Agent"));

    [Fact]
    public void Another_modifier_of_Core_changes_nothing() => AssertUnchanged(Edits.InAgent("private int AddCore", "private static int AddCore"));

    [Fact]
    public void An_attribute_argument_changes_the_source() => AssertChanged(Edits.InAgent("\"add\"", "\"sum\""));

    [Fact]
    public void A_parameter_name_changes_the_source() => AssertChanged(Edits.InAgent("int left, Money price);", "int first, Money price);"));

    [Fact]
    public void A_property_of_a_captured_type_changes_the_source() => AssertChanged(Edits.InAgent("Money(decimal Amount)", "Money(decimal Amount, string Currency)"));

    [Fact]
    public void A_context_parameter_of_Core_changes_the_source() =>
        AssertChanged(Edits.InAgent("AddCore(int left, Money price)", "AddCore(int left, Money price, Observe.RunContext run)"));

    [Fact]
    public void A_default_for_the_assembly_changes_the_source() =>
        AssertChanged(Edits.InOther("[assembly: Observe.ObserveDefaults(Capture = Observe.CaptureMode.None)]\n" + Edits.Other));

    [Fact]
    public void A_second_type_leaves_the_first_alone()
    {
        EditOutcome outcome = Edits.InOther(Edits.Second);

        Assert.Equal([IncrementalStepRunReason.New, IncrementalStepRunReason.Cached], outcome.Models.Order());
        Assert.Equal(2, outcome.Sources);
        Assert.Equal(1, outcome.ReusedSources);
    }

    [Fact]
    public void A_second_method_of_the_type_changes_its_source() =>
        AssertChanged(Edits.InAgent(
            "private int AddCore",
            "[Observe.ToolCall]\n    public partial void Call();\n\n    private void CallCore()\n    {\n    }\n\n    private int AddCore"));

    [Fact]
    public void An_edit_above_an_error_moves_the_error_and_leaves_the_source_alone()
    {
        string broken = Edits.Agent.Replace("AddCore", "AddBody", StringComparison.Ordinal);

        EditOutcome outcome = Edits.In(broken, static text => "// a new first line\n" + text);

        Assert.Equal([IncrementalStepRunReason.Modified], outcome.Diagnostics);
        Assert.Equal([6], outcome.ErrorLines);
        Assert.Equal([IncrementalStepRunReason.Cached], outcome.Models);
        Assert.Equal(outcome.Sources, outcome.ReusedSources);
    }

    [Fact]
    public void A_policy_on_the_method_changes_the_source() =>
        AssertChanged(Edits.InAgent("[Observe.Step(\"add\")]", "[Observe.Step(\"add\"), Observe.MaxSteps(3)]"));

    [Fact]
    public void A_retry_on_the_method_changes_the_source() =>
        AssertChanged(Edits.InAgent("[Observe.Step(\"add\")]", "[Observe.Step(\"add\"), Observe.Retry]"));

    [Fact]
    public void An_edit_above_a_guarded_method_changes_nothing() =>
        AssertUnchanged(Edits.In(Guarded, static text => "// a new first line\n" + text));

    [Fact]
    public void An_edit_in_another_file_leaves_guarded_methods_alone() =>
        AssertUnchanged(Edits.InOther(Guarded, Edits.Other.Replace("1", "2", StringComparison.Ordinal)));

    [Fact]
    public void A_policy_on_a_method_that_is_not_observed_leaves_the_source_alone()
    {
        EditOutcome outcome = Edits.InOther(Edits.Other.Replace("public static int", "[Observe.MaxSteps(1)] public static int", StringComparison.Ordinal));

        Assert.Equal(outcome.Sources, outcome.ReusedSources);
        Assert.All(outcome.Models, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static void AssertUnchanged(EditOutcome outcome)
    {
        Assert.All(outcome.Models, static reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        Assert.NotEmpty(outcome.Models);
        Assert.True(outcome.IsUntouched, string.Join(", ", outcome.Outputs));
    }

    private static void AssertChanged(EditOutcome outcome)
    {
        Assert.Equal([IncrementalStepRunReason.Modified], outcome.Models);
        Assert.Contains(IncrementalStepRunReason.Modified, outcome.Outputs);
        Assert.Equal(0, outcome.ReusedSources);
    }
}
