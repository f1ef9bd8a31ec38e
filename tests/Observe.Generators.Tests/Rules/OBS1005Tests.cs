using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1005Tests
{
    [Theory]
    [InlineData("partial ref int {|OBS1005:Get|}();", "ref int GetCore() => ref _numbers[0];")]
    [InlineData("partial ref readonly int {|OBS1005:Get|}();", "ref readonly int GetCore() => ref _numbers[0];")]
    [InlineData("partial IEnumerable {|OBS1005:Get|}();", "IEnumerable GetCore() => _numbers;")]
    [InlineData("partial IEnumerator {|OBS1005:Get|}();", "IEnumerator GetCore() => _numbers.GetEnumerator();")]
    [InlineData("partial IEnumerator<int> {|OBS1005:Get|}();", "IEnumerator<int> GetCore() => ((IEnumerable<int>)_numbers).GetEnumerator();")]
    [InlineData("partial IAsyncEnumerator<int> {|OBS1005:Get|}();", "IAsyncEnumerator<int> GetCore() => throw new NotSupportedException();")]
    [InlineData("partial System.Runtime.CompilerServices.YieldAwaitable {|OBS1005:Get|}();", "System.Runtime.CompilerServices.YieldAwaitable GetCore() => Task.Yield();")]
    [InlineData("partial T {|OBS1005:Get|}<T>() where T : Task;", "T GetCore<T>() where T : Task => throw new NotSupportedException();")]
    [InlineData("partial void {|OBS1005:Get|}();", "async void GetCore() => await Task.Yield();")]
    [InlineData("partial void {|OBS1005:Get|}(ref dynamic value);", "void GetCore(ref dynamic value) => value = 1;")]
    public void A_signature_that_cannot_be_observed_is_the_only_error(string declaration, string body) => Rule.Verify($$"""
        public partial class Agent
        {
            private readonly int[] _numbers = [1];

            public int[] Numbers => _numbers;

            [Step]
            public {{declaration}}

            private {{body}}
        }
        """);

    [Fact]
    public void Without_a_body_both_are_told() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial ref int {|OBS1003:{|OBS1005:Get|}|}();
        }
        """);

    [Fact]
    public void A_file_type_cannot_be_reopened() => Rule.Verify("""
        file partial class Agent
        {
            [Step]
            public partial int {|CS8795:{|OBS1005:Add|}|}(int left);

            private int AddCore(int left) => left;
        }
        """);

    [Fact]
    public void An_argument_list_cannot_be_handed_on() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int {|OBS1005:Add|}(int left, __arglist);

            private int AddCore(int left, __arglist) => left;
        }
        """);
}
