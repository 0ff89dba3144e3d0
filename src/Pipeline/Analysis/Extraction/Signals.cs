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
        var announced = AllAnnounced(draft);
        for (var round = 0; round < MostPerTheme; round++)
            foreach (var theme in briefs.Select(brief => brief.Theme))
                if (signals.Count < Most && Next(theme.Stories, signals, announced, draft) is var (claim, due))
                    signals.Add((theme, claim, due));
        while (signals.Count < Most && Next(draft.News.Grouping.Remainder, signals, announced, draft) is var (claim, due))
            signals.Add((null, claim, due));
        return [.. signals.OrderBy(signal => Place(signal.Theme, draft)).ThenBy(signal => signal.Due.Last)
            .Select((signal, place) => new Outlook(signal.Theme?.Name ?? draft.Wording.Elsewhere, null, signal.Claim with { Id = Draft.Id("outlook", place + 1) }) { Due = signal.Due })];
    }

    /// <summary>For when a sentence of an article announces something, where that is not before <paramref name="from"/>.</summary>
    public static Due? Announced(Candidate sentence, DateOnly said, DateOnly from) =>
        ComingDates.First(sentence.Text, said, from) is { } due && (Forward.Matches(sentence.Text) || sentence.Odds[SentenceKind.Signal] >= Least) ? due : null;

    private static int Place(Theme? theme, Draft draft) =>
        draft.News.Grouping.Themes.Index().Where(pair => ReferenceEquals(pair.Item, theme)).Select(pair => pair.Index).DefaultIfEmpty(int.MaxValue).First();

    /// <summary>What the week's articles announce, by the article's id.</summary>
    private static ILookup<string, (Candidate Sentence, Due Due)> AllAnnounced(Draft draft) =>
        draft.Reading.Sentences(draft.News.Grouping.Stories.SelectMany(story => story.Articles)).AsParallel()
            .Select(sentence => (Sentence: sentence, Due: Announced(sentence, draft.DayOf(sentence.Article), draft.News.Week.Date)))
            .Where(pair => pair.Due is not null).ToLookup(pair => pair.Sentence.Article.Id, pair => (pair.Sentence, pair.Due!), StringComparer.Ordinal);

    private static (Claim Claim, Due Due)? Next(
        IEnumerable<Story> stories, List<(Theme? Theme, Claim Claim, Due Due)> taken, ILookup<string, (Candidate Sentence, Due Due)> announced, Draft draft)
    {
        var told = taken.SelectMany(signal => signal.Claim.Evidence).Select(evidence => evidence.Article).ToHashSet(StringComparer.Ordinal);
        var untold = stories.Where(story => !story.Articles.Any(article => told.Contains(article.Id)))
            .SelectMany(story => story.Articles).Select(article => article.Id).Distinct(StringComparer.Ordinal).SelectMany(id => announced[id]).ToDictionary();
        foreach (var sentence in Candidate.Ranked(untold.Keys, sentence => Rank(sentence, untold[sentence], draft)))
            if (draft.Notebook.Take(sentence, "outlook", ClaimKind.Signal) is { } claim)
                return (claim, untold[sentence]);
        return null;
    }

    /// <summary>How plainly it announces, how exact its date is, and how well it tells its article.</summary>
    private static double Rank(Candidate sentence, Due due, Draft draft) =>
        2 * sentence.Odds[SentenceKind.Signal] + 0.15 * sentence.Score + (draft.IsOwn(sentence.Article) ? 1 : 0) - (sentence.Context is null ? 0 : 0.2)
        + due.Precision switch { DuePrecision.On => 0.8, DuePrecision.Month => 0.5, DuePrecision.By => 0.4, _ => 0 };
}
