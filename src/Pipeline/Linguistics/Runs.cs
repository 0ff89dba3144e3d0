namespace Pipeline.Linguistics;

/// <summary>A stretch of Han or kana, or a word of another script with its digits, hyphens and apostrophes inside.</summary>
/// <param name="IsFirst">Whether a sentence starts with it, so that its capital says nothing.</param>
internal readonly record struct Run(string Text, bool IsHan, bool IsFirst);

internal static class Runs
{
    /// <summary>Longer than any word: what has no end in sight (a hash, base64) is cut.</summary>
    private const int Longest = 64;

    public static List<Run> In(string text)
    {
        var runs = new List<Run>();
        var first = true;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (IsCjk(text[i]))
                while (i < text.Length && i - start < Longest && IsCjk(text[i]))
                    i++;
            else if (char.IsLetterOrDigit(text[i]))
                while (i < text.Length && i - start < Longest && IsInside(text, i))
                    i++;
            else
            {
                first |= text[i] is '.' or '!' or '?' or ':' or '\n' or '"' or '“' or '。';
                i++;
                continue;
            }

            var run = text[start..i];
            runs.Add(new Run(IsCjk(run[0]) ? run : Bare(run), IsCjk(run[0]), first));
            first = false;
        }

        return runs;
    }

    private static bool IsCjk(char character) => Script.IsHan(character) || Script.IsKana(character);

    private static bool IsInside(string text, int at)
    {
        if (IsCjk(text[at]))
            return false;
        return char.IsLetterOrDigit(text[at])
            || (text[at] is '-' or '.' or '\'' or '’' or '&' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && !IsCjk(text[at + 1]));
    }

    /// <summary>Without the genitive's s, and with one kind of apostrophe.</summary>
    private static string Bare(string run)
    {
        var plain = run.Replace('’', '\'');
        return plain.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? plain[..^2] : plain;
    }
}
