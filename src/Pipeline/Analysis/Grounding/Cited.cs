namespace Pipeline.Analysis.Grounding;

/// <summary>The sentences of the passages that a claim cites, and how often they say a word.</summary>
internal sealed class Cited(IReadOnlyList<Statement> sentences)
{
    private readonly Dictionary<string, int> _said = Count(sentences.SelectMany(sentence => sentence.Terms));
    private readonly Dictionary<Lexicon, Dictionary<string, int>> _marked = [];

    public IReadOnlyList<Statement> Sentences { get; } = sentences;

    /// <summary>The words that a lexicon's markers bear upon: the first after each.</summary>
    public IEnumerable<string> Heads(Lexicon markers) => Marked(markers).Keys;

    /// <summary>Whether the word is said, and never without the marker.</summary>
    public bool SaysOnlyMarked(string word, Lexicon markers) => Says(word) > 0 && Marked(markers).GetValueOrDefault(word) >= Says(word);

    /// <summary>Whether the word is said, and never with the marker.</summary>
    public bool SaysOnlyPlain(string word, Lexicon markers) => Says(word) > 0 && !Marked(markers).ContainsKey(word);

    private int Says(string word) => _said.GetValueOrDefault(word);

    private Dictionary<string, int> Marked(Lexicon markers)
    {
        if (!_marked.TryGetValue(markers, out var heads))
            _marked[markers] = heads = Count(Sentences.SelectMany(sentence => sentence.Heads(markers)));
        return heads;
    }

    private static Dictionary<string, int> Count(IEnumerable<string> words) =>
        words.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
