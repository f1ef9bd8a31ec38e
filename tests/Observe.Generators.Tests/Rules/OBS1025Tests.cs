using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1025Tests
{
    [Theory]
    [InlineData("SessionId")]
    [InlineData("UserId")]
    [InlineData("EndUserId")]
    [InlineData("UserGroup")]
    [InlineData("AnonymousId")]
    [InlineData("Tag(\"user\")")]
    [InlineData("Metadata")]
    public void A_role_in_a_method_that_is_not_observed_is_an_error(string role)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public class Agent
            {
                public void Run([{|OBS1025:{{role}}|}] string user) { }
            }
            """);

        Assert.Equal(
            [
                $"[{role.Split('(')[0]}] on 'user' is read by nobody: 'Run' is not observed; "
                + "add [Observe], [Step], [ToolCall] or another scope attribute, or use run.SetTag or run.SetMetadata",
            ],
            messages);
    }

    [Fact]
    public void A_role_on_the_bodys_parameter_alone_is_an_error() => Assert.Equal(
        ["[UserId] on 'user' is read by nobody: 'RunCore' is called by the observed 'Run'; put it on the parameter there"],
        Rule.Verify("""
            public partial class Agent
            {
                [Observe]
                public partial void Run(string user);

                private void RunCore([{|OBS1025:UserId|}] string user) { }
            }
            """));

    [Fact]
    public void A_role_on_the_fallbacks_parameter_alone_is_an_error() => Rule.Verify("""
        public partial class Agent
        {
            [Step, Retry(FallbackTo = nameof(Other))]
            public partial void Run(string user);

            private void RunCore(string user) { }

            private void Other([{|OBS1025:Tag|}] string user) { }
        }
        """);

    [Fact]
    public void A_role_that_is_repeated_on_the_body_does_no_harm() => Rule.Verify("""
        public partial class Agent
        {
            [Observe]
            public partial void Run([UserId, Tag("user")] string user, [Metadata] int number);

            private void RunCore([UserId, Tag] string user, RunContext run, [Metadata("count")] int number) { }
        }
        """);

    [Fact]
    public void An_interface_cannot_give_roles() => Assert.Contains(
        "an interface only says what can be called; put it on the observed method that implements it",
        Assert.Single(Rule.Verify("""
            public interface IAgent
            {
                Task RunAsync([{|OBS1025:SessionId|}] string session);
            }

            public partial class Agent : IAgent
            {
                [Observe]
                public partial Task RunAsync([SessionId] string session);

                private Task RunCoreAsync(string session) => Task.CompletedTask;
            }
            """)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("public Action<string> Run { get; } = ([{|OBS1025:Tag|}] string user) => { };")]
    [InlineData("public Agent([{|OBS1025:Tag|}] string user) { }")]
    [InlineData("public int this[[{|OBS1025:Tag|}] string user] => 1;")]
    [InlineData("public delegate void Run([{|OBS1025:Tag|}] string user);")]
    [InlineData("public record User([{|OBS1025:Tag|}] string Name);")]
    [InlineData("public void Run() { Local(\"\"); static void Local([{|OBS1025:Tag|}] string user) { } }")]
    [InlineData("public abstract void Run([{|OBS1025:Tag|}, {|OBS1025:UserId|}] string user);")]
    public void A_parameter_of_something_else_is_an_error(string member) => Rule.Verify($$"""
        public abstract class Agent
        {
            {{member}}
        }
        """);

    [Fact]
    public void A_role_in_an_observed_method_is_fine() => Rule.Verify("""
        using Traced = Observe.StepAttribute;

        public partial class Agent
        {
            [Observe]
            public partial void Run([SessionId] string session, [Tag] string kind);

            private void RunCore(string session, string kind) { }

            [Traced]
            public partial void Note([Tag, Metadata] string kind);

            private void NoteCore(string kind) { }
        }
        """);

    [Fact]
    public void A_method_that_would_be_observed_if_it_were_partial_has_one_problem_only() => Rule.Verify("""
        public partial class Agent
        {
            [Observe]
            public void {|OBS1001:Run|}([SessionId] string session) { }

            public void Call()
            {
                Local("");

                [{|OBS1024:Step|}]
                static void Local([Tag] string user) { }
            }
        }
        """);

    [Fact]
    public void A_role_of_another_library_is_fine() => Rule.Verify("""
        namespace Shop
        {
            public sealed class TagAttribute : Attribute;

            public class Agent
            {
                public void Run([Tag] string user) { }
            }
        }
        """);
}
