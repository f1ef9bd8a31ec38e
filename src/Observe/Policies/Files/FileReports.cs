namespace Observe.Policies.Files;

/// <summary>Lets the system report changes of a file.</summary>
internal static class FileReports
{
    /// <summary>Calls back after each change, on any thread; null where the system cannot.</summary>
    public static FileSystemWatcher? Begin(string path, Action changed)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path))
            {
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, _) => changed();
            watcher.Created += (_, _) => changed();
            watcher.Renamed += (_, _) => changed();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception)
        {
            watcher?.Dispose(); // no more handles to watch with, or a file system that does not report: looking must do
            return null;
        }
    }
}
