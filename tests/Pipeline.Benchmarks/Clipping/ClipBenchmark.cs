using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Pipeline.Benchmarks.Clipping;

/// <summary>CPU time and memory of clipping, each extractor in a process of its own, one thread; the first pass over the pages warms up and isn't counted.</summary>
internal static class ClipBenchmark
{
    /// <summary>How many pages there are between two looks at the memory.</summary>
    private const int Stretch = 1000;

    public static int Run(string folder, IReadOnlyList<string> options)
    {
        var pages = Pages(folder);
        IExtractor extractor = Option(options, "--with") == "smartreader" ? new SmartReaderExtractor() : new PipelineExtractor();
        foreach (var page in pages)
            extractor.Extract(page);
        extractor.Phases.Clear();
        Measure(extractor, pages, int.Parse(Option(options, "--pages") ?? "3000", CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Measure(IExtractor extractor, List<PageFile> pages, int count)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var own = new List<double>(count);
        for (var i = 0; i < count; i++)
        {
            var watch = Stopwatch.GetTimestamp();
            extractor.Extract(pages[i % pages.Count]);
            own.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            if ((i + 1) % Stretch == 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {i + 1} pages: {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB live"));
        }

        process.Refresh();
        own.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{extractor.Name}: {count} pages, {(process.TotalProcessorTime - before).TotalMilliseconds / count:0.00} ms CPU a page, median {own[count / 2]:0.00} ms, 99th hundredth {own[count * 99 / 100]:0.00} ms, slowest {own[^1]:0.0} ms; peak {process.PeakWorkingSet64 >> 20} MB"));
        foreach (var (phase, time) in extractor.Phases)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {phase}: {time.TotalMilliseconds / count:0.00} ms a page"));
    }

    private static List<PageFile> Pages(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "gold.jsonl")).Where(line => line.Length > 0).Select(line => JsonElement.Parse(line))
            .Select(row => new PageFile(new Uri(row.GetProperty("url").GetString()!), File.ReadAllBytes(Path.Combine(folder, "html", row.GetProperty("file").GetString()!))))];

    private static string? Option(IReadOnlyList<string> options, string name) =>
        options.SkipWhile(option => option != name).Skip(1).FirstOrDefault();
}

/// <summary>A page as it was saved.</summary>
internal sealed record PageFile(Uri Url, byte[] Html);
