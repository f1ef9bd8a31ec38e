using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2023Tests
{
    [Theory]
    [InlineData("options.Policies.ApprovalHandler = new {|OBS2023:AutoApproveHandler|}();", "'AutoApproveHandler' approves")]
    [InlineData("options.Policies.ApprovalHandler = new {|OBS2023:Observe.AutoApproveHandler|}();", "'AutoApproveHandler' approves")]
    [InlineData("{|OBS2023:AutoDenyHandler|} handler = new(); options.Policies.ApprovalHandler = handler;", "'AutoDenyHandler' denies")]
    [InlineData("Add<IApprovalHandler, {|OBS2023:AutoApproveHandler|}>();", "'AutoApproveHandler' approves")]
    [InlineData("if (options.Exporters.Count > 0) { options.Policies.ApprovalHandler = new {|OBS2023:AutoApproveHandler|}(); }", "'AutoApproveHandler' approves")]
    public async Task An_answer_without_asking_is_a_warning(string statement, string who)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        Assert.Equal([$"{who} every request without asking anybody; it is for tests"], messages);
    }

    [Theory]
    [InlineData("options.Policies.ApprovalHandler = new ConsoleApprovalHandler();")]
    [InlineData("if (IsDevelopment()) { options.Policies.ApprovalHandler = new AutoApproveHandler(); }")]
    [InlineData("options.Policies.ApprovalHandler = dryRun ? new AutoApproveHandler() : new ConsoleApprovalHandler();")]
    [InlineData("\n#if DEBUG || !DEBUG\noptions.Policies.ApprovalHandler = new AutoApproveHandler();\n#endif\n")]
    [InlineData("Console.WriteLine(options.Policies.ApprovalHandler is AutoApproveHandler);")]
    [InlineData("Console.WriteLine(typeof(AutoApproveHandler));")]
    public Task Whoever_asks_and_what_is_not_in_earnest_is_fine(string statement) => Use.VerifyAsync(In(statement));

    [Fact]
    public async Task Tests_may_approve_everything()
    {
        string source = "using Observe;\n" + In("options.Policies.ApprovalHandler = new AutoApproveHandler();");
        CSharpCompilation compilation = TestCompilation.Of(("Source.cs", "using System;\n" + source));

        IReadOnlyList<Diagnostic> inProgram = await AnalyzerRun.OfAsync(compilation);
        IReadOnlyList<Diagnostic> inTests = await AnalyzerRun.OfAsync(
            compilation.AddReferences(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));

        Assert.Equal(["OBS2023"], inProgram.Select(static diagnostic => diagnostic.Id));
        Assert.Empty(inTests);
    }

    private static string In(string statement) => $$"""
        public class Desk
        {
            public void Configure(ObserverOptions options, bool dryRun)
            {
                {{statement}}
                Console.WriteLine(dryRun);
            }

            public static bool IsDevelopment() => true;

            public static void Add<TService, TImplementation>()
                where TImplementation : TService
            {
            }
        }
        """;
}
