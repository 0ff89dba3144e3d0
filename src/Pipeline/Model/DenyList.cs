namespace Pipeline.Model;

/// <summary>The domains that no page links to, each with everything below it.</summary>
/// <param name="Domains">As <see cref="HostOf"/> writes them.</param>
public sealed record DenyList(IReadOnlyList<string> Domains)
{
    public static DenyList Empty { get; } = new([]);

    public bool Covers(string url)
    {
        if (Domains.Count == 0 || !Uri.TryCreate(url, UriKind.Absolute, out var address))
            return false;
        var host = HostOf(address);
        return Domains.Any(domain => host == domain || host.EndsWith($".{domain}", StringComparison.Ordinal));
    }

    /// <summary>A host's name so that its spellings are one: ASCII (RFC 5891), lower case, without the dot of the root.</summary>
    public static string HostOf(Uri url) => url.IdnHost.TrimEnd('.').ToLowerInvariant();
}
