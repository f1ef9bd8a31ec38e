using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class AddRoleFixTests
{
    [Fact]
    public Task All_parameters_that_identify_a_run_are_marked() => Fix.VerifyAllAsync<AddRoleFix>(
        [In("string {|OBS2022:conversationId|}, int? {|OBS2022:userId|}, [Tag] string plan")],
        [In("[SessionId] string conversationId, [UserId] int? userId, [Tag] string plan")]);

    private static string In(string parameters) => $$"""
        public partial class Agent
        {
            [Observe]
            public partial Task WorkAsync({{parameters}});

            private Task WorkCoreAsync(string conversationId, int? userId, string plan) => Task.FromResult(conversationId + userId + plan);
        }
        """;
}
