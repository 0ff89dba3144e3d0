using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Tests.Fuzz;

/// <summary>
/// Tries a check on many seeds. PIPELINE_FUZZ says how many, for the long run; PIPELINE_FUZZ_SEED at which to start, which
/// with PIPELINE_FUZZ=1 tries one again.
/// </summary>
internal static class FuzzRun
{
    private const int Short = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static bool IsLong => Environment.GetEnvironmentVariable("PIPELINE_FUZZ") is not null;

    /// <param name="input">The input of a seed.</param>
    /// <param name="fault">What is wrong with what becomes of it; null where nothing is.</param>
    /// <exception cref="Xunit.Sdk.XunitException">There are faults; the first ten are told, with their seeds and files.</exception>
    public static void Try(Func<int, byte[]> input, Func<byte[], string?> fault)
    {
        var first = Number("PIPELINE_FUZZ_SEED", 0);
        var faults = new ConcurrentQueue<string>();
        var running = new ConcurrentDictionary<int, Stopwatch>();
        using var watch = IsLong ? new Timer(_ => TellSlow(running), null, Patience, Patience) : null;
        Parallel.For(first, first + Number("PIPELINE_FUZZ", Short), (seed, state) =>
        {
            running[seed] = Stopwatch.StartNew();
            var body = input(seed);
            if (Fault(body, fault) is { } found)
                faults.Enqueue($"seed {seed}: {found}\n  {Kept(seed, body)}");
            _ = running.TryRemove(seed, out _);
            if (faults.Count >= 10)
                state.Stop();
        });
        Assert.True(faults.IsEmpty, string.Join('\n', faults));
    }

    private static string? Fault(byte[] body, Func<byte[], string?> fault)
    {
        try
        {
            return fault(body);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return thrown.ToString();
        }
    }

    private static string Kept(int seed, byte[] body)
    {
        var file = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"pipeline-fuzz-{seed}"));
        File.WriteAllBytes(file, body);
        return file;
    }

    /// <summary>A hang shows in the long run only: the short one must not depend on a clock.</summary>
    private static void TellSlow(ConcurrentDictionary<int, Stopwatch> running)
    {
        foreach (var (seed, time) in running)
            if (time.Elapsed > Patience)
                Console.WriteLine(FormattableString.Invariant($"seed {seed} has run for {time.Elapsed.TotalSeconds:0} s"));
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
