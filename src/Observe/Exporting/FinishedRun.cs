using Observe.Exporting;
using Observe.Recording;

namespace Observe;

/// <summary>A run that has ended, still in its binary form. Valid only during the call of the exporter that got it.</summary>
public sealed class FinishedRun
{
    private readonly RunRecorder _recorder;
    private int _readers;
    private int _lostReaders;
    private int _holds = 1;

    internal FinishedRun(RunRecorder recorder) => _recorder = recorder;

    /// <summary>How many records it consists of.</summary>
    public int RecordCount => _recorder.Records;

    /// <summary>The run that ended before this one, while both wait for the pump.</summary>
    internal FinishedRun? Next { get; set; }

    internal RunRecorder Recorder
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _holds) == 0, this);
            return _recorder;
        }
    }

    /// <summary>Decodes the run.</summary>
    /// <exception cref="ObjectDisposedException">The call of the exporter that got the run is over.</exception>
    public RunTrace Read()
    {
        // Held while it is read: an exporter that reads behind its call gets an exception, never memory of another run.
        int holds = Volatile.Read(ref _holds);
        while (holds > 0)
        {
            int seen = Interlocked.CompareExchange(ref _holds, holds + 1, holds);
            if (seen == holds)
            {
                break;
            }

            holds = seen;
        }

        ObjectDisposedException.ThrowIf(holds == 0, this);
        try
        {
            return RunTraceReader.Read(_recorder);
        }
        finally
        {
            EndHold();
        }
    }

    internal void SetReaders(int readers) => _readers = readers;

    /// <summary>Called once by each exporter's lane when it is through with the run.</summary>
    /// <returns>True for the last one: the run has left the observer.</returns>
    internal bool Release(bool taken, out bool takenByAll)
    {
        if (!taken)
        {
            Interlocked.Increment(ref _lostReaders);
        }

        takenByAll = false;
        if (Interlocked.Decrement(ref _readers) > 0)
        {
            return false;
        }

        takenByAll = Volatile.Read(ref _lostReaders) == 0;
        EndHold();
        return true;
    }

    private void EndHold()
    {
        if (Interlocked.Decrement(ref _holds) == 0)
        {
            _recorder.Buffer.Release();
        }
    }
}
