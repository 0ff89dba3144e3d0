using System.Net;

namespace Pipeline.Fetching;

/// <summary>The part of a host's name that somebody has registered: what politeness is owed to.</summary>
/// <remarks>
/// By rule, not by the Public Suffix List, which changes daily and which no package at hand carries: under a country's two
/// letters the usual second levels (<c>co.uk</c>, <c>com.cn</c>, <c>or.jp</c>) are not registrable. Where the rule errs two
/// publishers share a pace, or one has two; blogs on one platform share theirs, as they share its servers.
/// </remarks>
internal static class RegistrableDomain
{
    private static readonly HashSet<string> SecondLevels = new(StringComparer.OrdinalIgnoreCase)
    {
        "ac", "ad", "co", "com", "ed", "edu", "gen", "go", "gob", "gouv", "gov", "govt", "gr", "id", "in", "inf", "info", "k12",
        "ltd", "me", "mil", "ne", "net", "nhs", "nom", "or", "org", "plc", "police", "sch", "web",
    };

    /// <summary>The domain in lower case, or the host as it is where that is an address.</summary>
    public static string Of(Uri url)
    {
        var host = url.Host.TrimEnd('.').ToLowerInvariant();
        if (IPAddress.TryParse(host.Trim('[', ']'), out _))
            return host;
        var labels = host.Split('.');
        var kept = labels is [.., _, var second, { Length: 2 }] && SecondLevels.Contains(second) ? 3 : 2;
        return labels.Length <= kept ? host : string.Join('.', labels[^kept..]);
    }
}
