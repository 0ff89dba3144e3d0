using Pipeline.Linguistics;

namespace Pipeline.Clipping;

/// <summary>Compares and cleans titles.</summary>
internal static class TitleText
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • ", "_", "|", "－", "—", "–", "-"];

    /// <summary>Letters and digits alone, small: what two titles have in common whatever their marks.</summary>
    public static string Key(string text)
    {
        var key = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
            if (char.IsAsciiLetterOrDigit(character))
                key[length++] = (char)(character is >= 'A' and <= 'Z' ? character | 0x20 : character);
            else if (character > '\u007F' && char.IsLetterOrDigit(character))
                key[length++] = char.ToLowerInvariant(character);
        return new string(key[..length]);
    }

    public static bool Same(string one, string other)
    {
        if (one.Length > 3 * other.Length + 20)
            return false;
        string first = Key(one), second = Key(other);
        return first.Length > 0 && (first == second || Math.Min(first.Length, second.Length) * 10 > Math.Max(first.Length, second.Length) * 7
            && (first.Contains(second, StringComparison.Ordinal) || second.Contains(first, StringComparison.Ordinal)));
    }

    /// <summary>Takes the site's name off the end: what follows the last separator that leaves a title behind.</summary>
    public static string WithoutSite(string title, string? site)
    {
        foreach (var separator in Separators)
        {
            var spaced = separator[0] == ' ' || separator is "_" or "|";
            var at = spaced && separator is "_" or "|" ? title.IndexOf(separator, StringComparison.Ordinal) : title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            string head = title[..at].Trim(), tail = title[(at + separator.Length)..].Trim();
            var named = site is not null && Same(tail, site);
            if (named || Weight(head) >= (head.Any(Script.IsHan) ? 2 : 4) && (spaced && Weight(tail) <= Weight(head) || !spaced && tail.EndsWith('网')))
                return spaced || named ? WithoutSite(head, site) : head;
        }

        return title;
    }

    /// <summary>Takes the site's address off the end, which many shops write there: News | Example.com.</summary>
    public static string WithoutHost(string title, Uri? url)
    {
        var at = title.LastIndexOfAny(['|', '-', '–', '—', '·']);
        if (at <= 0 || url is null)
            return title;
        var tail = title[(at + 1)..].Trim();
        return tail.Contains('.', StringComparison.Ordinal) && ("." + url.Host).EndsWith("." + tail, StringComparison.OrdinalIgnoreCase) ? title[..at].TrimEnd() : title;
    }

    /// <summary>Which share of a title's words, or Han characters, another one has too; 0 for a title of fewer than three words.</summary>
    public static double Shared(string title, string other)
    {
        var words = Words(title);
        return words.Count < 3 ? 0 : (double)words.Count(Words(other).Contains) / words.Count;
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in text.Split([' ', '-', '–', '—', ':', ',', '.', '?', '!', '|', '_', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
            if (word.Any(Script.IsHan))
                words.UnionWith(word.Where(Script.IsHan).Select(character => character.ToString()));
            else
                words.Add(word);
        return words;
    }

    /// <summary>Words, or half the Han characters and kana.</summary>
    public static int Weight(string text) => text.Count(IsUnspaced) / 2 + text.Split(' ').Count(word => word.Any(character => char.IsLetterOrDigit(character) && !IsUnspaced(character)));

    private static bool IsUnspaced(char character) => Script.IsHan(character) || character is >= '\u3040' and <= '\u30FF';
}
