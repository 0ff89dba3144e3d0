namespace Pipeline.Linguistics;

/// <summary>What a text's characters tell of its language.</summary>
public static class Script
{
    /// <summary>CJK Unified Ideographs with extension A and the compatibility block; the astral extensions are too rare in news to matter.</summary>
    public static bool IsHan(char character) =>
        character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '\u3007';

    public static bool IsKana(char character) => character is >= '\u3040' and <= '\u30FF';

    /// <summary>
    /// <c>zh</c> or <c>en</c> where the script decides, else <paramref name="otherwise"/>. A Han character says about as much as
    /// a whole Latin word, and Chinese news is full of Latin names: one Han character in four letters is Chinese enough.
    /// </summary>
    public static string LanguageOf(string text, string? otherwise = null)
    {
        int han = 0, latin = 0, kana = 0;
        foreach (var character in text)
        {
            if (IsHan(character))
                han++;
            else if (IsKana(character))
                kana++;
            else if (char.IsAsciiLetter(character))
                latin++;
        }

        if (kana * 5 > han && kana > 0)
            return otherwise ?? "ja";
        if (han * 3 >= latin && han > 0)
            return "zh";
        return otherwise is not null && otherwise != "zh" ? otherwise : latin > 0 ? "en" : otherwise ?? "en";
    }
}
