using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2005Tests
{
    [Theory]
    [InlineData("ToolCall(\"search\")")]
    [InlineData("Step(\"search\")")]
    [InlineData("Retrieval(\"search\")")]
    [InlineData("Reasoning(\"search\")")]
    [InlineData("LlmCall(\"search\")")]
    [InlineData("Decision(\"search\", Options = [\"a\"])")]
    [InlineData("Retry(Name = \"search\")")]
    public async Task Two_scopes_of_one_kind_with_one_name_are_a_warning(string scope)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync($$"""
            public partial class Agent
            {
                [Observe]
                public partial string Answer(string question);

                private string AnswerCore(string question) => SearchWeb(question) + SearchDocs(question);

                [{{scope}}]
                private partial string SearchWeb(string query);

                private static string SearchWebCore(string query) => query;

                [{|OBS2005:{{scope}}|}]
                private partial string SearchDocs(string query);

                private static string SearchDocsCore(string query) => query;
            }
            """);

        Assert.Equal(["\"search\" is the name of 'SearchWeb' already, and traces cannot tell the two apart; give 'SearchDocs' another"], messages);
    }

    [Theory]
    [InlineData("[Observe(\"desk\")]", "[{|OBS2005:Observe(\"desk\")|}]", "\"desk\" is the name of 'First.Answer' already, and traces cannot tell the two apart; give 'Second.Answer' another")]
    [InlineData("[Observe]", "[{|OBS2005:Observe(\"First\")|}]", "\"First\" is the name of 'First.Answer' already, and traces cannot tell the two apart; give 'Second.Answer' another")]
    [InlineData("[Observe(\"Second\")]", "[{|OBS2005:Observe|}]", "\"Second\" is the name of 'First.Answer' already, and traces cannot tell the two apart; give 'Second.Answer' another")]
    public async Task Two_agents_with_one_name_are_a_warning(string first, string second, string message) =>
        Assert.Equal([message], await Use.VerifyAsync(Agents("class First", first, "class Second", second)));

    [Fact]
    public async Task Siblings_with_one_name_are_a_warning() => Assert.Equal(
        ["\"a\" is the name of 'First.Answer' already, and traces cannot tell the two apart; give 'Second.Answer' another"],
        await Use.VerifyAsync(Agents("class First : IAgent", "[Observe(\"a\")]", "class Second : IAgent", "[{|OBS2005:Observe(\"a\")|}]")));

    [Fact]
    public async Task Two_types_of_one_name_are_told_apart_in_the_message() => Assert.Equal(
        ["\"Handler\" is the name of 'Orders.Handler.Answer' already, and traces cannot tell the two apart; give 'Refunds.Handler.Answer' another"],
        await Use.VerifyAsync("""
            public static partial class Orders
            {
                public partial class Handler
                {
                    [Observe]
                    public partial int Answer();

                    private static int AnswerCore() => 1;
                }
            }

            public static partial class Refunds
            {
                public partial class Handler
                {
                    [{|OBS2005:Observe|}]
                    public partial int Answer();

                    private static int AnswerCore() => 1;
                }
            }
            """));

    [Theory]
    [InlineData("class First", "[Observe]", "class Second", "[Observe]")]
    [InlineData("class First", "[Observe(\"a\")]", "class Second", "[Observe(\"b\")]")]
    [InlineData("class First", "[Observe(\"a\")]", "class Second : First", "[Observe(\"a\")]")]
    [InlineData("class First", "[Observe(\"a\")]", "class Second", "[Step(\"a\")]")]
    public Task Agents_with_names_of_their_own_or_derived_from_each_other_are_fine(string type, string first, string otherType, string second) =>
        Use.VerifyAsync(Agents(type, first, otherType, second));

    [Theory]
    [InlineData("[ToolCall(\"search\")]", "Search", "[ToolCall(\"search_docs\")]", "SearchDocs")]
    [InlineData("[ToolCall(\"search\")]", "Search", "[Step(\"search\")]", "SearchDocs")]
    [InlineData("[ToolCall(\"search\")]", "Search", "[ToolCall(\"search\")]", "SearchAsync")]
    [InlineData("[ToolCall]", "Search", "[ToolCall]", "SearchDocs")]
    [InlineData("[Observe(\"desk\")]", "Search", "[Observe(\"desk\")]", "SearchDocs")]
    [InlineData("[LlmCall(\"ask\", Model = \"large\")]", "AskLarge", "[LlmCall(\"ask\", Model = \"small\")]", "AskSmall")]
    [InlineData("[Retrieval(\"find\", Source = \"web\")]", "FindWeb", "[Retrieval(\"find\", Source = \"docs\")]", "FindDocs")]
    [InlineData("[ToolCall(\"search\"), Retry(FallbackTo = \"SearchDocs\")]", "SearchWeb", "[ToolCall(\"search\")]", "SearchDocs")]
    public Task Scopes_of_one_thing_are_fine(string scope, string method, string otherScope, string otherMethod) => Use.VerifyAsync($$"""
        public partial class Agent
        {
            {{scope}}
            public partial string {{method}}(string query);

            private static string {{method}}Core(string query) => query;

            {{otherScope}}
            public partial string {{otherMethod}}(string query);

            private static string {{(otherMethod.EndsWith("Async", StringComparison.Ordinal) ? "SearchCoreAsync" : otherMethod + "Core")}}(string query) => query;
        }
        """);

    [Fact]
    public Task Overloads_are_one_thing() => Use.VerifyAsync("""
        public partial class Agent
        {
            [ToolCall("search")]
            public partial string Search(string query);

            private static string SearchCore(string query) => query;

            [ToolCall("search")]
            public partial string Search(string query, int most);

            private static string SearchCore(string query, int most) => query + most;
        }
        """);

    [Fact]
    public async Task Among_tests_agents_may_have_any_name()
    {
        CSharpCompilation tests = TestCompilation
            .Of(("Source.cs", "using Observe;\n" + Agents("class First", "[Observe(\"a\")]", "class Second", "[Observe(\"a\")]")))
            .AddReferences(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));

        Assert.DoesNotContain(await AnalyzerRun.OfAsync(tests), static diagnostic => diagnostic.Id == "OBS2005");
    }

    private static string Agents(string type, string first, string otherType, string second) => $$"""
        public interface IAgent
        {
            string Answer(string question);
        }

        public partial {{type}}
        {
            {{first}}
            public {{(otherType.EndsWith(": First", StringComparison.Ordinal) ? "virtual " : "")}}partial string Answer(string question);

            private string AnswerCore(string question) => question;
        }

        public partial {{otherType}}
        {
            {{second}}
            public {{(otherType.EndsWith(": First", StringComparison.Ordinal) ? "override " : "")}}partial string Answer(string question);

            private string AnswerCore(string question) => question + question;
        }
        """;
}
