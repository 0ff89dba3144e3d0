using Pipeline.Clipping;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Clipping;

public class RepeatedLinesTests
{
    private const string Fixed = "The Courier is read by ninety thousand people.";

    [Fact]
    public void What_stands_on_half_of_a_sites_pages_goes() =>
        Assert.Equal(["a", "b", "c", "d", "e"], Texts(["a\n" + Fixed, Fixed + "\nb", "c\n" + Fixed, "d\n" + Fixed, "e"]));

    [Fact]
    public void Three_pages_are_too_few_to_tell() =>
        Assert.Equal(["a\n" + Fixed, "b\n" + Fixed, "c\n" + Fixed], Texts(["a\n" + Fixed, "b\n" + Fixed, "c\n" + Fixed]));

    [Fact]
    public void Less_than_half_is_no_habit()
    {
        var texts = Enumerable.Range(0, 9).Select(i => i < 4 ? $"{i}\n{Fixed}" : $"{i}").ToArray();
        Assert.Equal(texts, Texts(texts));
    }

    [Fact]
    public void An_article_is_never_emptied() =>
        Assert.Equal([Fixed, "b", "c", "d"], Texts([Fixed, "b\n" + Fixed, "c\n" + Fixed, "d\n" + Fixed]));

    [Fact]
    public void The_same_text_under_many_addresses_is_one_page() =>
        Assert.Equal(Enumerable.Repeat("a\n" + Fixed, 5), Texts([.. Enumerable.Repeat("a\n" + Fixed, 5)]));

    [Fact]
    public void Another_sites_pages_do_not_count()
    {
        var articles = Enumerable.Range(0, 4).Select(i => Some.Article("A title", $"{i}\n{Fixed}", url: $"https://site-{i}.example/a")).ToList();
        Assert.Equal(articles.Select(article => article.Text), RepeatedLines.LeftOut(articles).Select(article => article.Text));
    }

    private static IEnumerable<string> Texts(IReadOnlyList<string> texts) =>
        RepeatedLines.LeftOut([.. texts.Select((text, i) => Some.Article("A title", text, url: $"https://courier.example/{i}"))]).Select(article => article.Text);
}
