using System.Net;

namespace Observe.Tests.Policies.Remote;

public sealed class GivenClientTests
{
    [Fact]
    public async Task A_client_that_was_given_is_used_and_not_disposed()
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "action": "allow" }"""));
        using HttpClient client = new();
        client.DefaultRequestHeaders.Add("X-Tenant", "seven");
        using (ControlPlanePolicy policy = new(new ControlPlanePolicyOptions { Timeout = Ask.Patience, BaseAddress = server.Address, HttpClient = client }))
        {
            Assert.Equal(PolicyAction.Allow, (await policy.AskAsync(isAsync: true)).Action);
            Assert.Equal(PolicyAction.Allow, (await policy.AskAsync(isAsync: false)).Action);
        }

        Assert.Equal("seven", server.Last.Headers["X-Tenant"]);
        using StringContent still = new("{}");
        using HttpResponseMessage response = await client.PostAsync(server.Address, still);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_client_that_cannot_send_synchronously_is_named_as_the_reason()
    {
        using HttpClient client = new(new AsynchronousOnly());
        using ControlPlanePolicy policy = new(new ControlPlanePolicyOptions { BaseAddress = new Uri("http://localhost"), HttpClient = client });

        Assert.Equal(PolicyAction.Allow, (await policy.AskAsync(isAsync: true)).Action);
        PolicyResult result = await policy.AskAsync(isAsync: false);
        Assert.Equal(PolicyAction.Block, result.Action);
        Assert.Contains("cannot send synchronously", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_handler_of_somebody_else_throws_is_a_failure_of_the_server()
    {
        using HttpClient client = new(new Broken());
        using ControlPlanePolicy policy = new(
            new ControlPlanePolicyOptions { BaseAddress = new Uri("http://localhost"), HttpClient = client, OnFailure = PolicyFailure.Open });

        PolicyResult result = await policy.AskAsync(isAsync: true);

        Assert.Equal(PolicyAction.Warn, result.Action);
        Assert.EndsWith("InvalidOperationException, broken", result.Reason, StringComparison.Ordinal);
    }

    private sealed class AsynchronousOnly : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{ "action": "allow" }""") });
    }

    private sealed class Broken : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("broken");
    }
}
