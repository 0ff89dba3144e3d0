using System.Text;

namespace Pipeline.Clipping;

/// <summary>Undoes what crawlers and old site software do to Chinese pages: GB18030 bytes taken for a Western encoding, and written again as UTF-8.</summary>
/// <remarks>Only text without any Chinese, whose accented letters are the bytes of common Chinese characters (GB 2312, rows 16 to 87) almost without exception, is touched.</remarks>
internal static class MisreadChinese
{
    /// <summary>Fewer accented letters than this in a page are names and loan words.</summary>
    private const int FewestLetters = 40;

    /// <summary>How much of the pairs must be characters or marks of GB 2312; French or German read so gives a tenth.</summary>
    private const double Convincing = 0.95;

    /// <summary>Taken for Western text once, or twice.</summary>
    private const int Rounds = 2;

    private const int Gb18030 = 54936;

    /// <summary>Latin-9, Windows-1252, Latin-1: where they differ, only the right one gives Chinese.</summary>
    private static readonly int[] Western = [28605, 1252, 28591];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static MisreadChinese() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Such UTF-8 has two bytes a letter and passes for GBK as well: where the page says that it is GBK, it must be looked at before that is believed.</summary>
    /// <returns>The page as it was meant; null where nothing was misread.</returns>
    public static string? Repaired(byte[] page) => AsUtf8(page) is { } text ? Repaired(text) : null;

    /// <inheritdoc cref="Repaired(byte[])"/>
    public static string? Repaired(string text)
    {
        var read = text;
        for (var round = 0; round < Rounds && IsSuspect(read); round++)
        {
            var bytes = Western.Select(codePage => Bytes(read, codePage)).OfType<byte[]>().ToList();
            if (bytes.Find(IsChinese) is { } chinese)
                return Encoding.GetEncoding(Gb18030).GetString(chinese);
            if (bytes.Select(AsUtf8).FirstOrDefault(again => again is not null) is not { } inner)
                return null;
            read = inner;
        }

        return null;
    }

    private static bool IsSuspect(string text)
    {
        var accented = text.Count(character => character is >= '\u00A0' and <= '\u00FF');
        return accented >= FewestLetters && !text.Any(character => character is >= '\u2E80' and < '\uFF00');
    }

    private static byte[]? Bytes(string text, int codePage)
    {
        var strict = Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        try
        {
            return strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static string? AsUtf8(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsChinese(byte[] bytes)
    {
        var (pairs, common) = (0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < 0x80)
                continue;
            pairs++;
            if (at + 1 < bytes.Length && bytes[at] is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xF7) && bytes[at + 1] >= 0xA1)
                common++;
            at++;
        }

        return common >= pairs * Convincing;
    }
}
