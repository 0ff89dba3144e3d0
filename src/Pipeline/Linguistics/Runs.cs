namespace Pipeline.Linguistics;

/// <summary>A stretch of Han or kana, or a word of another script with its digits, hyphens and apostrophes inside.</summary>
/// <param name="IsFirst">Whether a sentence starts with it, so that its capital says nothing.</param>
internal readonly record struct Run(string Text, int Start, int End, bool IsCjk, bool IsFirst);

internal static class Runs
{
    /// <summary>Longer than any word: what has no end in sight (a hash, base64) is cut.</summary>
    private const int Longest = 64;

    public static IReadOnlyList<Run> In(string text)
    {
        var runs = new List<Run>();
        var first = true;
        for (var i = 0; i < text.Length;)
        {
            var end = EndOf(text, i);
            if (end == i)
            {
                first |= text[i++] is '.' or '!' or '?' or ':' or '\n' or '"' or '“' or '。';
                continue;
            }

            var isCjk = IsCjk(text[i]);
            runs.Add(new Run(isCjk ? text[i..end] : Bare(text[i..end]), i, end, isCjk, first));
            (i, first) = (end, false);
        }

        return runs;
    }

    private static int EndOf(string text, int start)
    {
        var cjk = IsCjk(text[start]);
        var end = start;
        if (cjk || char.IsLetterOrDigit(text[start]))
        {
            while (end < text.Length && end - start < Longest && (cjk ? IsCjk(text[end]) : IsInside(text, end)))
                end++;
        }

        return end;
    }

    private static bool IsCjk(char character) => Script.IsHan(character) || Script.IsKana(character);

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) && !IsCjk(character);

    private static bool IsInside(string text, int at) =>
        IsWord(text[at]) || (text[at] is '-' or '.' or '\'' or '’' or '&' && at + 1 < text.Length && IsWord(text[at + 1]));

    /// <summary>Without the genitive's s, and with one kind of apostrophe.</summary>
    private static string Bare(string run)
    {
        var plain = run.Replace('’', '\'');
        return plain.Length > 2 && plain.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? plain[..^2] : plain;
    }
}
