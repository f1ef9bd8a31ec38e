using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class MoveScopeFixTests
{
    [Fact]
    public Task The_attribute_of_a_body_moves_to_its_declaration() => Fix.VerifyAsync<MoveScopeFix>(
        In("[Obsolete(\"soon\")]\n    ", "[{|OBS1024:Step(\"add\", Leaf = true)|}]\n    "),
        In("[Obsolete(\"soon\")]\n    [Step(\"add\", Leaf = true)]\n    ", ""));

    [Fact]
    public Task What_the_declaration_says_already_is_not_said_twice() => Fix.VerifyAsync<MoveScopeFix>(
        In("[Step]\n    ", "[{|OBS1024:ToolCall|}]\n    "), In("[Step]\n    ", ""), "Remove");

    [Fact]
    public Task A_local_function_has_no_declaration() => Fix.VerifyNoneAsync<MoveScopeFix>(
        "public class Agent { public int Add() { return Local(); [{|OBS1024:Step|}] static int Local() => 1; } }");

    private static string In(string declaration, string body) => $$"""
        public partial class Agent
        {
            {{declaration}}public partial int Add(int left);

            {{body}}private int AddCore(int left) => left;
        }
        """;
}
