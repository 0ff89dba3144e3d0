using System.Text.RegularExpressions;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>Page bytes to text, with the charset that the page's own <c>meta</c> element declares (WHATWG HTML, "determining the character encoding").</summary>
internal static partial class PageDecoder
{
    /// <summary>How far a declaration is looked for; browsers stop at 1024, but pages that declare later are common.</summary>
    private const int DeclarationReach = 4096;

    public static string Decode(byte[] page, string? charset)
    {
        if (page.Length > Limits.Bytes)
            throw new TroubleException($"the page is larger than {Limits.Bytes / 1024 / 1024} MB");
        if (MisreadChinese.Repaired(page) is { } meant)
            return meant;
        var text = TextDecoder.Decode(page, charset, Declared, DeclarationReach);
        return MisreadChinese.Repaired(text) ?? text;
    }

    private static string? Declared(string head) => Declaration().Match(head) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?([A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
