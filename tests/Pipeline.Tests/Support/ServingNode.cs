using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Tests.Support;

/// <summary><c>pipeline serve</c> as a process of its own, on a free port.</summary>
internal sealed class ServingNode : IDisposable
{
    private const string Announcement = "health at ";

    /// <summary>Long for a machine on which everything else is tested meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();
    private readonly TaskCompletionSource<Uri> health = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServingNode(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public string Said => string.Join('\n', said);

    public bool HasExited => process.HasExited;

    /// <summary>Returns when it serves.</summary>
    public static async Task<ServingNode> StartAsync(string folder, IReadOnlyList<string> arguments)
    {
        var node = Start(folder, arguments);
        try
        {
            await node.AddressAsync();
            return node;
        }
        catch
        {
            node.Dispose();
            throw;
        }
    }

    /// <summary>Returns at once.</summary>
    public static ServingNode Start(string folder, IReadOnlyList<string> arguments) => new(Command.Start(folder, ["serve", "--url", "http://127.0.0.1:0", .. arguments]));

    public async Task<JsonObject> HealthAsync()
    {
        using var client = new HttpClient();
        return (await client.GetFromJsonAsync<JsonObject>(await AddressAsync()))!;
    }

    /// <summary>SIGKILL: it can't end anything.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private async Task<Uri> AddressAsync()
    {
        try
        {
            return await health.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"it does not serve: {Said}");
        }
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            health.TrySetException(new InvalidOperationException($"it ended: {Said}"));
            return;
        }

        said.Enqueue(line);
        if (line.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and var at)
            health.TrySetResult(new Uri(line[(at + Announcement.Length)..]));
    }
}
