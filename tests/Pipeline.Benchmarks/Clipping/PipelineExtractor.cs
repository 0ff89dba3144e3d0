using System.Diagnostics;
using Pipeline.Clipping;

namespace Pipeline.Benchmarks.Clipping;

/// <summary>Our clipper, its phases timed: each is timed as it is run.</summary>
internal sealed class PipelineExtractor : IExtractor
{
    public string Name => "Pipeline";

    public Dictionary<string, TimeSpan> Phases { get; } = [];

    public string Extract(PageFile page)
    {
        var html = Timed("decode", () => PageDecoder.Decode(page.Html, null));
        var read = Timed("parse (DOM, outline, structured data)", () => Clipper.Read(html, page.Url));
        return Timed("title, score, dates, write", () => Clipper.Decide(read, null).Clip.Text);
    }

    private T Timed<T>(string phase, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var made = work();
        Phases[phase] = Phases.GetValueOrDefault(phase) + Stopwatch.GetElapsedTime(start);
        return made;
    }
}
