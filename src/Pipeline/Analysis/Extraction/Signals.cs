using Pipeline.Analysis.Extraction.Kinds;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>The outlook (趋势展望): what was announced for a date after the week, and can be looked for then (观察信号).</summary>
internal static class Signals
{
    private const int Most = 8, MostPerTheme = 2;

    /// <summary>So likely a sentence has to announce something, or a word of the future has to stand in it.</summary>
    private const double Least = 0.5;

    private static readonly Lexicon Forward = new(
        "will|plans to|plan to|planned|expects|expected|aims to|due|scheduled|set to|set for|slated|deadline|takes effect|take effect|comes into force|starting|begins|begin|upcoming|intends to|target|targets|no later than|by the end of|close on|closes on|ends on",
        "将|计划|预计|拟于|拟在|截止|生效|施行|实施|启动|即将|力争|定于|最晚|不迟于|开放申请|开始", "将其|将该|将这|将此|模拟|虚拟|即将过去");

    public static IReadOnlyList<Outlook> Write(IReadOnlyList<Brief> briefs, Draft draft)
    {
        var signals = new List<(Theme? Theme, Claim Claim, Due Due)>();
        for (var round = 0; round < MostPerTheme; round++)
            foreach (var theme in briefs.Select(brief => brief.Theme))
                if (signals.Count < Most && Next(theme.Stories, signals, draft) is var (claim, due))
                    signals.Add((theme, claim, due));
        while (signals.Count < Most && Next(draft.News.Grouping.Remainder, signals, draft) is var (claim, due))
            signals.Add((null, claim, due));
        return [.. signals.OrderBy(signal => Place(signal.Theme, draft)).ThenBy(signal => signal.Due.Last)
            .Select((signal, place) => new Outlook(signal.Theme?.Name ?? draft.Wording.Elsewhere, null, signal.Claim with { Id = Draft.Id("outlook", place + 1) }) { Due = signal.Due })];
    }

    /// <summary>For when a sentence of an article announces something, where that is not before <paramref name="from"/>.</summary>
    public static Due? Announced(string sentence, DateOnly said, DateOnly from) =>
        Forward.Matches(sentence) || KindOdds.Of(sentence)[SentenceKind.Signal] >= Least ? ComingDates.First(sentence, said, from) : null;

    private static int Place(Theme? theme, Draft draft) =>
        draft.News.Grouping.Themes.Index().Where(pair => ReferenceEquals(pair.Item, theme)).Select(pair => pair.Index).DefaultIfEmpty(int.MaxValue).First();

    private static (Claim Claim, Due Due)? Next(IEnumerable<Story> stories, List<(Theme? Theme, Claim Claim, Due Due)> taken, Draft draft)
    {
        var told = taken.SelectMany(signal => signal.Claim.Evidence).Select(evidence => evidence.Article).ToHashSet(StringComparer.Ordinal);
        var untold = stories.Where(story => !story.Articles.Any(article => told.Contains(article.Id))).SelectMany(story => story.Articles);
        var announced = draft.Reading.Sentences(untold).Select(sentence => (sentence, due: Announced(sentence.Text, draft.DayOf(sentence.Article), draft.News.Week.Date)))
            .Where(pair => pair.due is not null).DistinctBy(pair => pair.sentence).ToDictionary(pair => pair.sentence, pair => pair.due!);
        foreach (var sentence in Candidate.Ranked(announced.Keys, sentence => Rank(sentence, announced[sentence], draft)))
            if (draft.Notebook.Take(sentence, "outlook", ClaimKind.Signal) is { } claim)
                return (claim, announced[sentence]);
        return null;
    }

    /// <summary>How plainly it announces, how exact its date is, and how well it tells its article.</summary>
    private static double Rank(Candidate sentence, Due due, Draft draft) =>
        2 * sentence.Odds[SentenceKind.Signal] + 0.15 * sentence.Score + (draft.IsOwn(sentence.Article) ? 1 : 0) - (sentence.Context is null ? 0 : 0.2)
        + due.Precision switch { DuePrecision.On => 0.8, DuePrecision.Month => 0.5, DuePrecision.By => 0.4, _ => 0 };
}
