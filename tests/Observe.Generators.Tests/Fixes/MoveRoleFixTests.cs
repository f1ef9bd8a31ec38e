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
    public Task A_role_is_imported_where_it_goes() => Fix.VerifyFilesAsync<MoveRoleFix>(
        [
            "using System;\n\npublic partial class Agent\n{\n    [Observe.Observe] public partial int Add(Version left);\n}\n",
            "using System;\nusing Observe;\n\npublic partial class Agent\n{\n    private int AddCore([{|OBS1025:Tag(\"v\")|}] Version left) => left.Major;\n}\n",
        ],
        [
            "using System;\nusing Observe;\n\npublic partial class Agent\n{\n    [Observe.Observe] public partial int Add([Tag(\"v\")] Version left);\n}\n",
            "using System;\nusing Observe;\n\npublic partial class Agent\n{\n    private int AddCore(Version left) => left.Major;\n}\n",
        ]);

    [Fact]
    public Task A_method_that_is_no_body_has_no_declaration() => Fix.VerifyNoneAsync<MoveRoleFix>(
        "public class Agent { public int Add([{|OBS1025:Tag|}] int left) => left; }");
}
