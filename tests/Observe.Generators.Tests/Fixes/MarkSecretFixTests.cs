using Observe.CodeFixes.Privacy;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class MarkSecretFixTests
{
    [Theory]
    [InlineData("string {|OBS3001:password|}", "[Sensitive] string password", "Sensitive")]
    [InlineData("string {|OBS3001:password|}", "[NotCaptured] string password", "NotCaptured")]
    [InlineData("[Metadata] string {|OBS3001:password|} = \"\"", "[Metadata] [Sensitive] string password = \"\"", "Sensitive")]
    [InlineData("\n        // how\n        in string {|OBS3001:password|}", "\n        // how\n        [Sensitive] in string password", "Sensitive")]
    public Task A_parameter_is_marked(string before, string after, string way) => Fix.VerifyAsync<MarkSecretFix>(In(before), In(after), way);

    [Fact]
    public Task A_parameter_that_is_a_tag_would_be_written_all_the_same() => Fix.VerifyNoneAsync<MarkSecretFix>("""
        public partial class Agent
        {
            [Observe]
            public partial void Login([Tag] string {|OBS3001:email|});

            private void LoginCore(string email) { }
        }
        """);

    [Fact]
    public Task Properties_and_parameters_of_records_are_marked_at_once() => Fix.VerifyAllAsync<MarkSecretFix>(
        [
            """
            public sealed record Login(string User, string {|OBS3001:Password|})
            {
                /// <summary>Where to write.</summary>
                [Obsolete("soon")]
                public string {|OBS3001:Email|} { get; set; } = "";

                public string {|OBS3001:ApiKey|} { get; set; } = ""; // and this
            }

            public partial class Agent
            {
                [Step]
                public partial void Work(Login login);

                private void WorkCore(Login login) { }
            }
            """,
        ],
        [
            """
            public sealed record Login(string User, [Sensitive] string Password)
            {
                /// <summary>Where to write.</summary>
                [Obsolete("soon")]
                [Sensitive]
                public string Email { get; set; } = "";

                [Sensitive]
                public string ApiKey { get; set; } = ""; // and this
            }

            public partial class Agent
            {
                [Step]
                public partial void Work(Login login);

                private void WorkCore(Login login) { }
            }
            """,
        ],
        "Sensitive");

    [Fact]
    public Task What_a_method_returns_is_marked() => Fix.VerifyAsync<MarkSecretFix>(
        """
        public partial class Agent
        {
            // reads
            [ToolCall]
            public partial string {|OBS3001:ReadPassword|}(int id);

            private string ReadPasswordCore(int id) => "";
        }
        """,
        """
        public partial class Agent
        {
            // reads
            [ToolCall]
            [return: Sensitive]
            public partial string ReadPassword(int id);

            private string ReadPasswordCore(int id) => "";
        }
        """,
        "Sensitive");

    [Fact]
    public Task A_type_that_carries_secrets_is_left_out_and_the_mark_imported() => Fix.VerifyFilesAsync<MarkSecretFix>(
        [
            "using System.Security;\n\nnamespace Shop;\n\npublic sealed record Login(\n    string User,\n    SecureString {|OBS3002:Word|});\n",
            "public partial class Agent { [Observe.Step] public partial void Work(Shop.Login login); private void WorkCore(Shop.Login login) { } }",
        ],
        [
            "using System.Security;\nusing Observe;\n\nnamespace Shop;\n\npublic sealed record Login(\n    string User,\n    [NotCaptured] SecureString Word);\n",
            "public partial class Agent { [Observe.Step] public partial void Work(Shop.Login login); private void WorkCore(Shop.Login login) { } }",
        ],
        "NotCaptured");

    [Fact]
    public Task A_value_recorded_by_hand_has_no_mark() => Fix.VerifyNoneAsync<MarkSecretFix>(
        "public class Desk { public void Work(RunContext run, string user) => run.SetTag(\"email\", {|OBS3001:user|}); }");

    private static string In(string parameter) => $$"""
        public partial class Agent
        {
            [Step]
            public partial void Login({{parameter}});

            private void LoginCore({{(parameter.Contains("in string", StringComparison.Ordinal) ? "in " : "")}}string password) { }
        }
        """;
}
