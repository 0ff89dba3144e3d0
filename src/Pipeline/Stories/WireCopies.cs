using Pipeline.Model;

namespace Pipeline.Stories;

/// <summary>Articles → voices: what repeats an earlier article is a copy of it, whoever published it.</summary>
internal sealed class WireCopies
{
    /// <summary>Of the shorter text this much must stand in the longer one.</summary>
    private const double Containment = 0.8;

    /// <summary>A shorter title in common is a rubric ("Weekly round-up").</summary>
    private const int FewestTitleTokens = 5;

    /// <summary>How many originals are asked per shingle: what more of them share is boilerplate.</summary>
    private const int Most = 20;

    private readonly List<(Article Article, Shingles Text, List<Article> Copies)> _voices = [];
    private readonly Dictionary<string, int> _byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<int>> _byShingle = [];

    /// <param name="articles">The earliest first: it is the original.</param>
    public static IReadOnlyList<Voice> Among(IEnumerable<Article> articles)
    {
        var copies = new WireCopies();
        foreach (var (article, text) in articles.AsParallel().AsOrdered().Select(article => (article, Shingles.Of(article.Text))))
            copies.Add(article, text);
        return [.. copies._voices.Select(voice => new Voice(voice.Article, voice.Copies))];
    }

    private void Add(Article article, Shingles text)
    {
        var title = TitleKey(article);
        if (OriginalOf(article, title, text) is { } original)
        {
            _voices[original].Copies.Add(article);
            _byUrl.TryAdd(article.Url, original);
            return;
        }

        var number = _voices.Count;
        _voices.Add((article, text, []));
        _byUrl.TryAdd(article.Url, number);
        if (title is not null)
            _byTitle.TryAdd(title, number);
        if (text.AreEnough)
            Index(text, number);
    }

    private int? OriginalOf(Article article, string? title, Shingles text)
    {
        if (_byUrl.TryGetValue(article.Url, out var same))
            return same;
        if (title is not null && _byTitle.TryGetValue(title, out var titled) && !(text.AreEnough && _voices[titled].Text.AreEnough))
            return titled;
        if (!text.AreEnough)
            return null;
        var candidates = text.Sample.SelectMany(shingle => _byShingle.GetValueOrDefault(shingle) ?? []).Distinct().Order();
        foreach (var candidate in candidates)
        {
            if (text.Containment(_voices[candidate].Text) >= Containment)
                return candidate;
        }

        return null;
    }

    private void Index(Shingles text, int number)
    {
        foreach (var shingle in text.Sample)
        {
            if (!_byShingle.TryGetValue(shingle, out var voices))
                _byShingle[shingle] = voices = [];
            if (voices.Count < Most)
                voices.Add(number);
        }
    }

    private static string? TitleKey(Article article)
    {
        var tokens = Shingles.Tokens(article.Title).ToList();
        return tokens.Count < FewestTitleTokens ? null : string.Join(' ', tokens);
    }
}
