using System.Threading.Tasks;
using Observe;

namespace Cases.Overloads;

public partial class Overloads
{
    [Step]
    public partial string Format(int value);

    private static string FormatCore(int value) => "int";

    [Step("format_text")]
    public partial string Format(string value);

    private static string FormatCore(string value) => "string";

    [Step]
    public partial string Format(object value);

    private static string FormatCore(object value) => "object";

    [Step]
    public partial string Format<T>(T value, int count);

    private static string FormatCore<T>(T value, int count) => "generic";

    [Step]
    public partial string Format(ref int value);

    private static string FormatCore(ref int value) => "ref";

    [Step]
    public partial Task<string> FormatAsync(int value);

    private static Task<string> FormatCoreAsync(int value) => Task.FromResult("async");

    // Not the body of anything.
    private static string FormatCore(int value, int other) => (value + other).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Use() => FormatCore(1, 2) + Format(1) + Format("") + Format(new object());
}
