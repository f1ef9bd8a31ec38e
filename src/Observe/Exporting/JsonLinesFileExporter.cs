using Observe.Exporting;
using Observe.Exporting.Json;

namespace Observe;

/// <summary>
/// Writes each finished run as one line of JSON (<see href="https://jsonlines.org">JSON Lines</see>) to a file in a directory, and
/// begins a new file when one has grown large. The members of a line are described in <c>format.md</c>, beside this class.
/// </summary>
public sealed class JsonLinesFileExporter : IRunExporter
{
    private const int WriteThreshold = 256 * 1024;

    private readonly JsonLinesFileExporterOptions _options;
    private readonly Queue<string> _files = new();
    private readonly JsonText _text = new();
    private readonly RunJson _writer = new();
    private IReadOnlyList<FinishedRun>? _batch;
    private FileStream? _file;
    private long _fileBytes;
    private int _written;
    private int _number;

    /// <summary>Writes to a directory, which is made if it is not there.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="options">How. Default: see <see cref="JsonLinesFileExporterOptions"/>.</param>
    /// <exception cref="IOException">The directory cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be made.</exception>
    public JsonLinesFileExporter(string directory, JsonLinesFileExporterOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        _options = options ?? new JsonLinesFileExporterOptions();
        _options.Validate();
        Directory = System.IO.Directory.CreateDirectory(directory).FullName;
    }

    /// <inheritdoc/>
    public string Name => "file";

    /// <summary>Full path of the directory.</summary>
    public string Directory { get; }

    /// <summary>Full path of the file that was written last, or null before the first run.</summary>
    public string? CurrentFile { get; private set; }

    /// <inheritdoc/>
    public ValueTask ExportAsync(IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (!ReferenceEquals(runs, _batch))
        {
            _batch = runs;
            _written = 0;
        }

        // A batch that failed comes again: it goes on behind the last run that is whole in the file.
        _text.Clear();
        for (int i = _written; i < runs.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _writer.WriteLine(_text, runs[i].Recorder);
            if (_text.Length >= WriteThreshold || _fileBytes + _text.Length >= _options.MaxFileBytes || i == runs.Count - 1)
            {
                Write();
                _written = i + 1;
            }
        }

        _batch = null;
        return default;
    }

    /// <inheritdoc/>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_file is not null)
        {
            await _file.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            FileStream file = _file;
            _file = null;
            await file.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Write()
    {
        FileStream file = Open();
        try
        {
            file.Write(_text.Written.Span);
        }
        catch
        {
            TakeBackHalfLine(file);
            throw;
        }

        _fileBytes += _text.Length;
        _text.Clear();
        if (_fileBytes >= _options.MaxFileBytes)
        {
            _file = null;
            file.Dispose();
        }
    }

    private void TakeBackHalfLine(FileStream file)
    {
        try
        {
            file.SetLength(_fileBytes); // no half line stays behind when the disk is full
        }
        catch (Exception)
        {
            _file = null; // nothing can be done to this file any more: the next attempt begins a new one
            file.Dispose();
        }
    }

    private FileStream Open()
    {
        if (_file is not null && File.Exists(CurrentFile))
        {
            return _file;
        }

        _file?.Dispose(); // somebody removed the file under us: what we write to it would be lost

        System.IO.Directory.CreateDirectory(Directory); // somebody may have removed it since

        // A name that nobody else has: several processes may write to one directory. A new file closes faster than a truncated one.
        string time = TimeText.OfFile(DateTime.UtcNow);
        while (true)
        {
            string path = Path.Combine(Directory, $"{_options.FilePrefix}-{time}-{Environment.ProcessId}-{++_number:D4}.jsonl");
            if (TryCreate(path) is not { } file)
            {
                continue;
            }

            _file = file;
            _fileBytes = 0;
            CurrentFile = path;
            _files.Enqueue(path);
            DeleteOldest();
            return _file;
        }
    }

    /// <summary>A new file, or null when somebody else has one of this name: they may make it at this moment.</summary>
    private static FileStream? TryCreate(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private void DeleteOldest()
    {
        while (_files.Count > _options.MaxFiles)
        {
            File.Delete(_files.Dequeue());
        }
    }
}
