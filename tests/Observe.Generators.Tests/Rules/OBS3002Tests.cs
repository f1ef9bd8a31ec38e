using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS3002Tests
{
    // The framework of web applications is not there when tests are compiled; only the names count.
    private const string Web = """

        namespace Microsoft.AspNetCore.Http
        {
            public abstract class HttpContext { public abstract HttpRequest Request { get; } }

            public abstract class HttpRequest { public abstract IHeaderDictionary Headers { get; } }

            public abstract class DefaultRequest : HttpRequest { }

            public interface IHeaderDictionary : System.Collections.Generic.IDictionary<string, string> { }
        }

        namespace Azure.Core
        {
            public abstract class TokenCredential { public string Value => ""; }
        }

        namespace Elsewhere
        {
            public sealed record HttpRequest(string Url);

            public sealed record Claim(string Text);
        }
        """;

    [Theory]
    [InlineData("System.Security.SecureString", "SecureString", "a secret to log in with")]
    [InlineData("System.Net.NetworkCredential", "NetworkCredential", "a secret to log in with")]
    [InlineData("System.Net.CookieContainer?", "CookieContainer", "a secret to log in with")]
    [InlineData("System.Net.Http.Headers.AuthenticationHeaderValue", "AuthenticationHeaderValue", "a secret to log in with")]
    [InlineData("System.Security.Cryptography.X509Certificates.X509Certificate2", "X509Certificate2", "a secret to log in with")]
    [InlineData("System.Security.Cryptography.RSA", "RSA", "a secret to log in with")]
    [InlineData("Azure.Core.TokenCredential", "TokenCredential", "a secret to log in with")]
    [InlineData("Microsoft.AspNetCore.Http.HttpContext", "HttpContext", "headers, cookies and whatever was sent")]
    [InlineData("Microsoft.AspNetCore.Http.HttpRequest", "HttpRequest", "headers, cookies and whatever was sent")]
    [InlineData("Microsoft.AspNetCore.Http.DefaultRequest", "DefaultRequest", "headers, cookies and whatever was sent")]
    [InlineData("Microsoft.AspNetCore.Http.IHeaderDictionary", "IHeaderDictionary", "headers, cookies and whatever was sent")]
    [InlineData("System.Net.Http.HttpRequestMessage", "HttpRequestMessage", "headers, cookies and whatever was sent")]
    [InlineData("System.Security.Claims.ClaimsPrincipal", "ClaimsPrincipal", "who somebody is")]
    [InlineData("IReadOnlyList<System.Security.Claims.Claim>", "Claim", "who somebody is")]
    [InlineData("System.Net.Mail.MailAddress[]", "MailAddress", "who somebody is")]
    [InlineData("System.Security.Principal.IPrincipal", "IPrincipal", "who somebody is")]
    public async Task A_parameter_that_carries_secrets_is_a_warning(string type, string name, string carries)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync($$"""
            public partial class Agent
            {
                [ToolCall]
                public partial void Call({{type}} {|OBS3002:value|});

                private void CallCore({{type}} value) { }
            }
            """ + Web);

        Assert.Equal([$"'value' is '{name}', which carries {carries}; mark it [Sensitive] or [NotCaptured]"], messages);
    }

    [Fact]
    public Task Properties_and_results_count_as_well() => Use.VerifyAsync("""
        public sealed record Job(string Name, System.Security.Claims.ClaimsPrincipal {|OBS3002:User|}, [NotCaptured] System.Net.Cookie Cookie);

        public partial class Agent
        {
            [Step]
            public partial Task<Azure.Core.TokenCredential> {|OBS3002:LoginAsync|}(Job job, List<Job> jobs);

            private Task<Azure.Core.TokenCredential> LoginCoreAsync(Job job, List<Job> jobs) => throw new NotSupportedException();
        }
        """ + Web);

    [Fact]
    public Task Marked_or_not_captured_it_is_fine() => Use.VerifyAsync("""
        public partial class Agent
        {
            [ToolCall]
            public partial void Call([NotCaptured] Microsoft.AspNetCore.Http.HttpContext context, [Sensitive] System.Security.SecureString word);

            private void CallCore(Microsoft.AspNetCore.Http.HttpContext context, System.Security.SecureString word) { }

            [Step(Capture = CaptureMode.None)]
            public partial System.Net.Cookie Bake(System.Security.Claims.ClaimsPrincipal user);

            private System.Net.Cookie BakeCore(System.Security.Claims.ClaimsPrincipal user) => new();

            public void NotObserved(System.Security.Claims.ClaimsPrincipal user) { }
        }
        """ + Web);

    [Fact]
    public Task A_type_of_the_same_name_elsewhere_is_fine() => Use.VerifyAsync("""
        public sealed record Cookie(string Dough);

        public partial class Agent
        {
            [ToolCall]
            public partial Elsewhere.Claim Call(Elsewhere.HttpRequest request, Cookie dessert, Uri uri, string[] texts);

            private Elsewhere.Claim CallCore(Elsewhere.HttpRequest request, Cookie dessert, Uri uri, string[] texts) => new("");
        }
        """ + Web);
}
