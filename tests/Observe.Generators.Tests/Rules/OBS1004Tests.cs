using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1004Tests
{
    [Theory]
    [InlineData("partial int Add(int a);", "long {|OBS1004:AddCore|}(int a) => a;", "it returns 'long', the declaration 'int'")]
    [InlineData("partial Task<int> AddAsync(int a);", "int {|OBS1004:AddCoreAsync|}(int a) => a;", "it returns 'int', the declaration 'Task<int>'")]
    [InlineData("partial int Add(int a);", "int {|OBS1004:AddCore|}(string a) => 1;", "its parameter 'a' is 'string', the declaration's 'int'")]
    [InlineData("partial int Add(int a, int b);", "int {|OBS1004:AddCore|}(int a) => a;", "it has 1 parameter, the declaration 2")]
    [InlineData("partial int Add(ref int a);", "int {|OBS1004:AddCore|}(int a) => a;", "its parameter 'a' is passed by value, the declaration's by 'ref'")]
    [InlineData("partial int Add(in int a);", "int {|OBS1004:AddCore|}(ref readonly int a) => a;", "its parameter 'a' is passed by 'ref readonly', the declaration's by 'in'")]
    [InlineData("partial int Add(int a, int b);", "int {|OBS1004:AddCore|}(int b, int a) => a - b;", "its parameters are in another order than the declaration's (a, b)")]
    [InlineData("static partial int Add(int a);", "int {|OBS1004:AddCore|}(int a) => a;", "it must be static, as the declaration is")]
    [InlineData("partial int Add<T>(T a);", "int {|OBS1004:AddCore|}(object a) => 1;", "it has 0 type parameters, the declaration 1")]
    [InlineData("partial int Add<T>(T a);", "int {|OBS1004:AddCore|}<T>(T a) where T : class => 1;", "its type parameter 'T' is constrained more than the declaration's")]
    [InlineData("partial int Add<T>(T a);", "int {|OBS1004:AddCore|}<T>(T a) where T : IComparable<T> => 1;", "its type parameter 'T' is constrained more than the declaration's")]
    [InlineData("partial int Add(scoped Span<int> a);", "int {|OBS1004:AddCore|}(Span<int> a) => 1;", "its parameter 'a' must be scoped, as the declaration's is")]
    [InlineData("partial int Add(int a);", "Decision<int> {|OBS1004:AddCore|}(int a) => new(a);", "it returns 'Decision<int>', the declaration 'int'")]
    [InlineData("partial int Add(int a);", "int {|OBS1004:AddCore|}(int a, ref RunContext run) => a;", "it has 2 parameters, the declaration 1")]
    public void A_body_that_differs_is_told_how(string declaration, string body, string difference)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public partial class Agent
            {
                [Step]
                public {{declaration}}

                private {{body}}
            }
            """);

        Assert.EndsWith(difference, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_bodies_the_closest_is_told() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Add(int a, string b);

            private string AddCore(int a, long b) => "";

            private int {|OBS1004:AddCore|}(int a, object b) => a;

            private static void AddCore()
            {
            }
        }
        """);

    [Fact]
    public void A_body_of_a_readonly_member_must_be_readonly() => Rule.Verify("""
        public partial struct Agent
        {
            [Step]
            public readonly partial int Add(int a);

            private int {|OBS1004:AddCore|}(int a) => a;
        }
        """);

    [Theory]
    [InlineData("partial int Add<T>(T a) where T : class, IList<T>, new();", "int AddCore<U>(U b) where U : IList<U> => 1;")]
    [InlineData("partial int Add<T, U>(T a, U b) where T : List<U>;", "int AddCore<A, B>(A a, B b) where A : IEnumerable<B> => 1;")]
    [InlineData("partial int Add((int A, string B) a, object b);", "int AddCore((int X, string) a, dynamic b) => 1;")]
    [InlineData("partial string? Add(string a = \"x\");", "string AddCore(string? a) => a ?? \"\";")]
    [InlineData("partial nint Add(nint a);", "IntPtr AddCore(IntPtr a) => a;")]
    [InlineData("partial int Add(params int[] a);", "int AddCore(int[] a) => 1;")]
    public void What_need_not_agree_may_differ(string declaration, string body) => Rule.Verify($$"""
        public partial class Agent
        {
            [Step]
            public {{declaration}}

            private {{body}}
        }
        """);

    [Fact]
    public void The_body_of_another_overload_is_not_taken_for_a_wrong_one() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;

            [Step]
            public partial int Add(string left, int right);

            private int {|OBS1004:AddCore|}(string left, string right) => left.Length;
        }
        """);
}
