using System.Text.Json;
using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>What is wrong in an archive: which row, and what of it.</summary>
internal sealed record Damage(string Where, string What);

/// <summary>Reads every row of an archive, and holds against each other what is kept twice.</summary>
/// <param name="digests">Where what a week's claims cite is read.</param>
internal sealed class ArchiveCheck(Session session, string digests, IProgress<Progress> progress)
{
    private const int RowsToTell = 1000;

    private readonly List<Damage> found = [];

    /// <summary>The items of the published weeks, by canonical URL, until an article is seen that has it.</summary>
    private readonly Dictionary<string, List<string>> shown = new(StringComparer.Ordinal);

    /// <summary>Those of which a claim cites the text, where the others' texts and older addresses were let go of; until an article is seen that has it.</summary>
    private readonly Dictionary<string, List<string>> cited = new(StringComparer.Ordinal);

    public static async Task<IReadOnlyList<Damage>> RunAsync(Session session, string digests, IProgress<Progress> progress)
    {
        var check = new ArchiveCheck(session, digests, progress);
        foreach (var said in await session.Dialect.DamageAsync(session))
            check.found.Add(new Damage("database", said));
        await check.DocumentsAsync();
        await check.EntriesAsync();
        await check.RevisionsAsync();
        check.found.AddRange(check.shown.SelectMany(item => item.Value.Select(place => new Damage(place, $"the article {item.Key} is not in the archive"))));
        check.found.AddRange(check.cited.SelectMany(item => item.Value.Select(place => new Damage(place, $"the text of {item.Key}, which a claim cites, is not in the archive"))));
        return check.found;
    }

    private async Task DocumentsAsync()
    {
        await EachAsync("visit", row => Same(Document.Read<Visit>(row.Text("document")).Feed, row.Text("feed"), "its feed"));
        await EachAsync("host", row => Same(Document.Read<WebHost>(row.Text("document")).Origin, row.Text("origin"), "its origin"));
        await EachAsync("reply", row => Same(Document.Read<ModelReply>(row.Text("document")).Request, row.Text("request"), "its request"));
        await EachAsync("publication", row =>
        {
            var publication = Document.Read<Publication>(row.Text("document"));
            if (publication is { Finished: true, Pruned: null })
                foreach (var (url, anchor) in publication.Anchors.Items)
                    Expect(shown, url, $"{publication.Week} {anchor}");
            else if (publication.Finished)
                foreach (var evidence in Evidence(publication.Week).DistinctBy(evidence => evidence.Url))
                    Expect(cited, evidence.Url, $"{publication.Week} {evidence.Item}");
            return Same(publication.Week.ToString(), row.Text("week"), "its week");
        });
    }

    private async Task EntriesAsync()
    {
        await EachAsync("entry", row => Same(EntryKey.Of(row.Text("feed"), row.Text("id")), row.Text("entry_key"), "its key"));
        var headless = await session.QueryAsync<string>(
            "SELECT e.entry_key FROM entry e LEFT JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest WHERE r.entry_key IS NULL ORDER BY 1");
        found.AddRange(headless.Select(key => new Damage($"entry {key}", "its newest revision is missing")));
        var orphans = await session.QueryAsync<string>(
            "SELECT DISTINCT r.entry_key FROM revision r LEFT JOIN entry e ON e.entry_key = r.entry_key WHERE e.entry_key IS NULL ORDER BY 1");
        found.AddRange(orphans.Select(key => new Damage($"revision {key}", "its entry is missing")));
        var astray = await session.QueryPreparedAsync(
            "SELECT e.entry_key, e.url, e.published, r.article FROM entry e JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest ORDER BY 1",
            reader => (Key: reader.GetString(0), Fault: Fault(() => Agrees(reader.GetString(1), reader.GetString(2), reader.GetString(3)))));
        found.AddRange(astray.Where(row => row.Fault is not null).Select(row => new Damage($"entry {row.Key}", row.Fault!)));
    }

    private Task RevisionsAsync() => EachAsync("revision", row =>
    {
        _ = Document.Read<Entry>(row.Text("entry"));
        var article = Document.Read<Article>(row.Text("article"));
        shown.Remove(article.Url);
        if (article.Text.Length > 0)
            cited.Remove(article.Url);
        return null;
    });

    private static void Expect(Dictionary<string, List<string>> expected, string url, string place) =>
        (expected.TryGetValue(url, out var places) ? places : expected[url] = []).Add(place);

    /// <summary>What the week's claims cite of the texts; a title never goes.</summary>
    private IEnumerable<PublishedEvidence> Evidence(WeekLabel week)
    {
        try
        {
            return (PublishedClaims.Read(digests, week) ?? []).SelectMany(claim => claim.Evidence).Where(evidence => evidence is { Passage: not "title", Url.Length: > 0 });
        }
        catch (TroubleException)
        {
            // A damaged file below digests/ is no damage of the archive; 'pipeline check' tells it.
            return [];
        }
    }

    private static string? Agrees(string url, string published, string document)
    {
        var article = Document.Read<Article>(document);
        return Same(article.Url, url, "its URL") ?? Same(InstantText.Of(article.Published), published, "its date");
    }

    private async Task EachAsync(string table, Func<Row, string?> fault)
    {
        var done = 0;
        var total = await session.FirstAsync<int>($"SELECT COUNT(*) FROM {table}");
        await foreach (var columns in session.RowsAsync(table))
        {
            if (Fault(() => fault(new Row(columns))) is { } what)
                found.Add(new Damage($"{table} {columns[0].Value}", what));
            if (++done % RowsToTell == 0 || done == total)
                progress.Report(new Progress("verify", done, total, table));
        }
    }

    private static string? Fault(Func<string?> examine)
    {
        try
        {
            return examine();
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return $"its document can't be read: {exception.Message}";
        }
    }

    private static string? Same(string inDocument, string inColumn, string what) =>
        inDocument == inColumn ? null : $"{what} is '{inColumn}' in the table and '{inDocument}' in its document";

    private readonly struct Row((string Name, object? Value)[] columns)
    {
        public string Text(string name) => columns.First(column => column.Name == name).Value as string ?? throw new FormatException($"{name} is no text");
    }
}
