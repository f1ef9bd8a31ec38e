namespace Observe.Behaviour.Tests.Differential;

/// <summary>Returns what it is given, observed.</summary>
internal sealed partial class GraphAgent
{
    [Step(Leaf = true)]
    public partial Graph Echo(Graph value);

    private static Graph EchoCore(Graph value) => value;

    [Step(Leaf = true)]
    public partial Dog EchoDog(Dog value);

    private static Dog EchoDogCore(Dog value) => value;
}
