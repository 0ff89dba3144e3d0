using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Pipeline.Model;

/// <summary>
/// The one spelling of a web address: what two feeds call differently is one item (RFC 3986, section 6, without the
/// parameters that only count clicks, and without wrappers that only lead on).
/// </summary>
public static partial class CanonicalUrl
{
    /// <summary>Longer than servers take (RFC 9110, section 4.1, asks for 8,000).</summary>
    private const int LongestUrl = 8192;

    private const int MostReadings = 20;

    private static readonly string[] TrackingPrefixes = ["utm_", "hmsr", "hmpl", "hmcu", "hmkw", "hmci", "mtm_", "pk_", "at_medium", "at_campaign"];

    private static readonly HashSet<string> TrackingNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id",
        "mc_cid", "mc_eid", "mkt_tok", "igshid", "igsh", "_hsenc", "_hsmi", "_ga", "_gl", "vero_id", "wickedid", "oly_enc_id",
        "oly_anon_id", "guccounter", "guce_referrer", "guce_referrer_sig", "__twitter_impression", "ftag", "cmpid", "ncid",
        "spm", "scm", "spm_id_from", "isappinstalled", "nsukey", "vd_source", "bd_vid", "share_token",
        "ref_src", "ref_url", "srsltid", "ocid", "smid", "emc", "ito", "s_cid", "_openstat",
    };

    /// <summary>Names that say where a reader came from where their value is <c>rss</c>; with another value they may choose the page.</summary>
    private static readonly HashSet<string> Origins = new(StringComparer.OrdinalIgnoreCase) { "partner", "source", "from", "ref", "via", "mod", "cmp" };

    /// <summary>The canonical form, or null where it is no absolute http or https address. Applied twice it changes nothing more; it never throws.</summary>
    /// <param name="baseUrl">What a relative address is resolved against.</param>
    public static string? Of(string? url, Uri? baseUrl = null)
    {
        // What one reading makes plain may be read once more: full-width digits become an IPv4 address, a name a wrapper's.
        for (var readings = 0; readings < MostReadings; readings++)
        {
            var read = Read(url, baseUrl);
            if (read is null || read == url)
                return read;
            (url, baseUrl) = (read, null);
        }

        return null;
    }

    private static string? Read(string? url, Uri? baseUrl)
    {
        if (url is not null && url.Length <= LongestUrl && PlainUrl.Is(url))
            return url;
        if (url is null || url.Length > LongestUrl || !TryResolve(Clean(url), baseUrl, out var uri) || Host(uri) is not { } host)
            return null;
        if (Read(WrappedUrl.Target(uri), null) is { } target)
            return target;
        var port = uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}");
        var canonical = $"{uri.Scheme}://{host}{port}{Escaped(uri.AbsolutePath)}{Query(uri)}{Hashbang(uri)}";
        return canonical.Length <= LongestUrl ? canonical : null;
    }

    private static bool TryResolve(string url, Uri? baseUrl, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        // "/path" is an absolute file name to .NET on Unix.
        var absolute = Scheme().IsMatch(url) && Uri.TryCreate(url, UriKind.Absolute, out uri);
        if (!absolute && baseUrl is { IsAbsoluteUri: true } && !Scheme().IsMatch(url))
            _ = Uri.TryCreate(baseUrl, url, out uri);
        return uri is { IsAbsoluteUri: true } && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
    }

    /// <summary>As browsers do: white space around it and line breaks inside it are not part of it. Escapes are made one before dots are resolved.</summary>
    private static string Clean(string url) => Escape().Replace(LineBreaks().Replace(url, "").Trim(), Unescaped);

    /// <summary>Lower case and in Punycode (RFC 3492); null where the name can't be written so.</summary>
    private static string? Host(Uri uri)
    {
        try
        {
            if (uri.HostNameType == UriHostNameType.IPv6)
                return uri.Host.ToLowerInvariant();
            var host = uri.IdnHost.ToLowerInvariant();
            // Without its dot "11." is another host: an IPv4 address.
            if (host.EndsWith('.'))
                return Uri.TryCreate($"http://{host.TrimEnd('.')}/", UriKind.Absolute, out var bare) ? Host(bare) : null;
            // .NET takes a no-break space for a letter of a name.
            return host.Length > 0 && host.All(IsOfName) ? host : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_';

    private static string Query(Uri uri)
    {
        var kept = (uri.Query.Length == 0 ? "" : uri.Query[1..]).Split('&').Where(part => part.Length > 0 && !Tracks(part));
        var query = Escaped(string.Join('&', kept));
        return query.Length == 0 ? "" : "?" + query;
    }

    private static bool Tracks(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? parameter : parameter[..equals];
        return TrackingNames.Contains(name)
            || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || (Origins.Contains(name) && parameter[(equals + 1)..].Equals("rss", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A fragment is a place on the page, but after <c>#!</c> it names the page.</summary>
    private static string Hashbang(Uri uri) =>
        uri.Fragment.StartsWith("#!", StringComparison.Ordinal) ? "#" + Escaped(uri.Fragment[1..]) : "";

    /// <summary>Escapes in upper case, unreserved characters bare, everything that may not stand in a URL escaped as UTF-8.</summary>
    private static string Escaped(string part) =>
        Irregular().Replace(part, found => found.Length == 3 ? Unescaped(found) : Uri.EscapeDataString(found.Value));

    private static string Unescaped(Match escape)
    {
        var character = (char)Convert.FromHexString(escape.ValueSpan[1..])[0];
        return IsUnreserved(character) ? character.ToString() : escape.Value.ToUpperInvariant();
    }

    private static bool IsUnreserved(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~';

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Escape();

    /// <summary>An escape, or a character that RFC 3986 lets stand neither in a path nor in a query.</summary>
    [GeneratedRegex(@"%[0-9A-Fa-f]{2}|[\uD800-\uDBFF][\uDC00-\uDFFF]|[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]")]
    private static partial Regex Irregular();

    [GeneratedRegex("[\t\r\n]")]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.\-]*:")]
    private static partial Regex Scheme();
}
