using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Observe.Benchmarks.Twins;

/// <summary>The OpenTelemetry SDK with its default settings, in front of an exporter that only counts.</summary>
public sealed class OpenTelemetryTwin : ITwin
{
    private readonly SpanCounter _counter = new();
    private readonly TracerProvider _provider;

    public OpenTelemetryTwin() =>
        _provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(Traced.Source.Name)
            .AddProcessor(new BatchActivityExportProcessor(_counter))
            .Build();

    public long Stop(long started)
    {
        _provider.ForceFlush();
        _provider.Dispose();
        return started - _counter.Count;
    }
}
