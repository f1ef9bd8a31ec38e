using Cases.Admissions;

namespace Observe.Behaviour.Tests.Governance;

/// <summary>Looks around where its body starts.</summary>
internal sealed partial class Inspector(Action look)
{
    [Step, Policy(typeof(Gatekeeper))]
    public partial Task InspectAsync();

    private Task InspectCoreAsync()
    {
        look();
        return Task.CompletedTask;
    }
}
