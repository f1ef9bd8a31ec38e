using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2022Tests
{
    [Theory]
    [InlineData("string {|OBS2022:sessionId|}", "sessionId", "SessionId")]
    [InlineData("string {|OBS2022:session|}", "session", "SessionId")]
    [InlineData("Guid {|OBS2022:conversationId|}", "conversationId", "SessionId")]
    [InlineData("string? {|OBS2022:thread_id|}", "thread_id", "SessionId")]
    [InlineData("long? {|OBS2022:userId|}", "userId", "UserId")]
    [InlineData("int {|OBS2022:user_id|}", "user_id", "UserId")]
    [InlineData("string {|OBS2022:endUserId|}", "endUserId", "EndUserId")]
    [InlineData("string {|OBS2022:userGroup|}", "userGroup", "UserGroup")]
    [InlineData("string {|OBS2022:anonymousId|}", "anonymousId", "AnonymousId")]
    [InlineData("string {|OBS2022:sessionId|}, string conversationId", "sessionId", "SessionId")]
    [InlineData("[SessionId] string session, string {|OBS2022:userId|}", "userId", "UserId")]
    public async Task An_identity_that_is_not_marked_is_an_information(string parameters, string name, string role)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In("[Observe]", parameters));

        Assert.Equal([$"'{name}' is recorded as an argument only; mark it [{role}], so that runs are found by it"], messages);
    }

    [Theory]
    [InlineData("[Observe]", "[SessionId] string sessionId, [UserId] string userId")]
    [InlineData("[Observe]", "[SessionId] string conversation, string sessionId")]
    [InlineData("[Observe]", "[Tag] string userId")]
    [InlineData("[Observe]", "[Sensitive] string userId")]
    [InlineData("[Observe]", "[NotCaptured] string sessionId")]
    [InlineData("[Observe(UserGroup = \"staff\")]", "string userGroup")]
    [InlineData("[Observe]", "List<string> userId, bool session, DateTime conversationId")]
    [InlineData("[Observe]", "string user, string text, string usersIdea")]
    [InlineData("[Step]", "string sessionId, string userId")]
    public Task Marked_other_and_inner_parameters_are_fine(string attribute, string parameters) =>
        Use.VerifyAsync(In(attribute, parameters), informing: "OBS2022");

    private static string In(string attribute, string parameters)
    {
        string plain = System.Text.RegularExpressions.Regex.Replace(parameters, @"\{\|OBS2022:|\|\}|\[\w+\] ", "");
        return $$"""
            public partial class Desk
            {
                {{attribute}}
                public partial void Handle({{parameters}});

                private void HandleCore({{plain}})
                {
                }
            }
            """;
    }
}
