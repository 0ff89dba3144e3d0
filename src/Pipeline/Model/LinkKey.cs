namespace Pipeline.Model;

/// <summary>What two spellings of a web address have in common when a site moves from http to https, or to its bare name and back.</summary>
public static class LinkKey
{
    /// <summary>The canonical URL without its scheme and <c>www.</c>; null where it is no web address.</summary>
    public static string? Of(string? url)
    {
        if (CanonicalUrl.Of(url) is not { } canonical)
            return null;
        var key = canonical[(canonical.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return key.StartsWith("www.", StringComparison.Ordinal) ? key[4..] : key;
    }

    /// <summary>Neither path nor query: many an entry of a feed that names no pages links there.</summary>
    public static bool IsFrontPage(string key) => key.IndexOf('/', StringComparison.Ordinal) == key.Length - 1;
}
