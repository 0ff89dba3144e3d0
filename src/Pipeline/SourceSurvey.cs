using Pipeline.Fetching;
using Pipeline.Model;

namespace Pipeline;

/// <summary>Asks every source now, whether it is due or not, to see how it does. Nothing is kept.</summary>
public sealed class SourceSurvey(Fetcher fetcher, TimeProvider clock, IProgress<Progress> progress)
{
    /// <summary>How many sources are asked at once; what one host bears is the fetcher's matter.</summary>
    private const int SourcesAtOnce = 8;

    /// <returns>A verdict for each, in the order given.</returns>
    public async Task<IReadOnlyList<SourceVerdict>> RunAsync(IReadOnlyList<Source> sources, CancellationToken cancellation)
    {
        var verdicts = new SourceVerdict[sources.Count];
        var done = 0;
        var limited = new ParallelOptions { MaxDegreeOfParallelism = SourcesAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, sources.Count), limited, async (at, token) =>
        {
            verdicts[at] = await AskAsync(sources[at], token);
            progress.Report(new Progress("check", Interlocked.Increment(ref done), sources.Count, $"{sources[at].Name}: {verdicts[at].What}"));
        });
        return verdicts;
    }

    private async Task<SourceVerdict> AskAsync(Source source, CancellationToken cancellation)
    {
        try
        {
            var outcome = await fetcher.FetchAsync(new FetchRequest(source.Url) { AllowPrivate = source.AllowPrivate, Headers = source.Headers }, cancellation);
            return SourceCheck.Judge(source, outcome, clock.GetUtcNow());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One source must not end the survey; that no stage meant to throw this is a fault of ours, and is told as one.
            return new SourceVerdict(source.Name, SourceState.Failed, $"{exception.GetType().Name}: {exception.Message}", "report this: it is a fault of the program");
        }
    }
}
