namespace Pipeline.Clipping;

/// <summary>The address that the page itself wants to be known by.</summary>
internal static class Links
{
    /// <summary>Absolute, http or https, without fragment. A page that names its site's front instead of itself is not believed.</summary>
    public static string? Canonical(Page page)
    {
        foreach (var link in new[] { page.Document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"), page.Meta.Get("og:url") })
            if (Resolve(page.Url, link?.Trim()) is { } canonical && !(IsFront(canonical) && page.Url is { } url && !IsFront(url)))
                return canonical.GetLeftPart(UriPartial.Query);
        return null;
    }

    /// <summary>Absolute, http or https, or null.</summary>
    public static Uri? Resolve(Uri? page, string? link)
    {
        if (string.IsNullOrEmpty(link))
            return null;
        var made = page is null ? Uri.TryCreate(link, UriKind.Absolute, out var uri) : Uri.TryCreate(page, link, out uri);
        return made && uri is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? uri : null;
    }

    private static bool IsFront(Uri url) => url.PathAndQuery == "/";
}
