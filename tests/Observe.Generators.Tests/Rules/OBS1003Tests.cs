using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1003Tests
{
    [Theory]
    [InlineData("public partial int {|OBS1003:Add|}(int left, string? right = null);", "private int AddCore(int left, string? right)")]
    [InlineData("public static partial Task<int> {|OBS1003:AddAsync|}(params int[] all);", "private static Task<int> AddCoreAsync(params int[] all)")]
    [InlineData("public partial void {|OBS1003:Swap|}<T>(ref T a, out List<T> b, in int c) where T : class;", "private void SwapCore<T>(ref T a, out List<T> b, in int c) where T : class")]
    [InlineData("public partial IAsyncEnumerable<(int A, string)> {|OBS1003:Async|}(int @class);", "private IAsyncEnumerable<(int A, string)> CoreAsync(int @class)")]
    [InlineData("public unsafe partial int* {|OBS1003:Next|}(int* p);", "private unsafe int* NextCore(int* p)")]
    public void A_method_without_a_body_is_told_what_to_write(string declaration, string expected)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public partial class Agent
            {
                [Step]
                {{declaration}}
            }
            """);

        Assert.Contains($"write it as '{expected}' in 'Agent'", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public void The_body_of_a_base_class_does_not_count() => Rule.Verify("""
        public class Base
        {
            protected int AddCore(int left) => left;
        }

        public partial class Agent : Base
        {
            [Step]
            public partial int {|OBS1003:Add|}(int left);
        }
        """);

    [Fact]
    public void A_readonly_struct_member_is_told_so()
    {
        IReadOnlyList<string> messages = Rule.Verify("""
            public partial struct Agent
            {
                [Step]
                public readonly partial int {|OBS1003:Add|}(int left);
            }
            """);

        Assert.Contains("'private readonly int AddCore(int left)'", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_trailing_Async_moves_behind_Core() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int AsyncAdd(int left);

            private int AsyncAddCore(int left) => left;
        }
        """);
}
