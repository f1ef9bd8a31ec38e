using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS3003Tests
{
    // Put together at run time, so that no scanner takes them for secrets of ours.
    private const string Noise = "q7Rz2LmX9vKp4TnB8wYc3HdJ6sGf5AeU1oViNxM0bQtZkWyE";

    public static TheoryData<string, string> Secrets => new()
    {
        { "sk-" + Noise, "an API key ('sk-…')" },
        { "sk-ant-" + "api03-" + Noise, "an API key of Anthropic ('sk-ant-…')" },
        { "sk-proj-" + Noise, "an API key of OpenAI ('sk-proj-…')" },
        { "sk_live_" + Noise[..24], "an API key of Stripe ('sk_live_…')" },
        { "ghp_" + Noise[..36], "a token of GitHub ('ghp_…')" },
        { "github_pat_" + Noise[..22] + "_" + Noise[..40], "a token of GitHub ('github_pat_…')" },
        { "glpat-" + Noise[..20], "a token of GitLab ('glpat-…')" },
        { "AKIA" + "Q7RZ2LMX9VKP4TNB", "an access key of Amazon Web Services ('AKIA…')" },
        { "AIza" + Noise[..35], "an API key of Google ('AIza…')" },
        { "xoxb-" + Noise[..24], "a token of Slack ('xoxb-…')" },
        { "hf_" + Noise[..34], "a token of Hugging Face ('hf_…')" },
        { "SG." + Noise[..22] + "." + Noise[..43], "an API key of SendGrid ('SG.…')" },
        { "wax_sk_" + Noise[..24], "a key of the control plane ('wax_sk_…')" },
        { "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + Noise[..20] + "." + Noise[..30], "a JSON web token ('eyJ…')" },
        { "Authorization: Bearer " + Noise, "a bearer token ('Bearer…')" },
        { "https://api.shop.dev/?key=ghp_" + Noise[..36] + "&page=1", "a token of GitHub ('ghp_…')" },
        { "Server=db;Database=shop;User Id=app;Password=tr0ub4dor&3", "a connection string with a password ('Password=…')" },
        { "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=" + Noise + "==", "a connection string with a key ('AccountKey=…')" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public async Task A_secret_in_the_source_is_a_warning_that_does_not_repeat_it(string secret, string expected)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync($$"""
            public static class Settings
            {
                public const string Value = {|OBS3003:"{{secret}}"|};
            }
            """);

        string message = Assert.Single(messages);
        Assert.StartsWith($"This looks like {expected};", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Noise[..8], message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Every_kind_of_literal_counts() => Use.VerifyAsync($$""""
        public static class Settings
        {
            public static string A => {|OBS3003:@"ghp_{{Noise[..36]}}"|};

            public static string B => {|OBS3003:"""ghp_{{Noise[..36]}}"""|};

            public static ReadOnlySpan<byte> C => {|OBS3003:"ghp_{{Noise[..36]}}"u8|};

            public static string D(int page) => $"{|OBS3003:key=ghp_{{Noise[..36]}}&page=|}{page}";

            public static void E(string key = {|OBS3003:"ghp_{{Noise[..36]}}"|}) => Console.WriteLine(key);

            [Obsolete({|OBS3003:"ghp_{{Noise[..36]}}"|})]
            public static bool F(string key) => key is {|OBS3003:"ghp_{{Noise[..36]}}"|};
        }
        """");

    [Fact]
    public Task A_private_key_is_more_than_its_first_line() => Use.VerifyAsync($$""""
        public static class Settings
        {
            public const string Key = {|OBS3003:"""
                -----BEGIN PRIVATE KEY-----
                {{Noise}}
                {{Noise}}
                -----END PRIVATE KEY-----
                """|};

            public static bool IsKey(string text) => text.StartsWith("-----BEGIN PRIVATE KEY-----") && text.EndsWith("-----END PRIVATE KEY-----");
        }
        """");

    [Theory]
    [InlineData("sk-...")]
    [InlineData("sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("sk-your-key-goes-here-1234567890-1234567890")]
    [InlineData("sk-ant-api03-EXAMPLE-q7Rz2LmX9vKp4TnB8wYc3HdJ6")]
    [InlineData("sk-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH")]
    [InlineData("sk-learn-pipeline-with-a-rather-long-name-in-it")]
    [InlineData("task-q7Rz2LmX9vKp4TnB8wYc3HdJ6sGf5AeU1oViNxM0bQ")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_")]
    [InlineData("ghp_<token>")]
    [InlineData("hf_transformers_tokenizer_fast_loading_of_models")]
    [InlineData("Bearer {token}")]
    [InlineData("Bearer of good news, and of a text that goes on for long enough")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c")]
    [InlineData("Server=localhost;Database=shop;Trusted_Connection=True")]
    [InlineData("Host=localhost;Username=postgres;Password=postgres")]
    [InlineData("Server=db;User Id=app;Password={password};")]
    [InlineData("Server=db;User Id=app;Password=<password>")]
    [InlineData("Server=db;User Id=app;Password=your-password")]
    [InlineData("Server=db;User Id=app;Password=")]
    [InlineData("How do I reset Password=secret; and what is a host?")]
    [InlineData("3fa85f64-5717-4562-b3fc-2c963f66afa6")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("gpt-4o-mini-2024-07-18")]
    [InlineData("SELECT a, b FROM c WHERE d = @d; UPDATE e SET f = 1;")]
    public Task What_stands_in_place_of_a_secret_is_fine(string text) => Use.VerifyAsync($$"""
        public static class Settings
        {
            public const string Value = "{{text}}";
        }
        """);

    [Fact]
    public Task A_password_that_is_put_in_at_run_time_is_fine() => Use.VerifyAsync("""
        public static class Settings
        {
            public static string Of(string password) => $"Server=db;User Id=app;Password={password};Encrypt=True";

            public static string Key(string id) => $"sk-ant-{id}" + $"Bearer {id}";
        }
        """);
}
