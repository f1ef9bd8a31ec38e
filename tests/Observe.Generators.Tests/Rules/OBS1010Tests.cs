using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1010Tests
{
    [Fact]
    public void A_second_implementing_part_is_an_error() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Add(int left);

            public partial int {|OBS1010:Add|}(int left) => left;
        }
        """);

    [Fact]
    public void An_attribute_on_the_implementing_part_is_an_error_there() => Rule.Verify("""
        public partial class Agent
        {
            public partial int Add(int left);

            [Step]
            public partial int {|OBS1010:Add|}(int left) => left;
        }
        """);

    [Fact]
    public void A_declaration_alone_is_fine() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;
        }
        """);

    [Fact]
    public void An_attribute_on_an_implementing_part_in_another_file_is_an_error_there()
    {
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Of(
            ("Declaration.cs", "public partial class Agent { public partial int Add(int left); }"),
            ("Body.cs", "public partial class Agent { [Observe.Step] public partial int Add(int left) => left; }")));

        Assert.Equal(["OBS1010 in Body.cs"], run.Diagnostics.Select(static diagnostic => $"{diagnostic.Id} in {diagnostic.Location.SourceTree?.FilePath}"));
    }
}
