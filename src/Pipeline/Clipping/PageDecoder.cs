using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Model;
using UtfUnknown;

namespace Pipeline.Clipping;

/// <summary>Page bytes to text, with the charset as browsers decide it (WHATWG HTML, "determining the character encoding").</summary>
internal static partial class PageDecoder
{
    /// <summary>How far a declaration is looked for; browsers stop at 1024, but pages that declare later are common.</summary>
    private const int DeclarationReach = 4096;

    static PageDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Byte order mark, HTTP, the page's own declaration, strict UTF-8, detection: the first that holds.</summary>
    public static string Decode(byte[] page, string? charset)
    {
        if (page.Length > Limits.Bytes)
            throw new TroubleException($"the page is larger than {Limits.Bytes / 1024 / 1024} MB");
        if (Marked(page) is { } marked)
            return marked.GetString(page).TrimStart('\uFEFF');
        var encoding = Named(charset) ?? Declared(page);
        if (encoding is null or UTF8Encoding)
            encoding = IsUtf8(page) ? Encoding.UTF8 : Detected(page) ?? encoding ?? Named("windows-1252");
        return encoding!.GetString(page);
    }

    private static Encoding? Marked(byte[] page) => page switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding? Declared(byte[] page)
    {
        var head = Encoding.Latin1.GetString(page, 0, Math.Min(page.Length, DeclarationReach));
        var declared = Named(Declaration().Match(head).Groups[1].Value);
        return declared is UnicodeEncoding ? Encoding.UTF8 : declared;
    }

    /// <summary>gb2312 and gbk pages hold what only gb18030 knows, and Latin-1 means windows-1252 (WHATWG Encoding, "labels").</summary>
    private static Encoding? Named(string? charset)
    {
        var name = charset?.Trim(' ', '"', '\'').ToLowerInvariant() switch
        {
            null or "" => null,
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "gb-2312" => "gb18030",
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
            "utf8" => "utf-8",
            "big5-hkscs" => "big5",
            var other => other,
        };
        try
        {
            return name is null ? null : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null; // A charset that nobody knows is none.
        }
    }

    private static bool IsUtf8(byte[] page) => System.Text.Unicode.Utf8.IsValid(page);

    /// <summary>UTF-8 with a few broken bytes is UTF-8 still: the detector says so too.</summary>
    private static Encoding? Detected(byte[] page) =>
        CharsetDetector.DetectFromBytes(page, 0, Math.Min(page.Length, 64 * 1024)).Detected is { Confidence: > 0.5f, EncodingName: var name } ? Named(name) : null;

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?([A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
