using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline;

/// <summary>Finds the articles that were changed or withdrawn after their week was published, from what the archive has seen.</summary>
/// <remarks>
/// A page is asked for again when its feed shows the entry otherwise; what changes on the page alone is not seen. An article
/// that came late is none: it was not in the digest that was published.
/// </remarks>
public static partial class Corrections
{
    /// <param name="published">When the week was published; null where it was not, which leaves nothing to correct.</param>
    /// <returns>One for each URL, by instant and URL.</returns>
    public static async Task<IReadOnlyList<Correction>> FindAsync(IArchive archive, Window window, DateTimeOffset? published, CancellationToken cancellation) =>
        published is { } instant ? Of(await archive.RevisionsAsync(window, instant, cancellation), instant) : [];

    internal static IReadOnlyList<Correction> Of(IEnumerable<Revision> revisions, DateTimeOffset published) =>
    [
        .. revisions.GroupBy(revision => (revision.Feed, revision.Entry))
            .Select(entry => Judge([.. entry.OrderBy(revision => revision.Number)], published)).OfType<Correction>()
            .GroupBy(correction => correction.Article.Url, StringComparer.Ordinal)
            .Select(copies => copies.OrderByDescending(copy => copy.Kind).ThenByDescending(copy => copy.Seen).First())
            .OrderBy(correction => correction.Seen).ThenBy(correction => correction.Article.Url, StringComparer.Ordinal),
    ];

    /// <summary>Null where it was not held at publication, and where it reads now as it did then.</summary>
    private static Correction? Judge(IReadOnlyList<Revision> revisions, DateTimeOffset published)
    {
        var then = revisions.LastOrDefault(revision => revision.Seen <= published);
        var later = revisions.Where(revision => revision.Seen > published).ToArray();
        if (then is null || later.Length == 0 || Change(then.Article, later[^1].Article) is not { } kind)
            return null;
        // The last revision that changed anything: a feed that touches nothing but a date later changes no correction's date.
        var steps = later.Prepend(then).Zip(later);
        var seen = steps.Last(step => Change(step.First.Article, step.Second.Article) is not null).Second.Seen;
        return new Correction(later[^1].Article, kind, seen);
    }

    /// <remarks>Where the one text is the page's and the other the feed's own, they differ for no reason of the publisher's.</remarks>
    private static CorrectionKind? Change(Article before, Article after)
    {
        if (IsWithdrawn(after) && !IsWithdrawn(before))
            return CorrectionKind.Withdrawn;
        return before.Title != after.Title || (before.Origin == after.Origin && before.Text != after.Text) ? CorrectionKind.Changed : null;
    }

    private static bool IsWithdrawn(Article article) => article.PageGone is not null || Notice().IsMatch(article.Title);

    /// <summary>How publishers mark the entry of an article that they take back.</summary>
    [GeneratedRegex(@"\A\W*(?:(?:withdrawn|retracted|retraction)\b|撤稿|已撤稿|已撤回|已删除)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notice();
}
