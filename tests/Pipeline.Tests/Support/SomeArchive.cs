using Pipeline.Host.Storage;
using Pipeline.Model;

namespace Pipeline.Tests.Support;

/// <summary>An archive with something in every table.</summary>
internal static class SomeArchive
{
    public const string Feed = "https://north.example/feed.xml";

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Six entries, of which one has a revision and one owes its page; the week that shows the first two is published.</summary>
    public static async Task FillAsync(string location)
    {
        await using var archive = await SqlArchive.OpenAsync(location, None);
        string[] ids = ["1", "2", "中文 😀", "lone \uD800", "nothing \0 at all", "last"];
        foreach (var (id, at) in ids.Select((id, at) => (id, at)))
            await archive.KeepAsync([Keeping(id, at) with { PageDue = at == 5 ? Some.Instant.AddHours(1) : null }], None);
        await archive.KeepAsync([Keeping("1", 0) with { Fingerprint = "another", Seen = Some.Instant.AddDays(3) }], None);
        await archive.SaveVisitAsync(new Visit(Feed, "North") { ETag = "\"é\"" }, None);
        await archive.SaveHostAsync(new WebHost("https://north.example") { Robots = "User-agent: *\n" }, None);
        await archive.SavePublicationAsync(new Publication(Some.Week.Label) { Finished = true, Published = Some.Instant.AddDays(2), Anchors = Anchors.None.WithItems([Url(0), Url(1)]) }, None);
        await archive.KeepReplyAsync(new ModelReply(new string('a', 64)) { Text = "一句话\n", Complete = true }, None);
    }

    public static string Url(int at) => $"https://north.example/{at}";

    private static Keeping Keeping(string id, int at)
    {
        var article = Some.Article($"标题 {at}", "正文。\n\"text\" \0 and \uD800", url: Url(at));
        return new Keeping(Feed, new Entry { Id = id, Url = article.Url, Title = article.Title, Content = "<p>正文</p>" }, "f", article);
    }
}
