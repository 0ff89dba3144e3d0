using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Tests.Support;

/// <summary><c>pipeline serve</c> as a process of its own, on a free port.</summary>
internal sealed class ServingNode : IDisposable
{
    private const string Announcement = "health at ";

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
        await node.health.Task;
        return node;
    }

    /// <summary>Returns at once.</summary>
    public static ServingNode Start(string folder, IReadOnlyList<string> arguments) => new(Command.Start(folder, ["serve", "--url", "http://127.0.0.1:0", .. arguments]));

    public async Task<JsonObject> HealthAsync()
    {
        using var client = new HttpClient();
        return (await client.GetFromJsonAsync<JsonObject>(await health.Task))!;
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
