using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Pipeline.Host;

/// <summary>Sends the library's metrics and traces by OTLP, where the environment names a collector; all else OTEL_… is the exporter's own.</summary>
internal sealed class OpenTelemetryExport : IDisposable
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly MeterProvider meters;
    private readonly TracerProvider traces;

    private OpenTelemetryExport()
    {
        var resource = ResourceBuilder.CreateEmpty().AddService("pipeline").AddTelemetrySdk().AddEnvironmentVariableDetector();
        meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Telemetry.Name).AddOtlpExporter().Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Telemetry.Name).AddOtlpExporter().Build();
    }

    /// <summary>Null where no collector is named. What was recorded is sent at the latest when it is disposed of.</summary>
    public static OpenTelemetryExport? Start(Func<string, string?> variable) =>
        string.IsNullOrWhiteSpace(variable(Endpoint)) ? null : new OpenTelemetryExport();

    public void Dispose()
    {
        meters.Dispose();
        traces.Dispose();
    }
}
