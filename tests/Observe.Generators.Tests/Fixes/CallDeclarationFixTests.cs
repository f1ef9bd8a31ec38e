using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class CallDeclarationFixTests
{
    [Theory]
    [InlineData("public Task<string> GoAsync() => {|OBS2016:HandleCoreAsync|}(\"x\", RunContext.Inactive);", "public Task<string> GoAsync() => HandleAsync(\"x\");")]
    [InlineData("public Task<string> GoAsync() => this.{|OBS2016:HandleCoreAsync|}(run: RunContext.Inactive, text: \"x\");", "public Task<string> GoAsync() => this.HandleAsync(text: \"x\");")]
    [InlineData("public Task<string>? GoAsync(Desk? other) => other?.{|OBS2016:HandleCoreAsync|}(\"x\", RunContext.Inactive);", "public Task<string>? GoAsync(Desk? other) => other?.HandleAsync(\"x\");")]
    [InlineData("public int Go() => {|OBS2016:AddCore|}<int>(1);", "public int Go() => Add<int>(1);")]
    [InlineData("public Func<int, int> Go() { Func<int, int> add = {|OBS2016:AddCore|}; return add; }", "public Func<int, int> Go() { Func<int, int> add = Add; return add; }")]
    public Task The_observed_method_is_called(string before, string after) => Fix.VerifyAsync<CallDeclarationFix>(In(before), In(after));

    [Theory]
    [InlineData("public void Go() { Func<string, RunContext, Task<string>> body = this.{|OBS2016:HandleCoreAsync|}; Console.WriteLine(body); }")]
    [InlineData("public bool Go() => {|OBS2016:ChooseCore|}().Chosen;")]
    public Task What_only_the_body_can_give_stays(string member) => Fix.VerifyNoneAsync<CallDeclarationFix>(In(member));

    private static string In(string member) => $$"""
        public partial class Desk
        {
            [Observe]
            public partial Task<string> HandleAsync(string text);

            private Task<string> HandleCoreAsync(string text, RunContext run) => Task.FromResult(text + run.Agent);

            [Step]
            public partial T Add<T>(T left);

            private T AddCore<T>(T left) => left;

            [Decision]
            public partial bool Choose();

            private Decision<bool> ChooseCore() => new(true);

            {{member}}
        }
        """;
}
