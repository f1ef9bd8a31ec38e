using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class MoveImplementationFixTests
{
    [Fact]
    public Task An_implementing_part_becomes_the_body() => Fix.VerifyAsync<MoveImplementationFix>(
        """
        public partial class Agent
        {
            [Step]
            public partial Task<int> AddAsync(int left, int right = 1);

            // adds
            public async partial Task<int> {|OBS1010:AddAsync|}(int left, int right)
            {
                await Task.Yield();
                return left + right;
            }
        }
        """,
        """
        public partial class Agent
        {
            [Step]
            public partial Task<int> AddAsync(int left, int right = 1);

            // adds
            private async Task<int> AddCoreAsync(int left, int right)
            {
                await Task.Yield();
                return left + right;
            }
        }
        """);

    [Fact]
    public Task Its_attributes_move_to_the_declaration() => Fix.VerifyFilesAsync<MoveImplementationFix>(
        [
            "public partial class Agent\n{\n    public partial int Add(int left);\n}\n",
            "using Observe;\n\npublic partial class Agent\n{\n    [Step(\"add\"), Retry]\n    public partial int {|OBS1010:Add|}([Tag] int left) => left;\n}\n",
        ],
        [
            "using Observe;\n\npublic partial class Agent\n{\n    [Step(\"add\")]\n    [Retry]\n    public partial int Add([Tag] int left);\n}\n",
            "using Observe;\n\npublic partial class Agent\n{\n    private int AddCore(int left) => left;\n}\n",
        ]);

    [Fact]
    public Task A_partial_method_with_a_body_alone_is_parted() => Fix.VerifyAsync<MoveImplementationFix>(
        """
        public partial class Agent
        {
            [Step]
            public async partial Task<int> {|OBS1010:AddAsync|}(int left)
            {
                await Task.Yield();
                return left;
            }
        }
        """,
        """
        public partial class Agent
        {
            [Step]
            public partial Task<int> AddAsync(int left);

            private async Task<int> AddCoreAsync(int left)
            {
                await Task.Yield();
                return left;
            }
        }
        """);
}
