using Pipeline.Host.Demo;

namespace Pipeline.Tests.Host.Demo;

public sealed class NewsFileTests
{
    private static readonly DemoPublisher _publisher = new() { Host = "lab.example", Offset = "+08:00" };

    [Fact]
    public void An_item_is_a_title_its_keys_and_its_paragraphs()
    {
        var item = Assert.Single(Read("<!-- for\neditors -->\n# A: title\npath: /a\npublished: 2026-02-03 09:30\ncategories: One, Two\n\nFirst.\n\nSecond.\n"));

        Assert.Equal("A: title", item.Title);
        Assert.Equal("https://lab.example/a", item.Url);
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 1, 30, 0, TimeSpan.Zero), item.Published);
        Assert.Equal(["One", "Two"], item.Categories);
        Assert.Equal(["First.", "Second."], item.Paragraphs);
        Assert.Equal("First.", item.Summary);
    }

    [Theory]
    [InlineData("# T\npath: /a\npublished: 2026-02-03 09:30\npubished: 2026\n\nText.", "pubished")]
    [InlineData("# T\npath: /a\npath: /b\npublished: 2026-02-03 09:30\n\nText.", "path: /b")]
    [InlineData("# T\npublished: 2026-02-03 09:30\n\nText.", "'T' has no path")]
    [InlineData("# T\npath: /a\npublished: 2026-02-03 09:30\n", "'T' has no text")]
    public void A_mistake_is_named(string text, string named)
    {
        var mistake = Assert.Throws<FormatException>(() => Read(text));

        Assert.Contains(named, mistake.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<DemoItem> Read(string text) => new NewsFile(_publisher).Read(text);
}
