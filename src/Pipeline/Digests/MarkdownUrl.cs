using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pipeline.Digests;

/// <summary>A link's destination: http or https, and percent-encoded so far that nothing in it ends the link, a table cell or a template's tag.</summary>
internal static class MarkdownUrl
{
    /// <summary>RFC 3986's characters without those that Markdown or a template engine could take for its own: ( ) [ ] * ' ; $.</summary>
    private const string Kept = "-._~:/?#@!&+,=%";

    /// <summary>False for what is no absolute http or https URL; a name and password in it are left out.</summary>
    public static bool TryWrite(string url, [NotNullWhen(true)] out string? destination)
    {
        destination = null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            return false;
        var parts = uri.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped);
        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : Encode(uri.IdnHost);
        var port = uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}");
        destination = $"{uri.Scheme}://{host}{port}{Encode(parts)}";
        return true;
    }

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            Rune.DecodeFromUtf16(rest, out var rune, out var length);
            if (Stays(rest))
                encoded.Append(rest[0]);
            else
                foreach (var unit in bytes[..rune.EncodeToUtf8(bytes)])
                    encoded.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
            rest = rest[length..];
        }

        return encoded.ToString();
    }

    private static bool Stays(ReadOnlySpan<char> rest) => rest[0] switch
    {
        '%' => rest.Length > 2 && char.IsAsciiHexDigit(rest[1]) && char.IsAsciiHexDigit(rest[2]),
        var character => char.IsAsciiLetterOrDigit(character) || Kept.Contains(character, StringComparison.Ordinal),
    };
}
