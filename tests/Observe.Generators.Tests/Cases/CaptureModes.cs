using System.Threading.Tasks;
using Observe;

namespace Cases.CaptureModes;

public partial class Modes
{
    [Observe(Capture = CaptureMode.None)]
    public partial Task<int> RunAsync(int number);

    private async Task<int> RunCoreAsync(int number)
    {
        await Task.Yield();
        return ByDefault(number) + Nothing(number) + OnlyArguments(number) + OnlyResult(number) + Everything(number);
    }

    [Step]
    public partial int ByDefault(int number);

    private static int ByDefaultCore(int number) => number;

    [Step(Capture = CaptureMode.None)]
    public partial int Nothing(int number);

    private static int NothingCore(int number) => number;

    [Step(Capture = CaptureMode.Arguments)]
    public partial int OnlyArguments(int number);

    private static int OnlyArgumentsCore(int number) => number;

    [Step(Capture = CaptureMode.Result)]
    public partial int OnlyResult(int number);

    private static int OnlyResultCore(int number) => number;

    [Step(Capture = CaptureMode.All)]
    public partial int Everything(int number);

    private static int EverythingCore(int number) => number;
}
