using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

public class ExcerptTests
{
    private const string Text = "One fish swims. Two fish sleep.\nThree fish sing. Four fish rest.";

    [Theory]
    [InlineData("Two fish sleep.", null, "Two fish sleep.")]
    [InlineData("Four fish rest.", "One fish swims.", "One fish swims. … Four fish rest.")]
    [InlineData("Three fish sing.", "Two fish sleep.", "Two fish sleep. Three fish sing.")]
    [InlineData("fish sleep.", "Two fish", "Two fish sleep.")]
    [InlineData("sleep.\nThree", null, "sleep. Three")]
    public void What_is_cited_is_shown_in_the_articles_order(string first, string? second, string excerpt)
    {
        var article = Some.Article("Fish", Text);
        var evidence = new[] { first, second }.OfType<string>().Select(quotation => new Evidence(article.Id, Passage.Text, Text.IndexOf(quotation, StringComparison.Ordinal), quotation));

        Assert.Equal(excerpt, Excerpt.Of(article, evidence));
    }

    [Fact]
    public void A_cited_title_alone_leaves_the_beginning_to_be_shown()
    {
        var article = Some.Article("Fish", Text);

        Assert.Equal("One fish swims. Two fish sleep.", Excerpt.Of(article, [new Evidence(article.Id, Passage.Title, 0, "Fish")]));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("  \n ", null)]
    [InlineData("短句一。短句二。短句三。", "短句一。短句二。")]
    public void An_article_that_is_not_cited_shows_its_beginning(string text, string? excerpt) =>
        Assert.Equal(excerpt, Excerpt.Of(Some.Article("Any", text), []));

    [Fact]
    public void A_long_second_sentence_is_left_out() =>
        Assert.Equal("Short one.", Excerpt.Of(Some.Article("Any", "Short one. " + string.Join(' ', Enumerable.Repeat("Word", 60)) + "."), []));

    [Theory]
    [InlineData("word ")]
    [InlineData("长")]
    [InlineData("😀")]
    public void A_long_first_sentence_is_cut_between_words_and_never_within_a_character(string unit)
    {
        var excerpt = Excerpt.Of(Some.Article("Any", string.Concat(Enumerable.Repeat(unit, 5000))), [])!;

        Assert.InRange(excerpt.Length, 150, 200);
        Assert.EndsWith(unit.Trim() + "…", excerpt, StringComparison.Ordinal);
    }
}
