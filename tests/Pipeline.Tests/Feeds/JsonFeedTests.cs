using System.Text;
using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Tests.Feeds;

public class JsonFeedTests
{
    private const string Version1 = "\"version\": \"https://jsonfeed.org/version/1\"";

    private static Feed Parse(string text) => FeedParser.Parse(Encoding.UTF8.GetBytes(text));

    private static Entry Item(string inside) => Assert.Single(Parse($$"""{{{Version1}}, "items": [{ {{inside}} }]}""").Entries);

    [Fact]
    public void Version_1_0_has_one_author() => Assert.Equal("Ana Ruiz", Item("""
        "id": "1", "author": {"name": "Ana Ruiz"}
        """).Author);

    [Fact]
    public void The_feed_s_author_is_that_of_items_without_one() =>
        Assert.Equal("Ana Ruiz", Assert.Single(Parse($$"""{{{Version1}}, "author": {"name": "Ana Ruiz"}, "items": [{"id": "1"}]}""").Entries).Author);

    [Fact]
    public void Numbers_and_other_wrong_kinds_do_no_harm()
    {
        var entry = Item("""
            "id": 7, "url": {}, "title": null, "date_published": 1770372000, "tags": [1, null, "AI"], "authors": "Ana", "attachments": [3]
            """);
        Assert.Equal(("7", null, null), (entry.Id, entry.Url, entry.Title));
        Assert.Equal(new DateTimeOffset(2026, 2, 6, 10, 0, 0, TimeSpan.Zero), entry.Published);
        Assert.Contains("AI", entry.Categories);
    }

    [Fact]
    public void A_recording_is_the_address_of_an_item_without_a_page() => Assert.Equal("https://a.example/1.mp3", Item("""
        "id": "1", "attachments": [{"url": "https://a.example/1.mp3", "mime_type": "audio/mpeg"}]
        """).Url);

    [Fact]
    public void A_feed_that_forgot_its_version_is_known_by_its_items() =>
        Assert.Equal("One", Assert.Single(Parse("""{"items": [{"id": "1", "title": "One", "content_text": "x"}]}""").Entries).Title);

    [Theory]
    [InlineData("""{"id": "1", "title": "One"},""")]
    [InlineData("""{"id": "1", "title": "One"}, {"id": "2", "title": "Tw""")]
    [InlineData("""{"id": "1", "title": "One", "authors": [{"name": "Ana"}]}, {"id": "2\""")]
    public void What_is_cut_off_keeps_its_whole_items(string items) =>
        Assert.Equal("One", Assert.Single(Parse($$"""{{{Version1}}, "items": [{{items}}""").Entries).Title);

    [Fact]
    public void Line_breaks_in_strings_and_junk_behind_the_end_are_forgiven() => Assert.Equal(
        "One two",
        Assert.Single(Parse("{" + Version1 + ", \"items\": [{\"id\": \"1\", \"title\": \"One\ntwo\u0001\", \"content_text\": \"a\\\"b\"}]}\n<script>count({})</script>").Entries).Title);

    [Fact]
    public void Half_a_character_is_marked_as_lost() => Assert.Equal("One \uFFFD, 😀 \\ud83d", Item("""
        "id": "1", "title": "One \ud83d, \ud83d\ude00 \\ud83d"
        """).Title);
}
