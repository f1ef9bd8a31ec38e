using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Cases.ContextParameters;

public partial class Contexts
{
    public bool SawContext { get; private set; }

    [Observe]
    public partial Task<int> RunAsync(int number, CancellationToken cancellationToken);

    private async Task<int> RunCoreAsync(RunContext run, int number, CancellationToken cancellationToken)
    {
        run.SetTag("first", "yes");
        await Task.Delay(1, cancellationToken);
        return Middle(number, "x") + Last(number);
    }

    [Step]
    public partial int Middle(int number, string text);

    private static int MiddleCore(int number, RunContext run, string text)
    {
        run.SetTag("middle", text);
        return number;
    }

    [Step]
    public partial int Last(int number);

    private int LastCore(int number, RunContext? run)
    {
        SawContext = run is not null;
        return number;
    }

    [Step]
    public partial void Only();

    private void OnlyCore(RunContext? run = null) => SawContext = run is not null;

    // A context handed in by hand is an argument like another.
    [Step]
    public partial int Explicit(RunContext run, int number);

    private static int ExplicitCore(RunContext run, int number) => number;

    // Of two bodies that fit, the one without the context is the body.
    [Step]
    public partial int Both(int number);

    private int BothCore(int number) => BothCore(number, null);

    private int BothCore(int number, RunContext? run)
    {
        SawContext |= run is not null;
        return number;
    }
#nullable disable
    [Step]
    public partial string Oblivious(string text);

    private string ObliviousCore(string text, RunContext run)
    {
        run.SetTag("oblivious", text);
        return text;
    }
}
