using System.Text.Json;
using Pipeline.Digests;
using Pipeline.Digests.Checking;
using Pipeline.Model;

namespace Pipeline;

/// <summary>Holds a published week against the archive: each item is there, has kept its anchor, and says what is quoted of it.</summary>
/// <remarks>
/// What a publisher changed since is no fault of the digest (<see cref="Corrections"/> tells of it), nor is what came later: which
/// feed's copy is taken, and which lines are left out as a site's repeated ones, may be decided otherwise today, and a feed may date
/// an article anew, into another week. So any copy and any revision vouches for a quotation, line by line, wherever the line stands
/// in it and whenever it was published. Of a week whose texts were let go of, the archive owes what the claims cite.
/// </remarks>
public static class ArchiveComparison
{
    private static readonly Window AllTime = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    /// <returns>Null where there is nothing to compare: the archive does not know of the week's publication (the digests may come from elsewhere), or its data file can't be read.</returns>
    public static async Task<IReadOnlyList<Finding>?> RunAsync(string digests, Week week, IArchive archive, CancellationToken cancellation)
    {
        if (PublishedWeeks.Read(digests)?.Find(week.Label) is not { } entry || Read(digests, entry.Data) is not { } read)
            return null;
        if (await archive.PublicationAsync(week.Label, cancellation) is not { Finished: true } publication)
            return null;
        // Nearly always the week itself answers; the whole archive is read only where it does not.
        return await FindingsAsync(week.Window) is { Count: > 0 } ? await FindingsAsync(AllTime) : [];

        async Task<IReadOnlyList<Finding>> FindingsAsync(Window window)
        {
            var held = await HeldAsync(archive, window, cancellation);
            return [.. Items(read, held, publication), .. Quotations(read, held)];
        }
    }

    private static async Task<ILookup<string, Article>> HeldAsync(IArchive archive, Window window, CancellationToken cancellation)
    {
        var newest = await archive.ArticlesAsync(window, cancellation);
        var revisions = await archive.RevisionsAsync(window, DateTimeOffset.MinValue, cancellation);
        return newest.Concat(revisions.Select(revision => revision.Article)).ToLookup(article => article.Url, StringComparer.Ordinal);
    }

    private static IEnumerable<Finding> Items((DigestData Data, JsonPlaces Places) read, ILookup<string, Article> held, Publication publication)
    {
        var (anchors, cited) = (publication.Anchors.Items, read.Data.Claims.SelectMany(claim => claim.Evidence).Select(piece => piece.Item).ToHashSet(StringComparer.Ordinal));
        for (var at = 0; at < read.Data.Items.Count; at++)
        {
            var item = read.Data.Items[at];
            if (!held.Contains(item.Url) && (publication.Pruned is null || cited.Contains(item.Id)))
                yield return read.Places.Finding(JsonPath.At("items", at), $"the archive holds no article {item.Url}");
            else if (anchors.GetValueOrDefault(item.Url) != item.Id)
                yield return read.Places.Finding(JsonPath.At("items", at), $"the archive keeps the anchor '{anchors.GetValueOrDefault(item.Url)}' for {item.Url}, not '{item.Id}'");
        }
    }

    /// <remarks>An item that is not held at all is told already, and that an id stands twice by the check of the files.</remarks>
    private static IEnumerable<Finding> Quotations((DigestData Data, JsonPlaces Places) read, ILookup<string, Article> held)
    {
        var urls = read.Data.Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, item => item.Url, StringComparer.Ordinal);
        for (var at = 0; at < read.Data.Claims.Count; at++)
            foreach (var piece in read.Data.Claims[at].Evidence)
                if (urls.TryGetValue(piece.Item, out var url) && held.Contains(url) && !held[url].Any(copy => Says(copy, piece)))
                    yield return read.Places.Finding(JsonPath.At("claims", at), $"'{piece.Quotation}' does not stand in the {piece.Passage} of {piece.Item} in the archive");
    }

    private static bool Says(Article copy, DataEvidence piece)
    {
        var whole = piece.Passage == "title" ? copy.Title : copy.Text;
        return piece.Quotation.Split('\n').All(line => whole.Contains(line, StringComparison.Ordinal));
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
