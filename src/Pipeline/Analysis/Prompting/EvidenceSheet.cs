using System.Globalization;
using System.Text;
using Pipeline.Analysis.Extraction;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>What a language model is shown of a theme: passages with ids. The same passages are what the gate compares with.</summary>
internal sealed class EvidenceSheet
{
    /// <summary>Of a theme ten sentences are printed at most: this many events leave a choice.</summary>
    private const int MostStories = 16, MostVoices = 3;

    /// <summary>
    /// In characters: four thousand tokens of English, some ten thousand of Chinese. A week of eight themes, each of which is asked for
    /// twice, so stays within the 300,000 tokens that a run may use where sources.yaml sets no budget.
    /// </summary>
    private const int Longest = 16_000;

    private readonly Dictionary<string, Evidence> _passages = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    public IReadOnlyDictionary<string, Evidence> Passages => _passages;

    /// <summary>Fenced.</summary>
    public string Text => Neutral.Fence("PASSAGES", _text.ToString().TrimEnd('\n'));

    /// <summary>The theme's stories in their order, of which something can be shown; those that are no more than a title come last.</summary>
    public static EvidenceSheet Of(Theme theme)
    {
        var sheet = new EvidenceSheet();
        var told = theme.Stories.Select(Voices).Where(voices => voices.Count > 0).OrderByDescending(IsTold).Take(MostStories);
        foreach (var (index, voices) in told.Index().TakeWhile(story => sheet._text.Length + Length(story.Item) <= Longest))
            sheet.Add(index + 1, voices);
        return sheet;
    }

    private static List<IReadOnlyList<Candidate>> Voices(Story story) =>
        [.. story.Articles.DistinctBy(article => article.Publisher).Select(Lead.Of).Where(passages => passages.Count > 0).Take(MostVoices)];

    private static bool IsTold(List<IReadOnlyList<Candidate>> voices) =>
        voices.Count > 1 || voices[0].Any(passage => passage.Passage == Passage.Text);

    private static int Length(List<IReadOnlyList<Candidate>> voices) => voices.Sum(passages => passages.Sum(passage => passage.Text.Length));

    private void Add(int number, List<IReadOnlyList<Candidate>> voices)
    {
        _text.Append(CultureInfo.InvariantCulture, $"Story {number}\n");
        foreach (var passages in voices)
        {
            var article = passages[0].Article;
            _text.Append(CultureInfo.InvariantCulture, $"{Neutral.Name(article.Publisher)}, {article.Published.UtcDateTime:yyyy-MM-dd}\n");
            foreach (var passage in passages)
                Add(passage);
        }
    }

    private void Add(Candidate passage)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"e{_passages.Count + 1}");
        _passages.Add(id, passage.Quotation);
        _text.Append(CultureInfo.InvariantCulture, $"[{id}] {passage.Text}\n");
    }
}
