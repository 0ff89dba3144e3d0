using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>
/// What the raw-news page shows of an article's text: the passages that the digest cites, so that who follows a citation sees
/// what it rests on, and who has only the files can check it; of an article that is not cited, its beginning.
/// </summary>
internal static class Excerpt
{
    private const int Longest = 200;
    private const string Omission = " … ";

    /// <summary>One line, unescaped; null where there is nothing to show.</summary>
    /// <exception cref="ArgumentException">A quotation does not stand in the article.</exception>
    public static string? Of(Article article, IEnumerable<Evidence> evidence)
    {
        var pieces = evidence.ToArray();
        if (pieces.FirstOrDefault(piece => !piece.StandsIn(article)) is { } stray)
            throw new ArgumentException($"'{stray.Quotation}' does not stand in {article.Url} at {stray.Start}.", nameof(evidence));
        var cited = pieces.Where(piece => piece.Passage == Passage.Text).ToArray();
        var excerpt = cited.Length == 0 ? Beginning(article.Text) : string.Join(Omission, Merge(article.Text, cited).Select(span => PlainText.Fold(span.Of(article.Text))));
        return excerpt.Length == 0 ? null : excerpt;
    }

    /// <summary>Passages that overlap, or have nothing but white space between them, are one.</summary>
    private static List<TextSpan> Merge(string text, IEnumerable<Evidence> cited)
    {
        var merged = new List<TextSpan>();
        foreach (var piece in cited.OrderBy(piece => piece.Start).ThenBy(piece => piece.End))
        {
            var last = merged.Count == 0 ? default(TextSpan?) : merged[^1];
            if (last is { } open && (piece.Start <= open.End || string.IsNullOrWhiteSpace(text[open.End..piece.Start])))
                merged[^1] = new TextSpan(open.Start, Math.Max(open.End, piece.End) - open.Start);
            else
                merged.Add(new TextSpan(piece.Start, piece.Quotation.Length));
        }

        return merged;
    }

    /// <summary>The first two sentences where they are short, else the first, which is cut where it is long.</summary>
    private static string Beginning(string text)
    {
        // No more of a text of megabytes than could be shown.
        var sentences = Sentences.Split(text.Length > 20 * Longest ? text[..(20 * Longest)] : text);
        if (sentences.Count == 0)
            return "";
        var first = PlainText.Fold(sentences[0].Of(text));
        if (first.Length > Longest)
            return Cut(first);
        var two = sentences.Count == 1 ? first : PlainText.Fold(text[sentences[0].Start..sentences[1].End]);
        return two.Length <= Longest ? two : first;
    }

    private static string Cut(string sentence)
    {
        var space = sentence.LastIndexOf(' ', Longest - 1, Longest / 4);
        var end = space > 0 ? space : Longest - 1;
        if (char.IsHighSurrogate(sentence[end - 1]))
            end--;
        return sentence[..end] + "…";
    }
}
