using Pipeline.Clipping;
using Pipeline.Model;

namespace Pipeline.Tests.Clipping;

public class SelectorTests
{
    private const string Page = """
        <html lang="en"><head><title>Lumevale opens a lab</title></head><body>
        <div class="story"><p>The long story beside it is about ports, ships and cranes, and fills most of the page with running text.</p>
        <p>It goes on about harbours, their masters and their tugs, for as long as anybody would care to read about them.</p></div>
        <div class="letter"><h2>What it means</h2><nav>Home and news</nav><script>var a = "script text";</script>
        <p>Lumevale opened a lab in the north on Tuesday, and forty people work there now.</p>
        <div class="share">Tell it to all your friends.</div></div>
        <span class="note">It plans <b>a sec</b>ond one, the company said on Wednesday morning.</span>
        <div class="letter"><p>The lab will test small models, says its head, before the summer ends.</p><p class="letter">It is open to guests, on every first Monday of the month.</p></div>
        </body></html>
        """;

    private const string Article = "What it means\nLumevale opened a lab in the north on Tuesday, and forty people work there now.\n"
        + "The lab will test small models, says its head, before the summer ends.\nIt is open to guests, on every first Monday of the month.";

    [Fact]
    public void Only_what_the_selector_matches_is_read_in_document_order() => Assert.Equal(Article, Text(".letter"));

    [Fact]
    public void Without_one_the_page_is_weighed() => Assert.Contains("ships and cranes", Text(null), StringComparison.Ordinal);

    [Theory]
    [InlineData(".no-such-class")]
    [InlineData("script")]
    [InlineData("title")]
    [InlineData("p::before")]
    public void Where_it_matches_no_text_the_page_is_weighed(string selector) => Assert.Equal(Text(null), Text(selector));

    [Theory]
    [InlineData(".share", "Tell it to all your friends.")]
    [InlineData("nav", "Home and news")]
    [InlineData("span.note", "It plans a second one, the company said on Wednesday morning.")]
    [InlineData("span.note b", "a sec")]
    [InlineData(".note, .share", "Tell it to all your friends.\nIt plans a second one, the company said on Wednesday morning.")]
    public void What_is_named_is_taken_whatever_it_is_called(string selector, string text) => Assert.Equal(text, Text(selector));

    [Fact]
    public void A_body_that_the_page_states_elsewhere_does_not_count()
    {
        var stated = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + string.Concat(Enumerable.Repeat("Other words stand here. ", 200)) + "\"}</script>";

        Assert.Contains("Other words", Clipper.Clip(Page + stated, null).Text, StringComparison.Ordinal);
        Assert.Equal(Article, Clipper.Clip(Page + stated, null, ".letter").Text);
    }

    [Fact]
    public void A_page_with_an_article_where_the_editor_said_is_no_listing()
    {
        var links = string.Concat(Enumerable.Range(0, 30).Select(at => $"<h3><a href='/{at}'>A headline of several words, number {at}</a></h3>"));

        Assert.Equal(PageKind.Listing, Clipper.Clip($"<body>{links}<div id=lead><p>Ports reopen today, the harbour masters say.</p></div>", null).Kind);
        Assert.Equal(PageKind.Article, Clipper.Clip($"<body>{links}<div id=lead><p>Ports reopen today, the harbour masters say.</p></div>", null, "#lead").Kind);
    }

    [Fact]
    public void A_selector_that_is_none_is_a_trouble() =>
        Assert.Equal("'div[' is no CSS selector", Assert.Throws<TroubleException>(() => Clipper.Clip(Page, null, "div[")).Message);

    [Fact]
    public void A_page_of_matches_only_is_read_in_time() =>
        Assert.Equal(10_000, Clipper.Clip(string.Concat(Enumerable.Repeat("<p>Short words.</p>", 10_000)), null, "p").Text.Split('\n').Length);

    private static string Text(string? selector) => Clipper.Clip(Page, null, selector).Text;
}
