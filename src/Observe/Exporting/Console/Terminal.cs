using System.Runtime.InteropServices;

namespace Observe;

/// <summary>What the console of the process can do.</summary>
internal static partial class Terminal
{
    private const int StandardOutput = -11;
    private const int StandardError = -12;
    private const uint VirtualTerminalProcessing = 4;

    /// <summary>Columns of the terminal; null when they are not known.</summary>
    public static int? Width
    {
        get
        {
            try
            {
                // Text in the last column makes some terminals wrap.
                return Console.WindowWidth > 1 ? Console.WindowWidth - 1 : null;
            }
            catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
            {
                return null;
            }
        }
    }

    /// <summary>Whether a person may be looking at what <paramref name="writer"/> writes.</summary>
    public static bool IsBehind(TextWriter writer) =>
        (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected)
        || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);

    /// <summary>Whether the terminal behind <paramref name="writer"/> wants colours and understands them.</summary>
    public static bool TakesColors(TextWriter writer)
    {
        if (!WantsColors(Environment.GetEnvironmentVariable("NO_COLOR"), Environment.GetEnvironmentVariable("TERM")))
        {
            return false;
        }

        // The Windows console shows escapes as text until it is told to obey them.
        return !OperatingSystem.IsWindows()
            || EnableEscapes(GetStdHandle(ReferenceEquals(writer, Console.Error) ? StandardError : StandardOutput));
    }

    /// <summary>What the environment says: https://no-color.org and the terminal type without abilities.</summary>
    public static bool WantsColors(string? noColor, string? term) => string.IsNullOrEmpty(noColor) && term != "dumb";

    private static bool EnableEscapes(nint handle) =>
        GetConsoleMode(handle, out uint mode)
        && ((mode & VirtualTerminalProcessing) != 0 || SetConsoleMode(handle, mode | VirtualTerminalProcessing));

    [LibraryImport("kernel32.dll")]
    private static partial nint GetStdHandle(int handle);

    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(nint handle, uint mode);
}
