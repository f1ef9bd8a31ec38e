using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1008Tests
{
    [Fact]
    public void The_same_role_on_two_parameters_is_an_error()
    {
        IReadOnlyList<string> messages = Rule.Verify("""
            public partial class Agent
            {
                [Observe]
                public partial int Run([UserId] string first, [{|OBS1008:UserId|}] string second);

                private int RunCore(string first, string second) => 1;
            }
            """);

        Assert.Equal(["[UserId] is on 'first' and on 'second'; a run has one of it"], messages);
    }

    [Fact]
    public void Several_roles_on_one_parameter_are_fine() => Rule.Verify("""
        public partial class Agent
        {
            [Observe]
            public partial int Run([UserId, SessionId, Tag, Metadata("who")] string first);

            private int RunCore(string first) => 1;
        }
        """);
}
