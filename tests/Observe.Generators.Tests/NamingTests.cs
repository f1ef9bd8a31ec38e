using Observe.Generators.Parsing;

namespace Observe.Generators.Tests;

public sealed class NamingTests
{
    [Theory]
    [InlineData("RefundOrder", "refund_order")]
    [InlineData("GetHTTPPage", "get_http_page")]
    [InlineData("Step2B", "step2_b")]
    [InlineData("Step2b", "step2b")]
    [InlineData("HTTP", "http")]
    [InlineData("A", "a")]
    [InlineData("already_snake_case", "already_snake_case")]
    [InlineData("Mixed_Case", "mixed_case")]
    [InlineData("_Hidden", "_hidden")]
    [InlineData("ÜberprüfeÄnderung", "überprüfe_änderung")]
    public void A_method_name_becomes_snake_case(string name, string expected) => Assert.Equal(expected, ScopeNames.SnakeCase(name));

    [Theory]
    [InlineData("RefundOrderAsync", "refund_order")]
    [InlineData("AsyncRefund", "async_refund")]
    public void The_default_name_leaves_a_trailing_Async_out(string method, string expected) =>
        Assert.Equal(expected, ScopeNames.DefaultOf(Model.ScopeKind.Step, "Agent", method));

    [Fact]
    public void An_agent_is_named_after_its_type() => Assert.Equal("SupportAgent", ScopeNames.DefaultOf(Model.ScopeKind.Run, "SupportAgent", "HandleAsync"));

    [Theory]
    [InlineData("HandleAsync", "HandleCoreAsync")]
    [InlineData("Route", "RouteCore")]
    [InlineData("Async", "CoreAsync")]
    [InlineData("AsyncRoute", "AsyncRouteCore")]
    public void The_body_is_named_after_the_declaration(string method, string expected)
    {
        Assert.Equal(expected, ScopeNames.CoreOf(method));
        Assert.Equal(method, ScopeNames.DeclaredAs(expected));
    }

    [Theory]
    [InlineData("Route")]
    [InlineData("Core")]
    [InlineData("AsyncCore")]
    [InlineData("RouteAsyncCore")]
    [InlineData("RouteAsync")]
    public void Nothing_else_is_the_name_of_a_body(string method) => Assert.Null(ScopeNames.DeclaredAs(method));
}
