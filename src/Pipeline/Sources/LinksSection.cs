using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>The keys under <c>links:</c>.</summary>
internal static class LinksSection
{
    /// <summary>The longest name in the DNS, RFC 1035.</summary>
    private const int Longest = 253;

    public static DenyList Read(Section root)
    {
        var links = root.Below("links", "deny");
        var domains = (links.Texts("deny", Longest) ?? []).Select(scalar => Domain(scalar, links)).OfType<string>();
        return new DenyList([.. domains.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static string? Domain(Scalar scalar, Section links)
    {
        if (!scalar.Value.AsSpan().ContainsAny("/?#\\@") && WebAddress.Of($"https://{scalar.Value}/") is { IsDefaultPort: true, HostNameType: not UriHostNameType.Basic } url && DenyList.HostOf(url) is { Length: > 0 } host)
            return host;
        links.Faults.Add(scalar.Place, $"{scalar.Shown} is no domain", "write the name alone, such as bad.example; what lies below it is denied with it");
        return null;
    }
}
