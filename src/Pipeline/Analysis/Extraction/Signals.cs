using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>The outlook (趋势展望): what was announced for a time after the week, and can be looked for then (观察信号).</summary>
internal static class Signals
{
    private const int Most = 6, MostPerTheme = 2;

    private static readonly Lexicon Forward = new(
        "will|plans to|plan to|planned|expects|expected|aims to|due|scheduled|set to|slated|deadline|takes effect|take effect|comes into force|starting|begins|begin|from next|upcoming|intends to|target|targets|no later than|by the end of",
        "将|计划|预计|拟|截止|生效|施行|实施|启动|即将|力争|定于|最晚|不迟于|目标|上线|开放申请|开始", "将其|将该|将这|将此|模拟|虚拟|即将过去");

    private static readonly Lexicon Launch = new(
        "will launch|plans to launch|will release|plans to release|will ship|will open|plans to open|will begin|expected to launch|will be available|will publish|to be released",
        "将于|计划推出|将推出|将发布|将上线|将开放|计划上线|计划发布|将正式|将开源|计划开源|拟于|将施行");

    public static IReadOnlyList<Outlook> Write(IReadOnlyList<Brief> briefs, Draft draft)
    {
        var signals = new List<(Theme Theme, Claim Claim)>();
        for (var round = 0; round < MostPerTheme; round++)
            foreach (var theme in briefs.Select(brief => brief.Theme))
                if (signals.Count < Most && Next(theme, signals, draft) is { } claim)
                    signals.Add((theme, claim));
        return [.. signals.OrderBy(signal => draft.News.Grouping.Themes.Index().First(pair => ReferenceEquals(pair.Item, signal.Theme)).Index)
            .Select((signal, place) => new Outlook(signal.Theme.Name, null, signal.Claim with { Id = Draft.Id("outlook", place + 1) }))];
    }

    /// <summary>Whether a sentence announces something for a time after <paramref name="published"/>. A date with its year decides; without one, a word of the future and a coming time have to meet.</summary>
    public static bool Announces(string sentence, DateOnly published)
    {
        if (!Forward.Matches(sentence))
            return false;
        var dates = StatedDates.WithYear(sentence);
        return dates.Count > 0 ? dates.Any(date => date >= published) : StatedDates.NamesComing(sentence) || Launch.Matches(sentence);
    }

    private static Claim? Next(Theme theme, List<(Theme Theme, Claim Claim)> taken, Draft draft)
    {
        var published = draft.News.Week.Date;
        var told = taken.SelectMany(signal => signal.Claim.Evidence).Select(evidence => evidence.Article).ToHashSet(StringComparer.Ordinal);
        var untold = theme.Stories.Where(story => !story.Articles.Any(article => told.Contains(article.Id))).SelectMany(story => story.Articles);
        var sentences = draft.Reading.Sentences(untold).Where(sentence => Announces(sentence.Text, published));
        return Candidate.Ranked(sentences, sentence => Rank(sentence, draft))
            .Select(sentence => draft.Notebook.Take(sentence, "outlook", ClaimKind.Signal)).FirstOrDefault(claim => claim is not null);
    }

    private static double Rank(Candidate sentence, Draft draft) =>
        0.5 * sentence.Score + (StatedDates.WithYear(sentence.Text).Count > 0 ? 3 : 0) + (StatedDates.NamesComing(sentence.Text) ? 2 : 0)
        + (Launch.Matches(sentence.Text) ? 1 : 0) + (draft.IsOwn(sentence.Article) ? 2 : 0);
}
