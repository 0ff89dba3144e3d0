namespace Pipeline.Model;

/// <summary>Which part of an article a passage stands in.</summary>
public enum Passage { Title, Text }

/// <summary>A passage of an article: <paramref name="Quotation"/> stands in it letter for letter, from <paramref name="Start"/> (UTF-16 units).</summary>
public sealed record Evidence(string Article, Passage Passage, int Start, string Quotation)
{
    public int End => Start + Quotation.Length;

    /// <summary>Whether the article really says so at that place.</summary>
    public bool StandsIn(Article article)
    {
        var whole = Passage == Passage.Title ? article.Title : article.Text;
        return article.Id == Article && Start >= 0 && Quotation.Length > 0 && Start <= whole.Length - Quotation.Length
            && whole.AsSpan(Start, Quotation.Length).SequenceEqual(Quotation);
    }
}
