using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class MoveRoleFixTests
{
    [Fact]
    public Task A_role_moves_from_the_body_to_the_declaration() => Fix.VerifyAsync<MoveRoleFix>(
        """
        public partial class Agent
        {
            [Observe]
            public partial int Add(int left, [Metadata] int right);

            private int AddCore([{|OBS1025:SessionId|}] int left, RunContext run, int right) => left + right;
        }
        """,
        """
        public partial class Agent
        {
            [Observe]
            public partial int Add([SessionId] int left, [Metadata] int right);

            private int AddCore(int left, RunContext run, int right) => left + right;
        }
        """);

    [Fact]
    public Task A_method_that_is_no_body_has_no_declaration() => Fix.VerifyNoneAsync<MoveRoleFix>(
        "public class Agent { public int Add([{|OBS1025:Tag|}] int left) => left; }");
}
