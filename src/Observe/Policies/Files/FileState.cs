using Microsoft.Win32.SafeHandles;

namespace Observe.Policies.Files;

/// <summary>What is looked at to see that a file has changed.</summary>
internal readonly record struct FileState(DateTime WriteTime, long Length)
{
    private const long MaxLength = 16 * 1024 * 1024;

    /// <summary>
    /// State of the file that a path leads to now. The file is opened: what the system says about a path may be about a link, and a link
    /// stays as it is when a directory that it leads through is replaced, as container platforms do.
    /// </summary>
    public static FileState Of(string path)
    {
        using SafeFileHandle file = Open(path);
        return Of(file);
    }

    /// <summary>Reads the file, and its state before.</summary>
    public static (FileState State, byte[] Content) Read(string path)
    {
        using SafeFileHandle file = Open(path);
        FileState state = Of(file);
        if (state.Length > MaxLength)
        {
            throw new IOException($"it has {state.Length} bytes; a policy file may have {MaxLength}");
        }

        byte[] content = new byte[state.Length];
        int read = 0;
        while (read < content.Length && RandomAccess.Read(file, content.AsSpan(read), read) is var more and > 0)
        {
            read += more;
        }

        return (state, content[..read]);
    }

    private static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static FileState Of(SafeFileHandle file) => new(File.GetLastWriteTimeUtc(file), RandomAccess.GetLength(file));
}
