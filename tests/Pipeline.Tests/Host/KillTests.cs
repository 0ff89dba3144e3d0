using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>
/// A run that is killed (SIGKILL) at any moment loses nothing, doubles nothing and leaves no torn file; the next run finishes.
/// PIPELINE_KILLS says how often: few here, many by hand (.ci/long).
/// </summary>
public sealed class KillTests(Xunit.Abstractions.ITestOutputHelper output) : IDisposable
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_KILLS") ?? "4", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_killed_run_leaves_everything_whole_and_the_next_one_finishes()
    {
        await using var site = await NewsSite.StartAsync(entries: 20);
        var sources = site.Sources();
        var watch = Stopwatch.StartNew();
        var (files, counts) = await FinishAsync("whole", sources);
        var length = watch.ElapsedMilliseconds;
        var random = new Random(6);
        var killed = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"killed-{kill}");
            folder.Write($"{name}/sources.yaml", sources);
            // Spread over the whole run, start-up and publishing included.
            var after = (int)(length * (kill + random.NextDouble()) / Kills);
            killed += await KillAsync(folder[name], after) ? 1 : 0;
            foreach (var (path, bytes) in TemporaryFolder.Files(Path.Combine(folder[name], "digests")))
                Assert.True(files.TryGetValue(path, out var whole) && whole.AsSpan().SequenceEqual(bytes), $"{path} is torn after a kill at {after} ms");

            var (again, countsAgain) = await FinishAsync(name, sources);

            Assert.Equal(files.Keys, again.Keys);
            Assert.All(files, file => Assert.Equal(file.Value, again[file.Key]));
            Assert.Equal(counts, countsAgain);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Kills} runs, {killed} of them alive when killed"));
        Assert.True(killed > 0 || Kills == 0, "no run was still alive when it was to be killed");
    }

    private static async Task<bool> KillAsync(string at, int after)
    {
        using var process = Command.Start(at, ["run", "2026-W06"]);
        var drained = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var alive = !process.WaitForExit(after);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await drained;
        return alive;
    }

    private async Task<(SortedDictionary<string, byte[]> Files, string Counts)> FinishAsync(string name, string sources)
    {
        folder.Write($"{name}/sources.yaml", sources);
        var run = await Command.RunAsync(folder[name], ["run", "2026-W06"]);
        Assert.True(run.Code == 0, run.Error + run.Output);
        var status = await Command.RunAsync(folder[name], ["status", "--json"]);
        Assert.True(status.Code == 0, status.Error);
        return (TemporaryFolder.Files(Path.Combine(folder[name], "digests")), JsonDocument.Parse(status.Output).RootElement.GetProperty("archive").GetRawText());
    }
}
