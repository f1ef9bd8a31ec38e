using System.Runtime.InteropServices;

namespace Observe.Benchmarks.Compiler;

/// <summary>What the processes that this one has started, and that have ended, have used. Linux and macOS.</summary>
internal static class ChildProcesses
{
    private const int Children = -1; // RUSAGE_CHILDREN of <sys/resource.h>

    public static TimeSpan ProcessorTime => GetResourceUsage(Children, out ResourceUsage usage) == 0
        ? TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds) + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds)
        : throw new InvalidOperationException("The system does not say how much processor time child processes took.");

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetResourceUsage(int who, out ResourceUsage usage);

    [StructLayout(LayoutKind.Sequential, Size = 256)] // more than the 144 bytes that are written
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
