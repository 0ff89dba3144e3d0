using System.Globalization;
using System.Text;
using Pipeline.Analysis.Extraction;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>What a language model is shown of a theme: passages with ids. The same passages are what the gate compares with.</summary>
internal sealed class EvidenceSheet
{
    /// <summary>Enough to write half a page from, and some five thousand tokens at most.</summary>
    private const int MostStories = 10, MostVoices = 3, MostSentences = 6;

    private readonly Dictionary<string, Evidence> _passages = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private readonly Reading _reading;

    private EvidenceSheet(Reading reading) => _reading = reading;

    public IReadOnlyDictionary<string, Evidence> Passages => _passages;

    /// <summary>Fenced.</summary>
    public string Text => Neutral.Fence("PASSAGES", _text.ToString().TrimEnd('\n'));

    public static EvidenceSheet Of(Theme theme, Reading reading)
    {
        var sheet = new EvidenceSheet(reading);
        foreach (var (index, story) in theme.Stories.Take(MostStories).Index())
            sheet.Add(index + 1, story);
        return sheet;
    }

    private void Add(int number, Story story)
    {
        var before = _passages.Count;
        var length = _text.Length;
        _text.Append(CultureInfo.InvariantCulture, $"Story {number}\n");
        foreach (var article in story.Articles.DistinctBy(article => article.Publisher).Take(MostVoices))
            Add(article);
        if (_passages.Count == before)
            _text.Length = length;
    }

    private void Add(Article article)
    {
        var showable = Showable(article).ToList();
        if (showable.Count == 0)
            return;
        _text.Append(CultureInfo.InvariantCulture, $"{Neutral.Name(article.Publisher)}, {article.Published.UtcDateTime:yyyy-MM-dd}\n");
        foreach (var candidate in showable)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"e{_passages.Count + 1}");
            _passages.Add(id, candidate.Quotation);
            _text.Append(CultureInfo.InvariantCulture, $"[{id}] {candidate.Text}\n");
        }
    }

    /// <summary>The title and the first sentences; what follows a line that speaks to a machine may belong to it, and is left out.</summary>
    private IEnumerable<Candidate> Showable(Article article)
    {
        var end = Addressed.Start(article.Text) is >= 0 and var start ? start : article.Text.Length;
        var sentences = _reading.Sentences(article).Where(sentence => sentence.Start < end && Neutral.IsShowable(sentence.Text)).Take(MostSentences);
        return Reading.Title(article) is { } title && Neutral.IsShowable(title.Text) ? sentences.Prepend(title) : sentences;
    }
}
