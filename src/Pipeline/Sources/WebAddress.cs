namespace Pipeline.Sources;

/// <summary>Checks the addresses that an editor writes.</summary>
public static class WebAddress
{
    /// <summary>Longer ones sources.yaml does not take.</summary>
    private const int Longest = 2000;

    /// <summary>The address, or null where sources.yaml would not take it: not absolute, not http or https, or with a password in it.</summary>
    public static Uri? Of(string text) => text.Length <= Longest && Parsed(text) is { UserInfo: "" } url ? url : null;

    internal static Uri? Read(Scalar scalar, Faults faults)
    {
        if (Parsed(scalar.Value) is not { } url)
            faults.Add(scalar.Place, $"{scalar.Shown} is no web address", "write it in full, beginning with https:// or http://");
        else if (url.UserInfo.Length > 0)
            faults.Add(scalar.Place, "a user name or password stands in the address", "take it out: the address is published in the digest's data");
        else
            return url;
        return null;
    }

    /// <summary>The address of an OpenAI-compatible endpoint: what stands before the path that the client puts behind it.</summary>
    internal static Uri? ReadEndpoint(Scalar scalar, string path, Faults faults)
    {
        if (Read(scalar, faults) is not { } url)
            return null;
        if (url.Query.Length + url.Fragment.Length == 0)
            return url;
        faults.Add(scalar.Place, "'endpoint' has a query or a fragment", $"write the address before {path}, and the key under 'key'");
        return null;
    }

    /// <summary>What two spellings of one address have in common: scheme, "www.", letter case of the host, a last slash and a fragment don't count.</summary>
    public static string Key(Uri url)
    {
        var host = url.IdnHost.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal))
            host = host[4..];
        var port = url.IsDefaultPort ? "" : url.GetComponents(UriComponents.StrongPort, UriFormat.UriEscaped);
        return $"{host}:{port}{url.AbsolutePath.TrimEnd('/')}{url.Query}";
    }

    private static Uri? Parsed(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && IsWeb(url) && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)) ? url : null;

    private static bool IsWeb(Uri url)
    {
        try
        {
            return (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            // A host that parses as part of a URI and yet can't be looked up.
            return false;
        }
    }
}
