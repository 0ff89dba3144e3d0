using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CodeHollow.FeedReader;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Host.Demo;

namespace Pipeline.Tests.Host.Demo;

public sealed class DemoFeedTests
{
    private static readonly DemoWeek _week = DemoWeek.Load();

    public static TheoryData<string> Feeds => [.. _week.Publishers.Where(publisher => publisher.Publisher.Status == 200).Select(publisher => publisher.Publisher.Host)];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Every_item_is_in_its_feed_under_its_title_and_link(string host)
    {
        var (publisher, items) = Publisher(host);
        var entries = Entries(publisher);

        Assert.Equal(items.Select(item => item.Title), entries.Select(entry => entry.Title));
        Assert.Equal(items.Select(item => item.Url), entries.Select(entry => Absolute(publisher, entry.Link)));
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Every_item_has_its_instant_in_its_feed_and_one_that_is_undated_has_none(string host)
    {
        var (publisher, items) = Publisher(host);

        Assert.Equal(items.Select(item => item.Dated ? item.Published : (DateTimeOffset?)null), Entries(publisher).Select(entry => Instant(entry.Date)));
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Every_item_has_its_summary_in_its_feed(string host)
    {
        var (publisher, items) = Publisher(host);

        foreach (var (item, entry) in items.Zip(Entries(publisher)))
            Assert.Contains(publisher.Host == "yanting.example" ? item.Paragraphs[0] : item.Summary, entry.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void All_forms_of_feed_are_there()
    {
        var forms = _week.Publishers.Where(publisher => publisher.Items.Count > 0).SelectMany(publisher => Form(publisher.Publisher)).ToHashSet();

        Assert.Superset(new HashSet<string> { "rss", "rss with content", "rss with dc:date", "atom", "rdf", "json" }, forms);
    }

    private static string[] Form(DemoPublisher publisher)
    {
        var text = Text(publisher);
        if (text.StartsWith('{'))
            return ["json"];
        if (text.Contains("<rdf:RDF", StringComparison.Ordinal))
            return ["rdf"];
        if (text.Contains("<feed", StringComparison.Ordinal))
            return ["atom"];
        return ["rss", text.Contains("<content:", StringComparison.Ordinal) ? "rss with content" : "", text.Contains("<dc:date>", StringComparison.Ordinal) ? "rss with dc:date" : ""];
    }

    private static (DemoPublisher Publisher, IReadOnlyList<DemoItem> Items) Publisher(string host) =>
        _week.Publishers.Single(publisher => publisher.Publisher.Host == host);

    private static string Text(DemoPublisher publisher) =>
        Encoding.GetEncoding(publisher.Encoding).GetString(_week.At(new DemoAddress(publisher.Host, publisher.FeedPath)).Body.Span);

    private static List<(string Title, string Link, string? Date, string Said)> Entries(DemoPublisher publisher)
    {
        var text = Text(publisher);
        if (text.StartsWith('{'))
            return [.. JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray().Select(item => (
                item.GetProperty("title").GetString()!, item.GetProperty("url").GetString()!,
                item.GetProperty("date_published").GetString(), item.GetProperty("summary").GetString()!))];
        return [.. FeedReader.ReadFromString(text).Items.Select(item => (
            item.Title, item.Link, Date(item), System.Net.WebUtility.HtmlDecode(item.Description + item.Content)))];
    }

    /// <summary>The reader does not map dc:date in RSS 2.0, nor the date of an Atom entry that was only updated.</summary>
    private static string? Date(FeedItem item) =>
        item.PublishingDateString ?? (item.SpecificItem as AtomFeedItem)?.UpdatedDateString
        ?? item.SpecificItem.Element.Element(XName.Get("date", "http://purl.org/dc/elements/1.1/"))?.Value;

    private static DateTimeOffset? Instant(string? date) =>
        date is null ? null : DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>As a reader would: resolved against the feed, without trackers.</summary>
    private static string Absolute(DemoPublisher publisher, string link) =>
        new Uri(new Uri($"https://{publisher.Host}{publisher.FeedPath}"), link).GetLeftPart(UriPartial.Path);
}
