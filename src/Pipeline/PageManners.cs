using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Pipeline.Fetching;
using Pipeline.Fetching.Robots;
using Pipeline.Model;

namespace Pipeline;

/// <summary>What web hosts ask of robots: their robots.txt (RFC 9309), and to be left alone until some instant.</summary>
/// <remarks>Kept in the archive, so that neither a restart nor the next collection asks again.</remarks>
internal sealed class PageManners(IArchive archive, Fetcher fetcher, TimeProvider clock)
{
    /// <summary>RFC 9309, section 2.4: no longer than a day.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Where robots.txt can't be had for the server's own trouble, nothing is asked for meanwhile (section 2.3.1.4).</summary>
    private static readonly TimeSpan KeptUnreachable = TimeSpan.FromHours(1);

    /// <summary>In bytes: what has to be read at least (section 2.5); the rest of a longer one is passed over.</summary>
    private const int LargestRobots = 512_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<Known>>> hosts = new(StringComparer.Ordinal);

    /// <summary>Null where the page may be asked for; else why it may not, and until when where that passes.</summary>
    public async Task<Failed?> RefusalAsync(Uri page, bool allowPrivate, CancellationToken cancellation)
    {
        var known = await KnownAsync(page, allowPrivate, cancellation);
        var now = clock.GetUtcNow();
        if (known.Host.NotBefore is { } until && until > now)
            return new Failed(string.Create(CultureInfo.InvariantCulture, $"{page.Host} asked to be left alone until {until:yyyy-MM-dd HH:mm} UTC"), RetryAfter: until - now);
        if (known.Rules is null)
            return new Failed($"{page.Host}/robots.txt can't be read, so nothing there is asked for") { MayPass = true };
        return known.Rules.Allows(page) ? null : new Failed($"robots.txt of {page.Host} does not allow it (pages: false takes the feed's own text without asking)");
    }

    /// <summary>Remembers a host's Retry-After.</summary>
    public async Task NoteAsync(Uri page, Failed failed, bool allowPrivate, CancellationToken cancellation)
    {
        if (failed.RetryAfter is not { } wait || failed.Status is null)
            return;
        var known = await KnownAsync(page, allowPrivate, cancellation);
        var host = known.Host with { NotBefore = clock.GetUtcNow() + wait };
        hosts[host.Origin] = new Lazy<Task<Known>>(Task.FromResult(known with { Host = host }));
        await archive.SaveHostAsync(host, cancellation);
    }

    /// <summary>Many pages of one host come at once: its robots.txt is asked for by the first.</summary>
    private Task<Known> KnownAsync(Uri page, bool allowPrivate, CancellationToken cancellation) =>
        hosts.GetOrAdd(page.GetLeftPart(UriPartial.Authority), origin => new Lazy<Task<Known>>(() => RecallAsync(origin, allowPrivate, cancellation))).Value;

    private async Task<Known> RecallAsync(string origin, bool allowPrivate, CancellationToken cancellation)
    {
        var host = await archive.HostAsync(origin, cancellation);
        if (host?.RobotsUntil is not { } until || until <= clock.GetUtcNow())
        {
            host = await AskAsync(host ?? new WebHost(origin), allowPrivate, cancellation);
            await archive.SaveHostAsync(host, cancellation);
        }
        return new Known(host, host.Robots is null ? null : RobotsRules.Parse(host.Robots, FetchOptions.ProductToken));
    }

    private async Task<WebHost> AskAsync(WebHost host, bool allowPrivate, CancellationToken cancellation)
    {
        var request = new FetchRequest(new Uri(host.Origin + "/robots.txt")) { Accept = Accept.Robots, AllowPrivate = allowPrivate, MaxBytes = LargestRobots, CutAtCap = true };
        var outcome = await fetcher.FetchAsync(request, cancellation);
        var now = clock.GetUtcNow();
        return outcome switch
        {
            Fetched file => host with { Robots = RobotsRules.Parse(Encoding.UTF8.GetString(file.Body), FetchOptions.ProductToken).ToString(), RobotsUntil = now + Kept },
            // "Unavailable" (section 2.3.1.3): whoever has none, or redirects for ever, forbids nothing.
            Failed { MayPass: false } => host with { Robots = "", RobotsUntil = now + Kept },
            Failed failed => host with { Robots = null, RobotsUntil = now + (failed.RetryAfter > KeptUnreachable ? failed.RetryAfter.Value : KeptUnreachable) },
            _ => throw new InvalidOperationException("a request without validators was answered as not modified"),
        };
    }

    private sealed record Known(WebHost Host, RobotsRules? Rules);
}
