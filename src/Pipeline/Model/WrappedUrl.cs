namespace Pipeline.Model;

/// <summary>Addresses that only lead on to another, which stands in their query: what a search engine or a social network makes of a link.</summary>
internal static class WrappedUrl
{
    /// <summary>Host (its subdomains too), path, and the parameters that hold the target.</summary>
    private static readonly (string Host, string Path, string[] Names)[] Wrappers =
    [
        ("google.", "/url", ["q", "url"]),
        ("facebook.com", "/l.php", ["u"]),
        ("instagram.com", "/", ["u"]),
        ("t.umblr.com", "/redirect", ["z"]),
        ("youtube.com", "/redirect", ["q"]),
        ("out.reddit.com", "", ["url"]),
        ("slack-redir.net", "/link", ["url"]),
        ("linkedin.com", "/redir/redirect", ["url"]),
        ("bing.com", "/news/apiclick.aspx", ["url"]),
        ("duckduckgo.com", "/l/", ["uddg"]),
        ("steamcommunity.com", "/linkfilter/", ["url", "u"]),
        ("vk.com", "/away.php", ["to"]),
        ("medium.com", "/r/", ["url"]),
        ("link.zhihu.com", "/", ["target"]),
        ("link.juejin.cn", "/", ["target"]),
        ("jianshu.com", "/go-wild", ["url"]),
        ("weibo.cn", "/sinaurl", ["u"]),
    ];

    /// <summary>The address that a wrapper leads to, as it stands in the query; null where it is no wrapper.</summary>
    public static string? Target(Uri uri)
    {
        foreach (var (host, path, names) in Wrappers)
            if (IsOf(uri.Host, host) && (path.Length == 0 || uri.AbsolutePath.Equals(path, StringComparison.OrdinalIgnoreCase)))
                return names.Select(name => Parameter(uri.Query, name)).FirstOrDefault(IsWeb);
        return null;
    }

    /// <summary>A name that ends in a dot stands for every country's: google.com, google.co.uk.</summary>
    private static bool IsOf(string host, string wrapper) => wrapper.EndsWith('.')
        ? host.StartsWith(wrapper, StringComparison.Ordinal) || host.StartsWith("www." + wrapper, StringComparison.Ordinal)
        : host.EndsWith(wrapper, StringComparison.Ordinal) && (host.Length == wrapper.Length || host[^(wrapper.Length + 1)] == '.');

    private static string? Parameter(string query, string name)
    {
        foreach (var part in query.TrimStart('?').Split('&'))
            if (part.StartsWith(name + "=", StringComparison.Ordinal))
                return Uri.UnescapeDataString(part[(name.Length + 1)..]);
        return null;
    }

    private static bool IsWeb(string? target) =>
        target is not null && (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
}
