using System.Text;
using Pipeline.Fetching;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests;

/// <summary>What is said of a source, by what came of asking it.</summary>
public sealed class SourceCheckTests : IAsyncLifetime
{
    private const string Dated = "<rss version='2.0'><channel><title>T</title><item><title>Agent one</title><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate></item><item><title>Two</title><pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>";

    private static readonly DateTimeOffset Now = new(2026, 2, 6, 10, 0, 0, TimeSpan.Zero);

    private LoopbackServer server = null!;

    public async Task InitializeAsync() => server = await LoopbackServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(Dated, SourceState.Fine, "2 entries, newest 2026-02-03", "")]
    [InlineData("<rss><channel><title>T</title></channel></rss>", SourceState.Empty, "without entries", "another feed")]
    [InlineData("<rss><channel><item><title>One</title></item></channel></rss>", SourceState.Undated, "1 entry, none dated", "first seen")]
    [InlineData("<rss><channel><item><title>One</title><pubDate>Mon, 03 Feb 2025 10:00:00 GMT</pubDate></item></channel></rss>", SourceState.Stale, "newest 2025-02-03", "another feed")]
    [InlineData("<html><head><link rel=alternate type=application/rss+xml href=/rss><body>Hello", SourceState.Page, "https://any.example/rss", "change its url to https://any.example/rss")]
    [InlineData("<html><body>Hello there, dear readers of this page.", SourceState.Page, "names no feed", "look for")]
    [InlineData("<html><title>Just a moment...</title><body>Verify you are human", SourceState.Wall, "wants a browser", "ask the publisher")]
    [InlineData("<html><title>Log in</title><form>Welcome back <input type=password></form>", SourceState.Wall, "login", "ask the publisher")]
    [InlineData("plain words", SourceState.NotAFeed, "not a feed", "open it")]
    [InlineData("{ \"a\": 1 }", SourceState.NotAFeed, "not a feed", "open it")]
    [InlineData("", SourceState.NotAFeed, "empty", "open it")]
    public void An_answer_is_judged_by_what_it_holds(string body, SourceState state, string what, string remedy) =>
        Says(Judge(Some.Source("Any", "https://any.example/feed"), Answer(body)), state, what, remedy);

    [Fact]
    public void A_feed_elsewhere_has_moved()
    {
        var verdict = Judge(Some.Source("Any", "https://any.example/old"), Answer(Dated) with { MovedTo = new Uri("https://any.example/feed") });

        Says(verdict, SourceState.Moved, "2 entries", "change its url to https://any.example/feed");
        Assert.Equal((2, new Uri("https://any.example/feed")), (verdict.Entries, verdict.Instead));
    }

    [Fact]
    public void Rules_that_leave_nothing_are_told()
    {
        var source = Some.Source("Any", "https://any.example/feed");

        Says(Judge(source with { Keep = new EntryRule { Words = ["chip"] } }, Answer(Dated)), SourceState.Rules, "0 of 2 entries", "no entry passes");
        Says(Judge(source with { Keep = new EntryRule { Words = ["agent"] } }, Answer(Dated)), SourceState.Fine, "1 of 2 entries", "");
    }

    [Theory]
    [InlineData(401, SourceState.Forbidden)]
    [InlineData(403, SourceState.Forbidden)]
    [InlineData(404, SourceState.Gone)]
    [InlineData(410, SourceState.Gone)]
    [InlineData(202, SourceState.Wall)]
    [InlineData(429, SourceState.Busy)]
    [InlineData(500, SourceState.Failing)]
    [InlineData(503, SourceState.Failing)]
    [InlineData(418, SourceState.Failed)]
    public async Task A_refusal_is_judged_by_its_status(int status, SourceState state)
    {
        server.Status("/feed", status);

        Says(await AskAsync(server.Url("feed")), state, $"{status}", " ");
    }

    /// <summary>Against the real fetcher, so that another wording of it is noticed here.</summary>
    [Fact]
    public async Task A_silence_is_judged_by_the_fetchers_words()
    {
        server.Map("/slow", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        server.Map("/large", new string('x', 2000));

        Says(await AskAsync(server.Url("slow"), new FetchOptions { Timeout = TimeSpan.FromMilliseconds(300), Retries = 0 }), SourceState.Timeout, "no whole answer", "timeout");
        Says(await AskAsync(server.Url("large"), new FetchOptions { LargestFeed = 1000 }), SourceState.TooLarge, "larger than", "less");
        Says(await AskAsync(server.Url("feed"), allowPrivate: false), SourceState.Private, "no public address", "allow-private: true");
        Says(await AskAsync(new Uri("http://127.0.0.1:9/feed")), SourceState.Unreachable, "no connection", "host");
        Says(await AskAsync(new Uri($"https://127.0.0.1:{server.Root.Port}/")), SourceState.Insecure, "no secure connection", "certificate");
    }

    [Fact]
    public void Only_what_stays_as_it_is_needs_an_editor()
    {
        SourceState[] passing = [SourceState.Fine, SourceState.Undated, SourceState.Stale, SourceState.Busy, SourceState.Failing, SourceState.Timeout];

        Assert.All(Enum.GetValues<SourceState>(), state => Assert.Equal(!passing.Contains(state), new SourceVerdict("Any", state, "", "").NeedsEditor));
    }

    [Fact]
    public async Task A_survey_asks_everybody_and_keeps_the_order()
    {
        server.Map("/a", Dated).Status("/b", 404).Map("/c", Dated);
        var sources = new[] { "a", "b", "c", "a" }.Select((path, at) => new Source($"{path}{at}", server.Url(path)) { AllowPrivate = true }).ToList();
        using var fetcher = new Fetcher(new FetchOptions());
        var told = new List<Progress>();

        var verdicts = await new SourceSurvey(fetcher, TimeProvider.System, new Told(told)).RunAsync(sources, default);

        Assert.Equal(["a0", "b1", "c2", "a3"], verdicts.Select(verdict => verdict.Source));
        Assert.Equal(SourceState.Gone, verdicts[1].State);
        Assert.Equal([1, 2, 3, 4], told.Select(progress => progress.Done).Order());
    }

    private static async Task<SourceVerdict> AskAsync(Uri url, FetchOptions? options = null, bool allowPrivate = true)
    {
        using var fetcher = new Fetcher((options ?? new FetchOptions()) with { RetryDelay = TimeSpan.Zero });
        var source = new Source("Any", url) { AllowPrivate = allowPrivate };
        return Judge(source, await fetcher.FetchAsync(new FetchRequest(url) { AllowPrivate = allowPrivate }, default));
    }

    private static SourceVerdict Judge(Source source, FetchOutcome outcome) => SourceCheck.Judge(source, outcome, Now);

    private static Fetched Answer(string body) => new(new Uri("https://any.example/feed"), Encoding.UTF8.GetBytes(body), null, "utf-8", null, null);

    private static void Says(SourceVerdict verdict, SourceState state, string what, string remedy)
    {
        Assert.Equal(state, verdict.State);
        Assert.Contains(what, verdict.What, StringComparison.Ordinal);
        Assert.Contains(remedy, verdict.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', verdict.Remedy);
    }

    private sealed class Told(List<Progress> list) : IProgress<Progress>
    {
        public void Report(Progress value)
        {
            lock (list)
                list.Add(value);
        }
    }
}
