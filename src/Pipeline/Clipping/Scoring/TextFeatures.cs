using Pipeline.Linguistics;

namespace Pipeline.Clipping.Scoring;

/// <summary>What a line's own text says of it.</summary>
internal static class TextFeatures
{
    /// <summary>Longer lines are read at their start and end alone.</summary>
    private const int Read = 1500;

    private static readonly string[] Says = [.. Phrases.Kinds.Select(kind => "says-" + kind.Name)];
    private static readonly string[] Often = [.. Phrases.Kinds.Select(kind => "often-" + kind.Name)];

    public static void Add(FeatureRow row, PageEvidence page, Line line)
    {
        var text = line.Text.AsSpan(0, Math.Min(Read, line.Text.Length));
        AddLengths(row, line);
        AddCharacters(row, text);
        AddEnds(row, text);
        AddLikeness(row, page, line);
        AddPhrases(row, text);

        row.Add("notice", page.Notice[line.Index]);
        row.Add("date-line", text.Length < 80 && text.ContainsAnyInRange('0', '9') && DateFinder.IsDateLine(line.Text));
    }

    private static void AddPhrases(FeatureRow row, ReadOnlySpan<char> text)
    {
        Span<int> first = stackalloc int[Says.Length], counts = stackalloc int[Says.Length];
        Phrases.Trie.Find(text, first, counts);
        for (var i = 0; i < Says.Length; i++)
        {
            row.Add(Says[i], Place(text, first[i]));
            row.Add(Often[i], counts[i]);
        }
    }

    private static void AddLengths(FeatureRow row, Line line)
    {
        row.Add("words", line.Words);
        row.Add("characters", line.Text.Length);
        row.Add("link-share", line.LinkShare);
        row.Add("linked", line.Linked);
        row.Add("emphasis", line.Words == 0 ? 0 : (double)line.Emphasised / line.Words);
        row.Add("images", line.Images);
        row.Add("prose", line.IsProse);
        row.Add("tag", TagNumber(line.Tag));
    }

    private static void AddCharacters(FeatureRow row, ReadOnlySpan<char> text)
    {
        int han = 0, digits = 0, upper = 0, commas = 0, stops = 0, others = 0, letters = 0;
        foreach (var character in text)
        {
            if (char.IsLetter(character))
            {
                letters++;
                han += Script.IsHan(character) ? 1 : 0;
                upper += char.IsUpper(character) ? 1 : 0;
            }
            else if (char.IsDigit(character))
                digits++;
            else if (character is ',' or '，' or '、' or ';' or '；')
                commas++;
            else if (character is '.' or '!' or '?' or '。' or '！' or '？')
                stops++;
            else if (character != ' ')
                others++;
        }

        double length = Math.Max(1, text.Length);
        row.Add("han", han / length);
        row.Add("digits", digits / length);
        row.Add("upper", (double)upper / Math.Max(1, letters - han));
        row.Add("commas", commas / length);
        row.Add("stops", stops / length);
        row.Add("marks", others / length);
    }

    private static void AddEnds(FeatureRow row, ReadOnlySpan<char> text)
    {
        var first = text.Length == 0 ? ' ' : text[0];
        var last = text.Length == 0 ? ' ' : text[^1];
        row.Add("starts", char.IsUpper(first) ? 1 : char.IsLower(first) ? 2 : char.IsDigit(first) ? 3 : Script.IsHan(first) ? 4 : first is '"' or '“' or '「' ? 5 : first is '(' or '（' or '[' or '【' ? 6 : 0);
        row.Add("ends", last is '.' or '。' ? 1 : last is '!' or '！' ? 2 : last is '?' or '？' ? 3 : last is ':' or '：' ? 4 : last is '"' or '”' or '」' ? 5 : last is ')' or '）' or ']' or '】' ? 6 : last is '…' or '»' or '>' or '›' ? 7 : char.IsDigit(last) ? 8 : 0);
    }

    private static void AddLikeness(FeatureRow row, PageEvidence page, Line line)
    {
        var key = line.Words is >= 3 and < 200 ? TitleText.Key(line.Text) : "";
        row.Add("like-title", page.TitleKey is { Length: > 0 } title && key.Length > 0 ? Likeness(key, title) : 0);
        row.Add("in-stated", page.StatedKey.Length == 0 ? -1 : key.Length > 8 && page.StatedKey.Contains(key, StringComparison.Ordinal) ? 1 : 0);
        row.Add("in-description", key.Length > 8 && page.DescriptionKey.Length > 8
            && (page.DescriptionKey.Contains(key, StringComparison.Ordinal) || key.Contains(page.DescriptionKey, StringComparison.Ordinal)));
        row.Add("repeats", page.Repeats[line.Text]);
    }

    /// <summary>How much of the longer the shorter is, where the one is within the other.</summary>
    private static double Likeness(string one, string other) =>
        one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal) ? (double)Math.Min(one.Length, other.Length) / Math.Max(one.Length, other.Length) : 0;

    /// <summary>0: not there; 1: at the start; 2: later.</summary>
    private static int Place(ReadOnlySpan<char> text, int at) => at < 0 ? 0 : at < 12 && at < text.Length / 2 + 1 ? 1 : 2;

    internal static int TagNumber(string tag) => tag switch
    {
        "p" => 1,
        "li" => 2,
        "h1" => 3,
        "h2" => 4,
        "h3" => 5,
        "h4" or "h5" or "h6" => 6,
        "td" or "th" => 7,
        "tr" => 8,
        "div" => 9,
        "figcaption" or "caption" => 10,
        "blockquote" => 11,
        "pre" => 12,
        "dt" or "dd" => 13,
        "section" or "article" or "main" => 14,
        "form" or "button" or "label" => 15,
        _ => 0,
    };
}
