using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class RemoveBlankNameFixTests
{
    [Theory]
    [InlineData("Step(\" \")", "Step")]
    [InlineData("Step(name: \"\")", "Step")]
    [InlineData("Step(\"\", Leaf = true)", "Step(Leaf = true)")]
    [InlineData("Retry(2, Name = \"\")", "Retry(2)")]
    public Task A_blank_name_is_left_out(string before, string after) =>
        Fix.VerifyAsync<RemoveBlankNameFix>(With($"{{|OBS1015:{before}|}}"), With(after));

    private static string With(string attribute) => $$"""
        public partial class Agent
        {
            [{{attribute}}]
            public partial int Add(int left);

            private int AddCore(int left) => left;
        }
        """;
}
