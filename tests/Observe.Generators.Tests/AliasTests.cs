using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>A scope attribute may be written under any name that the language lets stand for it.</summary>
public sealed class AliasTests
{
    [Theory]
    [InlineData("using Trace = Observe.StepAttribute;", "Trace")]
    [InlineData("using TraceAttribute = Observe.StepAttribute;", "Trace")]
    [InlineData("using TraceAttribute = Observe.StepAttribute;", "TraceAttribute")]
    [InlineData("global using TraceAttribute = Observe.StepAttribute;", "Trace")]
    [InlineData("using O = Observe;", "O.Step")]
    [InlineData("using O = Observe;", "O::StepAttribute")]
    [InlineData("using @class = Observe.StepAttribute;", "@class")]
    [InlineData("", "global::Observe.Step")]
    public void An_alias_of_a_scope_attribute_observes(string directive, string attribute)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            {{directive}}
            public partial class Agent
            {
                [{{attribute}}]
                public partial int Add(int left);

                private int AddCore(int left) => left;
            }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Single(run.GeneratedSources);
    }
}
