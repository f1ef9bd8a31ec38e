using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1012Tests
{
    [Fact]
    public void A_language_that_generated_code_cannot_be_written_in_is_an_error() => Rule.Verify(
        """
        public partial class Agent
        {
            [Step]
            public partial int {|CS8795:{|OBS1012:Add|}|}(int left);

            private int AddCore(int left) => left;
        }
        """,
        new CSharpParseOptions(LanguageVersion.CSharp11));

    [Fact]
    public void The_oldest_language_of_a_supported_framework_is_fine() => Rule.Verify(
        """
        public enum Route { A, B }

        public sealed record Order(int Id, Order? Parent, (int A, List<Route> B) Pair);

        public partial class Agent
        {
            [Decision]
            public partial Route Decide(Order order, params int[] numbers);

            private Route DecideCore(Order order, int[] numbers) => Route.A;
        }
        """,
        new CSharpParseOptions(LanguageVersion.CSharp12));
}
