using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using Observe.CodeFixes.Refactoring;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class ObserveMethodRefactoringTests
{
    [Theory]
    [InlineData("Observe")]
    [InlineData("Step")]
    [InlineData("ToolCall")]
    [InlineData("LlmCall")]
    public Task An_ordinary_method_is_observed(string attribute) => VerifyAsync(
        """
        using System;
        using System.Threading.Tasks;

        namespace Shop;

        public class Agent
        {
            /// <summary>Answers.</summary>
            public async Task<string> $$AnswerAsync(string question = "")
            {
                await Task.Yield();
                return question + Environment.NewLine;
            }
        }
        """,
        attribute,
        $$"""
        using System;
        using System.Threading.Tasks;
        using Observe;

        namespace Shop;

        public partial class Agent
        {
            /// <summary>Answers.</summary>
            [{{attribute}}]
            public partial Task<string> AnswerAsync(string question = "");

            private async Task<string> AnswerCoreAsync(string question)
            {
                await Task.Yield();
                return question + Environment.NewLine;
            }
        }
        """);

    [Fact]
    public Task A_choice_is_observed_as_a_decision() => VerifyAsync(
        "public class Agent\n{\n    [System.Obsolete]\n    internal bool? IsGood$$(int of) => of > 1;\n}\n",
        "Decision",
        "using Observe;\n\npublic partial class Agent\n{\n    [System.Obsolete]\n    [Decision]\n    internal partial bool? IsGood(int of);\n\n    private bool? IsGoodCore(int of) => of > 1;\n}\n");

    [Fact]
    public Task A_list_is_observed_as_a_retrieval() => VerifyAsync(
        "public class Agent\n{\n    string[] $$Find(string of) => [of];\n}\n",
        "Retrieval",
        "using Observe;\n\npublic partial class Agent\n{\n    [Retrieval]\n    private partial string[] Find(string of);\n\n    private string[] FindCore(string of) => [of];\n}\n");

    [Theory]
    [InlineData("int $$Add() => 1;", "Observe Step ToolCall LlmCall")]
    [InlineData("void $$Add() { }", "Observe Step ToolCall")]
    [InlineData("System.Threading.Tasks.Task<bool> $$Add() => null!;", "Observe Step ToolCall Decision LlmCall")]
    [InlineData("System.Collections.Generic.List<int> $$Add() => [];", "Observe Step ToolCall Retrieval LlmCall")]
    [InlineData("System.Collections.Generic.IEnumerable<int> $$Add() => [];", "Observe Step ToolCall")]
    [InlineData("[Observe.Step] int $$Add() => 1;", "")]
    [InlineData("[Observe.Step] public partial int Add(); int $$AddCore() => 1;", "")]
    [InlineData("async void $$Add() => await System.Threading.Tasks.Task.Yield();", "")]
    [InlineData("ref int $$Add(ref int a) => ref a;", "")]
    [InlineData("int Add() => $$1;", "")]
    [InlineData("static void $$Main() { }", "")]
    [InlineData("abstract int $$Add();", "")]
    [InlineData("int $$Add(string a) => AddCore(a); int AddCore(object a) => 1;", "")]
    [InlineData("int $$Add() => 1; int AddCore;", "")]
    [InlineData("[Observe.Step] public partial int Add(int a); int AddCore(int a) => a; string $$Add(string a) => a;", "Observe Step ToolCall LlmCall")]
    [InlineData("void Add() { int $$Local() => 1; Local(); }", "")]
    public async Task Only_what_the_method_can_be_is_offered(string member, string expected) => Assert.Equal(
        expected,
        string.Join(" ", (await ActionsAsync($"public partial class Agent {{ {member} }}")).Select(static action => action.EquivalenceKey!.Split('.')[1])));

    [Fact]
    public Task A_name_that_an_import_would_make_ambiguous_stays_clear() => VerifyAsync(
        "using Tools;\n\npublic class Agent\n{\n    public Observer? $$Find(int of) => null;\n}\n\nnamespace Tools\n{\n    public class Observer;\n}\n",
        "Step",
        "using Tools;\n\npublic partial class Agent\n{\n    [global::Observe.Step]\n    public partial Observer? Find(int of);\n\n    private Observer? FindCore(int of) => null;\n}\n\nnamespace Tools\n{\n    public class Observer;\n}\n");

    private static async Task VerifyAsync(string before, string attribute, string after)
    {
        foreach (string end in new[] { "\n", "\r\n" })
        {
            CodeAction action = (await ActionsAsync(before.ReplaceLineEndings(end)))
                .Single(action => action.EquivalenceKey == $"{nameof(ObserveMethodRefactoring)}.{attribute}");
            await FixedProject.AssertAsync(await FixedProject.ApplyAsync(action), [after.ReplaceLineEndings(end)], []);
        }
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(string source)
    {
        int position = source.IndexOf("$$", StringComparison.Ordinal);
        Project project = FixedProject.Workspace(OutputKind.DynamicallyLinkedLibrary, source.Remove(position, 2));
        List<CodeAction> actions = [];
        CodeRefactoringContext context = new(project.Documents.Single(), new TextSpan(position, 0), actions.Add, CancellationToken.None);
        await new ObserveMethodRefactoring().ComputeRefactoringsAsync(context);
        return [.. actions.SelectMany(static action => action.NestedActions)];
    }
}
