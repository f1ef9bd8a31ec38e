namespace Observe.Policies.Files;

/// <summary>
/// The policies of a file. Both ways to see a change are used: the system reports it at once, where it can; looking at the file every
/// now and then works everywhere.
/// </summary>
internal sealed class PolicyFileSource : PolicySource
{
    private readonly object _gate = new();
    private readonly string _name;
    private readonly string _path;
    private readonly PolicyFileOptions _options;
    private readonly PolicyFileContent _content;

    private FileState _known;
    private FileState? _settling;
    private bool _isRead;
    private int _failures;

    private ITimer? _timer;
    private FileSystemWatcher? _watcher;
    private Action? _changed;
    private Action<string>? _warn;
    private bool _isDisposed;

    /// <summary>Reads the file.</summary>
    /// <exception cref="PolicyFileException">The file is missing, cannot be read, or has anything wrong.</exception>
    public PolicyFileSource(string path, PolicyFileOptions options, PolicyCategories categories)
    {
        _name = path;
        _path = Path.GetFullPath(path);
        _options = options;
        byte[] content;
        try
        {
            (_known, content) = FileState.Read(_path);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw new PolicyFileException(_name, 0, "", UnreadableText(exception), exception);
        }

        _content = new PolicyFileContent(_name, content, categories);
    }

    public override IReadOnlyList<PolicyRegistration> Current => _content.Current;

    public override void Start(TimeProvider timeProvider, Action changed, Action<string> warn)
    {
        _changed = changed;
        _warn = warn;

        // What runs for the life of the observer must not hold on to whatever is current where that is made.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        lock (_gate)
        {
            // The file may have changed since it was read, and too soon for its time of change to tell: the first look reads it.
            _timer = timeProvider.CreateTimer(
                static source => ((PolicyFileSource)source!).Look(), this, _options.PollInterval, Timeout.InfiniteTimeSpan);
            _watcher = _options.Watch ? FileReports.Begin(_path, Hurry) : null;
        }
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }

        _watcher?.Dispose();
    }

    /// <summary>The system says that something has happened to the file.</summary>
    private void Hurry()
    {
        lock (_gate)
        {
            // Once only: a file that is written to all the time must not put off the look for ever.
            if (!_isDisposed && _settling is null)
            {
                _isRead = false;
                _settling = default(FileState);
                _timer?.Change(_options.SettleTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Look()
    {
        bool isChanged = false;
        string? warning = null;
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            try
            {
                isChanged = ReadWhenSettled();
                _failures = 0;
            }
            catch (PolicyFileException exception)
            {
                warning = $"{_name} has changed and is rejected; the policies read before stay in force. {exception.Message}";
            }
            catch (Exception exception)
            {
                // Who saves a file may take it away for a moment.
                _isRead = false;
                _settling = default(FileState);
                warning = ++_failures == 3 ? $"{_name}: {UnreadableText(exception)}. The policies read before stay in force." : null;
            }

            _timer!.Change(_settling is null || _failures > 1 ? _options.PollInterval : _options.SettleTime, Timeout.InfiniteTimeSpan);
        }

        Report(isChanged, warning);
    }

    /// <summary>Reads the file when it has changed and then stayed as it is. True when that changed the policies.</summary>
    private bool ReadWhenSettled()
    {
        FileState state = FileState.Of(_path);
        if (_isRead && state == _known)
        {
            _settling = null;
            return false;
        }

        if (state != _known && state != _settling)
        {
            _settling = state;
            return false;
        }

        (FileState before, byte[] content) = FileState.Read(_path);
        if (before != state || FileState.Of(_path) != state || content.Length != state.Length)
        {
            _settling = before;
            return false;
        }

        _known = state;
        _settling = null;

        // A change within the grain of the file system's clock leaves no trace: the file is read until it says the same twice.
        _isRead = _content.Has(content);
        if (_isRead)
        {
            return false;
        }

        _content.Take(content);
        return true;
    }

    private void Report(bool isChanged, string? warning)
    {
        try
        {
            if (isChanged)
            {
                _changed!();
            }

            if (warning is not null)
            {
                _warn!(warning);
            }
        }
        catch (Exception exception)
        {
            // on a thread of the system's timer an exception would end the process
            _warn!($"{_name}: the change could not be taken over: {exception.Message}");
        }
    }

    private static bool IsUnreadable(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException;

    private static string UnreadableText(Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException
        ? "the file does not exist"
        : $"the file cannot be read: {exception.Message}";
}
