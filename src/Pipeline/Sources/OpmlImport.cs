using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>What of an OPML file's feeds is new to a list of sources, and what was left out and why, for people.</summary>
public sealed record OpmlImport(IReadOnlyList<Source> New, IReadOnlyList<string> Skipped)
{
    /// <summary>Every feed once, under a name that no other source has.</summary>
    public static OpmlImport Of(SourceList list, IReadOnlyList<OpmlFeed> feeds)
    {
        var (sources, skipped) = (new List<Source>(), new List<string>());
        var names = list.Sources.Select(listed => SourceName.Key(listed.Source.Name)).ToHashSet(StringComparer.Ordinal);
        var urls = list.Sources.ToDictionary(listed => WebAddress.Key(listed.Source.Url), listed => $"line {listed.UrlLine} of sources.yaml", StringComparer.Ordinal);
        foreach (var feed in feeds)
        {
            if (WebAddress.Of(feed.Url) is not { } url)
                skipped.Add($"line {feed.Line}: {Refusal(feed.Url)}");
            else if (!urls.TryAdd(WebAddress.Key(url), $"line {feed.Line}"))
                skipped.Add($"line {feed.Line}: {url} stands already in {urls[WebAddress.Key(url)]}");
            else
                sources.Add(Named(feed, url, names));
        }

        return new OpmlImport(sources, skipped);
    }

    private static Source Named(OpmlFeed feed, Uri url, HashSet<string> names)
    {
        var name = SourceName.Unique(feed.Name ?? url.Host, names);
        names.Add(SourceName.Key(name));
        return new Source(name, url) { Language = LanguageCode.Of(feed.Language ?? "") };
    }

    /// <summary>A password is not shown.</summary>
    private static string Refusal(string address)
    {
        if (address.Contains('@', StringComparison.Ordinal))
            return "the address has a user name or password in it";
        var shown = SourceName.Of(address) ?? "";
        return $"'{(shown.Length <= 80 ? shown : shown[..79] + "…")}' is no web address that can be asked";
    }
}
