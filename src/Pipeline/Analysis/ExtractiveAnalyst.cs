using Pipeline.Analysis.Extraction;
using Pipeline.Model;

namespace Pipeline.Analysis;

/// <summary>The analyst that needs no model: it quotes the week's articles letter for letter and counts; it writes nothing else.</summary>
/// <remarks>
/// A sentence that says what is to come serves the outlook before the advice, and the advice before the impact judgements:
/// the rarer kind chooses first; roles that are left without advice choose last. A part for which the week has no sentence stays empty.
/// </remarks>
public static class ExtractiveAnalyst
{
    public const string Name = "extractive";

    public static Digest Write(WeekNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        return Write(news, Reading.Of(news.Articles));
    }

    /// <param name="reading">Of the week's articles.</param>
    internal static Digest Write(WeekNews news, Reading reading)
    {
        var draft = new Draft(news, reading);
        var chains = news.Grouping.Themes.Select(theme => new Brief(theme, Chain.Write(theme, draft), []))
            .Where(brief => brief.Chain.Count > 0).ToList();
        var outlook = Signals.Write(chains, draft);
        var advice = Counsel.Write(draft);
        var briefs = chains.Select(brief => brief with { Impact = Consequences.Write(brief, draft) }).ToList();
        return new Digest
        {
            News = news,
            Headline = WeekNotes.Headline(briefs, draft),
            Introduction = WeekNotes.Introduction(draft),
            Briefs = briefs,
            Advice = Counsel.Complete(advice, draft),
            Outlook = outlook,
            Closing = WeekNotes.Closing(draft),
            Analyst = Name,
            Refused = draft.Notebook.Refused,
        };
    }
}
