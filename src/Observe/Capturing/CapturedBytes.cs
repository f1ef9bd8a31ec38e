using Observe.CompilerServices;

namespace Observe.Capturing;

/// <summary>A value given by hand, in binary form for as long as it takes to record it.</summary>
internal readonly ref struct CapturedBytes
{
    private readonly CaptureWriter? _writer;

    public CapturedBytes(Observer observer, CapturedValue value)
    {
        if (!value.IsEmpty)
        {
            _writer = CaptureWriter.Rent(observer.Options.Capture);
            _writer.WriteWhole(value, static (writer, whole) => whole.WriteTo(writer));
        }
    }

    public ReadOnlyMemory<byte> Memory => _writer is null ? default : _writer.WrittenMemory;

    public ReadOnlySpan<byte> Span => _writer is null ? default : _writer.Written;

    public void Dispose()
    {
        if (_writer is not null)
        {
            CaptureWriter.Return(_writer);
        }
    }
}
