using Lucene.Net.Tartarus.Snowball.Ext;

namespace Pipeline.Linguistics;

/// <summary>English stems (Snowball's Porter2), remembered: news repeats its words. Not for two threads at once.</summary>
public sealed class Stemmer
{
    private const int MostRemembered = 100_000;
    private const int LongestWord = 40;

    private readonly EnglishStemmer _snowball = new();
    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);

    /// <param name="word">Lower case. What is not made of a-z alone comes back as it is.</param>
    public string Stem(string word)
    {
        if (word.Length is < 3 or > LongestWord || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return word;
        if (_stems.TryGetValue(word, out var known))
            return known;
        if (_stems.Count >= MostRemembered)
            _stems.Clear();
        _snowball.SetCurrent(word);
        _snowball.Stem();
        return _stems[word] = _snowball.Current;
    }
}
