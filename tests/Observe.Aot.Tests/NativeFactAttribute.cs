namespace Observe.Aot.Tests;

/// <summary>A test that publishes native programs. It is skipped, and says so, where there is no linker, which the SDK does not bring.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute()
    {
        if (!HasLinker())
        {
            Skip = "NativeAOT needs the linker of a C compiler: clang or gcc (with zlib1g-dev on Debian and Ubuntu), or Visual Studio's C++ tools.";
        }
    }

    private static bool HasLinker() => OperatingSystem.IsWindows()
        ? File.Exists(Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe"))
        : IsOnPath("clang") || IsOnPath("gcc");

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
