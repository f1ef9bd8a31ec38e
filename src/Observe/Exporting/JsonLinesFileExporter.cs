using System.Globalization;
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
        for (int i = _written; i < runs.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _writer.WriteLine(_text, runs[i].Recorder);
            if (_text.Length >= WriteThreshold || i == runs.Count - 1)
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
            await _file.DisposeAsync().ConfigureAwait(false);
            _file = null;
        }
    }

    private void Write()
    {
        FileStream file = Open();
        long whole = file.Length;
        try
        {
            file.Write(_text.Written.Span);
        }
        catch
        {
            file.SetLength(whole); // no half line stays behind when the disk is full
            throw;
        }
        finally
        {
            _text.Clear();
        }

        if (file.Length >= _options.MaxFileBytes)
        {
            file.Dispose();
            _file = null;
        }
    }

    private FileStream Open()
    {
        if (_file is not null)
        {
            return _file;
        }

        // A name that nobody else has: several processes may write to one directory. A new file closes faster than a truncated one.
        string time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        while (true)
        {
            string path = Path.Combine(Directory, $"{_options.FilePrefix}-{time}-{Environment.ProcessId}-{++_number:D4}.jsonl");
            if (File.Exists(path))
            {
                continue;
            }

            _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
            CurrentFile = path;
            _files.Enqueue(path);
            DeleteOldest();
            return _file;
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
