namespace Observe.Behaviour.Tests.Ambient;

/// <summary>Observed methods that run whatever they are given.</summary>
public sealed partial class FlowAgent
{
    [Observe("flow")]
    public partial Task RunAsync([NotCaptured] Func<Task> body);

    [Observe("flow")]
    public partial void Run([NotCaptured] Action body);

    [Observe("inner")]
    public partial Task InnerRunAsync([SessionId] string? session, [NotCaptured] Func<Task> body);

    [Step("outer")]
    public partial Task OuterAsync([NotCaptured] Func<Task> body);

    [Step("outer")]
    public partial void Outer([NotCaptured] Action body);

    [Step("numbered")]
    public partial Task NumberedAsync(int number, [NotCaptured] Func<Task> body);

    [Step("child")]
    public partial void Child();

    [Step("leaf", Leaf = true)]
    public partial void Leaf([NotCaptured] Action body);

    private Task RunCoreAsync(Func<Task> body) => body();

    private void RunCore(Action body) => body();

    private Task InnerRunCoreAsync(string? session, Func<Task> body) => body();

    private Task OuterCoreAsync(Func<Task> body) => body();

    private void OuterCore(Action body) => body();

    private Task NumberedCoreAsync(int number, Func<Task> body) => body();

    private void ChildCore()
    {
    }

    private void LeafCore(Action body) => body();
}
