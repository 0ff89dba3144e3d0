using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using System.Xml.Schema;
using Pipeline.Digests;
using Pipeline.Digests.Checking;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

public class FeedWriterTests
{
    private static readonly Uri Root = new("https://site.example/weekly/");
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void Without_an_address_there_are_no_feeds() =>
        Assert.DoesNotContain(SampleWeek.Files("zh-CN"), file => file.Path is "feed.json" or "atom.xml");

    /// <summary>What jsonfeed.org/version/1.1 requires: version, title, and of each item an id and content; addresses in full.</summary>
    [Fact]
    public void The_JSON_feed_has_what_its_specification_asks_for()
    {
        var feed = JsonElement.Parse(File("feed.json"));
        var item = Assert.Single(feed.GetProperty("items").EnumerateArray());

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal("本周 AI 周报", feed.GetProperty("title").GetString());
        Assert.Equal("https://site.example/weekly/feed.json", feed.GetProperty("feed_url").GetString());
        Assert.Equal("https://site.example/weekly/archive/", feed.GetProperty("home_page_url").GetString());
        Assert.Equal("tag:site.example,2026-02-06:2026-W06", item.GetProperty("id").GetString());
        Assert.Equal("https://site.example/weekly/2026-W06/", item.GetProperty("url").GetString());
        Assert.Equal("2026-02-06T10:00:00Z", item.GetProperty("date_published").GetString());
        Content(item.GetProperty("content_html").GetString()!);
    }

    /// <summary>RFC 4287: id, title, updated and an author for the feed; id, title, updated for an entry; each once.</summary>
    [Fact]
    public void The_Atom_feed_has_what_its_specification_asks_for()
    {
        var feed = XDocument.Parse(File("atom.xml")).Root!;
        var entry = Assert.Single(feed.Elements(Atom + "entry"));

        foreach (var (parent, name) in new[] { "id", "title", "updated", "author" }.Select(name => (feed, name)).Concat(new[] { "id", "title", "updated", "content" }.Select(name => (entry, name))))
            Assert.NotEqual("", Assert.Single(parent.Elements(Atom + name)).Value);
        Assert.Equal("https://site.example/weekly/atom.xml", feed.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
        Assert.Equal("https://site.example/weekly/2026-W06/", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Content(entry.Element(Atom + "content")!.Value);
    }

    [Fact]
    public void The_JSON_feed_keeps_to_its_schema()
    {
        var schema = JsonElement.Parse(Cases.Read("tests", "Cases", "sites", "feeds", "jsonfeed.schema.json"));
        var feed = File("feed.json");

        Assert.Empty(SchemaCheck.Run(schema, JsonElement.Parse(feed), new JsonPlaces("feed.json", feed)));
        var broken = feed.Replace("2026-02-06T10:00:00Z", "2026-02-06", StringComparison.Ordinal);
        Assert.Contains("date_published", Assert.Single(SchemaCheck.Run(schema, JsonElement.Parse(broken), new JsonPlaces("feed.json", broken))).What, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Atom_feed_keeps_to_its_schema()
    {
        Assert.Empty(Mistakes(File("atom.xml")));
        Assert.NotEmpty(Mistakes(File("atom.xml").Replace("<updated>2026-02-06T10:00:00Z", "<updated>2026-02-06", StringComparison.Ordinal)));
        Assert.NotEmpty(Mistakes(File("atom.xml").Replace("rel=\"self\"", "rel=\"own\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Our_own_reader_lists_the_same_entries_from_both()
    {
        var (json, atom) = (Read("feed.json"), Read("atom.xml"));

        Assert.Equal(json, atom);
        Assert.Equal(("tag:site.example,2026-02-06:2026-W06", "https://site.example/weekly/2026-W06/"), (Assert.Single(json).Item1, json[0].Item2));
    }

    [Fact]
    public void A_week_published_before_stays_in_the_feeds_with_its_text()
    {
        var first = Manifest.Parse(File("manifest.json"));
        var digest = SampleWeek.Digest("zh-CN");
        var later = digest with { News = digest.News with { Week = WeekRule.Default.WeekOf(WeekLabel.Parse("2026-W07")) } };
        var files = DigestWriter.Write(later, SampleWeek.Anchors, Site, SampleWeek.Templates("zh-CN"), first, path => path == "2026-W06/index.md" ? File(path) : null);
        var items = JsonElement.Parse(Encoding.UTF8.GetString(files.Single(file => file.Path == "feed.json").Content)).GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal(["tag:site.example,2026-02-13:2026-W07", "tag:site.example,2026-02-06:2026-W06"], items.Select(item => item.GetProperty("id").GetString()));
        Assert.Contains("证据链", items[1].GetProperty("content_html").GetString(), StringComparison.Ordinal);
    }

    /// <summary>What the schema of our Atom feeds says against one.</summary>
    internal static List<string> Mistakes(string atom)
    {
        var mistakes = new List<string>();
        var schemas = new XmlSchemaSet();
        foreach (var file in new[] { "xml.xsd", "atom.xsd" })
            schemas.Add(null, Cases.Folder("sites", "feeds", file));
        XDocument.Parse(atom).Validate(schemas, (_, mistake) => mistakes.Add(mistake.Message));
        return mistakes;
    }

    private static Site Site => new() { Url = Root };

    private static void Content(string html)
    {
        Assert.DoesNotContain("<h1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"..", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://site.example/weekly/weekly_news/ai_news_2026-W06/#n", html, StringComparison.Ordinal);
        Assert.Contains("证据链", html, StringComparison.Ordinal);
    }

    private static (string?, string?, string?)[] Read(string path) =>
        [.. global::Pipeline.Feeds.FeedParser.Parse(Encoding.UTF8.GetBytes(File(path)), url: Root).Entries.Select(entry => (entry.Id, entry.Url, entry.Title))];

    private static string File(string path) => Encoding.UTF8.GetString(DigestWriter
        .Write(SampleWeek.Digest("zh-CN"), SampleWeek.Anchors, Site, SampleWeek.Templates("zh-CN"), null).Single(file => file.Path == path).Content);
}
