using System.Text;
using UtfUnknown;

namespace Pipeline.Linguistics;

/// <summary>Bytes from a stranger to text, whatever they are said to be: never throws, never a byte order mark in the result.</summary>
/// <remarks>
/// In this order: byte order mark; UTF-16 by its zero bytes (XML 1.0, appendix F); strict UTF-8; the charset of the HTTP header,
/// then the one the document declares, where the bytes agree; UTF-8 with a few broken bytes; a statistical guess. What is left is Windows-1252, as in browsers.
/// Strict UTF-8 goes before the labels, unlike in browsers: text of another encoding hardly ever passes for it, while feeds and
/// pages that moved to UTF-8 and kept their old label are common. Where it can pass (double-byte text of a few characters), the
/// label goes first. With labels first no page of three measured sets read better, and two feeds read worse.
/// </remarks>
public static class TextDecoder
{
    /// <summary>How much of a document is searched for its own declaration, in bytes: what HTML's prescan reads.</summary>
    public const int HeadLength = 1024;

    /// <summary>A broken byte in so many characters is damage; more is another encoding.</summary>
    private const int CharactersPerFault = 50;

    /// <summary>How much is looked at for a guess, in bytes, from a little before the first that is not ASCII: enough, and hostile input may be huge.</summary>
    private const int GuessLength = 64 * 1024;

    private const int GuessLead = 256;

    private const int Gb18030 = 54936;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="httpCharset">The charset of the HTTP Content-Type, where there is one.</param>
    /// <param name="declared">Finds the charset that a document declares, given its head read as Latin-1; null where it declares none.</param>
    /// <param name="reach">How much of the document that head is, in bytes.</param>
    public static string Decode(byte[] body, string? httpCharset = null, Func<string, string?>? declared = null, int reach = HeadLength)
    {
        if (MarkedUnicode(body) is var (unicode, skipped) && unicode is not null)
            return unicode.GetString(body, skipped, body.Length - skipped).TrimStart('\uFEFF');
        var own = declared?.Invoke(Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, reach)));
        List<Encoding> labelled = [.. new[] { Named(httpCharset), Named(own) }.OfType<Encoding>()];
        return StrictlyUtf8(body, labelled)
            ?? labelled.Select(encoding => Strictly(encoding, body)).FirstOrDefault(text => text is not null)
            ?? Leniently(body, labelled);
    }

    private static (Encoding? Encoding, int Skipped) MarkedUnicode(byte[] body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(), 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: true), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<', 0, _, 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<', 0, _, ..] => (Encoding.BigEndianUnicode, 0),
        _ => (null, 0),
    };

    /// <summary>
    /// A few characters of a double-byte encoding can pass for two-byte UTF-8, but not for the three bytes of a Chinese
    /// character: there the label is believed.
    /// </summary>
    private static string? StrictlyUtf8(byte[] body, List<Encoding> labelled)
    {
        if (Strictly(StrictUtf8, body) is not { } text)
            return null;
        var ambiguous = labelled.Any(encoding => !encoding.IsSingleByte && encoding.CodePage != Encoding.UTF8.CodePage);
        return ambiguous && !text.Any(character => character >= '\u0800') ? null : text;
    }

    private static string? Strictly(Encoding encoding, byte[] body)
    {
        var strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        try
        {
            return strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Leniently(byte[] body, List<Encoding> labelled)
    {
        var utf8 = Encoding.UTF8.GetString(body);
        if (MostlySound(utf8))
            return utf8;
        var likely = labelled.Concat(Guessed(body)).Select(encoding => encoding.GetString(body)).FirstOrDefault(MostlySound);
        return likely ?? Encoding.GetEncoding(1252).GetString(body);
    }

    private static bool MostlySound(string text)
    {
        var faults = text.Count(character => character == '\uFFFD');
        var foreign = text.Count(character => character > '\u007F');
        return faults == 0 || (foreign - faults) / faults >= CharactersPerFault || (faults == 1 && foreign > 1);
    }

    /// <summary>What the bytes look like. A Chinese guess of any kind is tried as GB18030, which holds GB2312 and GBK.</summary>
    private static IEnumerable<Encoding> Guessed(byte[] body)
    {
        var start = Math.Max(0, body.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)0x7F) - GuessLead);
        var result = CharsetDetector.DetectFromBytes(body, start, Math.Min(body.Length - start, GuessLength));
        return result.Details.Select(detail => Named(detail.EncodingName)).OfType<Encoding>();
    }

    /// <summary>A charset label as the WHATWG Encoding Standard reads it: Latin-1 means Windows-1252, GB2312 means GB18030.</summary>
    private static Encoding? Named(string? label)
    {
        var name = label?.Trim(' ', '\t', '\r', '\n', '"', '\'').ToLowerInvariant();
        return name switch
        {
            null or "" => null,
            "utf8" or "utf-8" or "unicode-1-1-utf-8" => Encoding.UTF8,
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" => Encoding.GetEncoding(1252),
            "gb2312" or "gbk" or "gb18030" or "x-gbk" or "gb_2312-80" or "csgb2312" or "cp936" or "ms936" => Encoding.GetEncoding(Gb18030),
            "iso-8859-9" or "latin5" => Encoding.GetEncoding(1254),
            "x-sjis" or "sjis" or "ms_kanji" => Encoding.GetEncoding(932),
            "big5-hkscs" or "x-x-big5" => Encoding.GetEncoding(950),
            // Without a byte order mark and without zero bytes it can't be UTF-16; UTF-7 is a way past filters.
            "utf-16" or "utf-16le" or "utf-16be" or "utf-32" or "utf-7" => null,
            _ => Registered(name),
        };
    }

    private static Encoding? Registered(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
