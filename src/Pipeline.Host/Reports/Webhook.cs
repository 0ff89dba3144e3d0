using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pipeline.Host.Commands;
using Pipeline.Sources;

namespace Pipeline.Host.Reports;

/// <summary>Posts alerts as JSON. The address is a secret: no message shows it, and no redirect is followed with it.</summary>
internal sealed class Webhook : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Before the second and the third attempt; then it is given up: a run must end.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    private readonly Uri url;
    private readonly HttpClient client;
    private readonly TimeProvider clock;

    private Webhook(Uri url, TimeProvider clock) =>
        (this.url, this.clock, client) = (url, clock, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience });

    /// <summary>Null where sources.yaml wants no alerts.</summary>
    /// <exception cref="UsageException">The variable is not set, or holds no web address.</exception>
    public static Webhook? For(Alerts? alerts, Func<string, string?> variable, TimeProvider clock)
    {
        if (alerts is null)
            return null;
        return Uri.TryCreate(variable(alerts.Variable), UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? new Webhook(url, clock)
            : throw new UsageException($"alerts need the environment variable {alerts.Variable} to hold the webhook's address, https://…; set it where pipeline runs, or take 'alerts' out of sources.yaml");
    }

    /// <returns>Why it was not delivered; null where it was.</returns>
    public async Task<string?> PostAsync(JsonObject alert, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (why, mayPass) = await TryAsync(alert, cancellation);
            if (why is null || !mayPass || attempt == Pauses.Length)
                return why;
            await Task.Delay(Pauses[attempt], clock, cancellation);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<(string? Why, bool MayPass)> TryAsync(JsonObject alert, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.PostAsJsonAsync(url, alert, Output.Line, cancellation);
            var status = (int)answer.StatusCode;
            return answer.IsSuccessStatusCode ? (null, false) : ($"the webhook answered {status}", status is 408 or 429 or >= 500);
        }
        catch (HttpRequestException exception)
        {
            // Its message would name the host.
            return ($"the webhook can't be reached ({exception.HttpRequestError})", true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ("the webhook did not answer in time", true);
        }
    }
}
