using Pipeline.Analysis.Grounding;
using Pipeline.Model;

namespace Pipeline.Analysis;

/// <summary>The gate that every claim passes before it is printed: it says no more than its evidence, or it counts right.</summary>
/// <remarks>
/// It knows numbers, dates, units, Latin names and versions, quotations, negation, direction and hedges, in English and
/// Chinese, and lays the claim beside its passages word by word, by a thesaurus and a dictionary (WordNet, CC-CEDICT).
/// Who did what to whom it knows by the order of names about a verb only.
/// </remarks>
public static class GroundingGate
{
    /// <param name="articles">The week's articles by id.</param>
    /// <param name="news">What the figures of a computed claim are counted from; null where there is no such claim.</param>
    public static Verdict Examine(Claim claim, IReadOnlyDictionary<string, Article> articles, WeekNews? news) =>
        Examine(claim, articles, news is null ? null : WeekTally.Of(news));

    /// <inheritdoc cref="Examine(Claim, IReadOnlyDictionary{string, Article}, WeekNews?)"/>
    public static Verdict Examine(Claim claim, IReadOnlyDictionary<string, Article> articles, WeekTally? week)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(articles);
        if (IsComputed(claim))
            return Examine(claim, week);
        var misplaced = Misplaced(claim, articles).ToList();
        return misplaced.Count > 0 ? new Verdict(false, misplaced) : Examine(claim, week);
    }

    /// <summary>The same where the articles' texts are not at hand, as with a published data file: the evidence's places are not compared.</summary>
    public static Verdict Examine(Claim claim, WeekTally? week)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (IsComputed(claim))
            return Say(ComputedCheck.Faults(claim, week));
        if (claim.Evidence.Count == 0)
            return Say(["the claim cites nothing"]);
        var strangers = claim.Evidence.Where(evidence => week is not null && week.Article(evidence.Article) is null);
        return strangers.Any()
            ? Say(strangers.Select(evidence => NotOfTheWeek(evidence.Article)))
            : Examine(claim.Text, [.. claim.Evidence.Select(evidence => new CitedPassage(evidence.Quotation, week?.Article(evidence.Article)?.Publisher ?? ""))]);
    }

    /// <summary>
    /// Whether a sentence says no more than the passages. Where it gives a publisher of them as its source, and does not pass as it
    /// stands, what that one is said to report is compared with that one's passages.
    /// </summary>
    public static Verdict Examine(string claimText, IReadOnlyList<CitedPassage> passages)
    {
        var verdict = Examine(claimText, Texts(passages));
        return !verdict.Accepted && Attribution.Among(claimText, passages) is { } given ? Examine(given.Said, Texts(given.Passages)) : verdict;
    }

    /// <summary>Whether a sentence says no more than the passages.</summary>
    public static Verdict Examine(string claimText, IReadOnlyList<string> passages)
    {
        ArgumentNullException.ThrowIfNull(claimText);
        ArgumentNullException.ThrowIfNull(passages);
        return Say(passages.All(string.IsNullOrWhiteSpace) ? ["the claim cites nothing"] : PassageCheck.Faults(claimText, passages));
    }

    /// <summary>What <see cref="Examine(string, IReadOnlyList{string})"/> looks up, word by word; of direction, negation and certainty only the verdict tells.</summary>
    public static IReadOnlyList<Comparison> Compare(string claimText, IReadOnlyList<string> passages)
    {
        ArgumentNullException.ThrowIfNull(claimText);
        ArgumentNullException.ThrowIfNull(passages);
        return PassageCheck.Compared(claimText, passages);
    }

    /// <summary>What <see cref="Examine(string, IReadOnlyList{CitedPassage})"/> looks up.</summary>
    public static IReadOnlyList<Comparison> Compare(string claimText, IReadOnlyList<CitedPassage> passages)
    {
        if (Examine(claimText, Texts(passages)).Accepted || Attribution.Among(claimText, passages) is not { } given)
            return Compare(claimText, Texts(passages));
        // Of other publishers' passages nothing is looked up; the numbers are those of all.
        var own = passages.Select(passage => given.Passages.Contains(passage) ? passage.Text : "").ToList();
        return [new Comparison("publisher", given.Who, own.FindIndex(text => text.Length > 0) + 1), .. Compare(given.Said, own)];
    }

    private static IReadOnlyList<string> Texts(IReadOnlyList<CitedPassage> passages) => [.. passages.Select(passage => passage.Text)];

    /// <summary>Sentences about the week itself cite nothing: they are counted.</summary>
    private static bool IsComputed(Claim claim) => claim.Kind switch
    {
        ClaimKind.Computed => true,
        ClaimKind.Headline or ClaimKind.Introduction or ClaimKind.Closing => claim.Evidence.Count == 0,
        _ => false,
    };

    private static IEnumerable<string> Misplaced(Claim claim, IReadOnlyDictionary<string, Article> articles)
    {
        foreach (var evidence in claim.Evidence)
            if (!articles.TryGetValue(evidence.Article, out var article))
                yield return NotOfTheWeek(evidence.Article);
            else if (!evidence.StandsIn(article))
                yield return $"'{Short(evidence.Quotation)}' does not stand at place {evidence.Start} of the article {evidence.Article}";
    }

    private static string NotOfTheWeek(string article) => $"the article {article} is not of the week";

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static Verdict Say(IEnumerable<string> faults)
    {
        var reasons = faults.Distinct(StringComparer.Ordinal).ToList();
        return reasons.Count == 0 ? Verdict.Pass : new Verdict(false, reasons);
    }
}
