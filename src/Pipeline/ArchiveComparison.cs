using System.Text.Json;
using Pipeline.Clipping;
using Pipeline.Digests;
using Pipeline.Digests.Checking;
using Pipeline.Model;

namespace Pipeline;

/// <summary>Holds a published week against the archive: each item is there, has kept its anchor, and says what is quoted of it.</summary>
/// <remarks>What a publisher changed since is no fault of the digest: <see cref="Corrections"/> tells of it.</remarks>
public static class ArchiveComparison
{
    /// <returns>Nothing where the archive does not know of the week's publication: the digests may come from elsewhere.</returns>
    public static async Task<IReadOnlyList<Finding>> RunAsync(string digests, Week week, IReadOnlyList<Source> sources, IArchive archive, CancellationToken cancellation)
    {
        if (PublishedWeeks.Read(digests)?.Find(week.Label) is not { } entry || Read(digests, entry.Data) is not { } read)
            return [];
        if (await archive.PublicationAsync(week.Label, cancellation) is not { Finished: true } publication)
            return [];
        var articles = RepeatedLines.LeftOut(WeekArticles.Fold(await archive.ArticlesAsync(week.Window, cancellation), sources));
        var changed = (await Corrections.FindAsync(archive, week.Window, publication.Published, cancellation)).Select(correction => correction.Article.Url).ToHashSet(StringComparer.Ordinal);
        var held = articles.ToDictionary(article => article.Url, StringComparer.Ordinal);
        return [.. Items(read, held, publication.Anchors), .. Quotations(read, held, changed)];
    }

    private static IEnumerable<Finding> Items((DigestData Data, JsonPlaces Places) read, Dictionary<string, Article> held, Anchors anchors)
    {
        for (var at = 0; at < read.Data.Items.Count; at++)
        {
            var item = read.Data.Items[at];
            if (!held.ContainsKey(item.Url))
                yield return read.Places.Finding(JsonPath.At("items", at), $"the archive holds no article {item.Url} in this week");
            else if (anchors.Items.GetValueOrDefault(item.Url) != item.Id)
                yield return read.Places.Finding(JsonPath.At("items", at), $"the archive keeps the anchor '{anchors.Items.GetValueOrDefault(item.Url)}' for {item.Url}, not '{item.Id}'");
        }
    }

    private static IEnumerable<Finding> Quotations((DigestData Data, JsonPlaces Places) read, Dictionary<string, Article> held, HashSet<string> changed)
    {
        var urls = read.Data.Items.ToDictionary(item => item.Id, item => item.Url, StringComparer.Ordinal);
        for (var at = 0; at < read.Data.Claims.Count; at++)
            foreach (var piece in read.Data.Claims[at].Evidence)
                if (urls.TryGetValue(piece.Item, out var url) && held.TryGetValue(url, out var article) && !changed.Contains(url) && !Says(article, piece))
                    yield return read.Places.Finding(JsonPath.At("claims", at), $"'{piece.Quotation}' does not stand in the {piece.Passage} of {piece.Item} in the archive");
    }

    private static bool Says(Article article, DataEvidence piece)
    {
        var whole = piece.Passage == "title" ? article.Title : article.Text;
        return piece.Start >= 0 && piece.Start <= whole.Length && whole.AsSpan(piece.Start).StartsWith(piece.Quotation, StringComparison.Ordinal);
    }

    /// <summary>Null where there is no such file or it is another version's: the check of the files says so.</summary>
    private static (DigestData Data, JsonPlaces Places)? Read(string digests, string path)
    {
        try
        {
            return new DigestFolder(digests).Text(path) is { } json ? (DigestJson.Read<DigestData>(json), new JsonPlaces(path, json)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
