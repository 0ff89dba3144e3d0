using Pipeline.Analysis;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

public class ComputedClaimTests
{
    private static readonly WeekNews News = SomeWeek.News("en");
    private static readonly IReadOnlyDictionary<string, Article> Articles = News.Articles.ToDictionary(article => article.Id);
    private static readonly string[] All = [.. News.Articles.Select(article => article.Id)];
    private static readonly string[] Atlas = [.. All.Take(3)];

    [Theory]
    [InlineData("The week brought 16 items.", Measure.Items, 16)]
    [InlineData("本周共收录 16 条消息。", Measure.Items, 16)]
    [InlineData("They come from 9 publishers.", Measure.Publishers, 9)]
    [InlineData("来自 9 家发布方。", Measure.Publishers, 9)]
    [InlineData("They came by 9 sources.", Measure.Sources, 9)]
    [InlineData("They tell eight stories.", Measure.Stories, 8)]
    [InlineData("They make up 3 themes in 2026-W06.", Measure.Themes, 3)]
    [InlineData("They are in 2 languages.", Measure.Languages, 2)]
    public void A_figure_that_counts_right_passes(string text, Measure measure, int value) =>
        Assert.Empty(Examine(text, new Figure(measure, value, All)).Reasons);

    [Theory]
    [InlineData("The week brought 17 items.", Measure.Items, 17, "17 items are stated, 16 counted")]
    [InlineData("The week brought 17 items.", Measure.Items, 16, "the number 17 is none of the claim's figures")]
    [InlineData("本周共收录十七条消息。", Measure.Items, 16, "the number 17 is none of the claim's figures")]
    [InlineData("They come from 16 publishers.", Measure.Items, 16, "the number 16 is no count of publishers")]
    [InlineData("来自 16 家发布方。", Measure.Items, 16, "the number 16 is no count of publishers")]
    [InlineData("They come from 10 publishers.", Measure.Publishers, 10, "10 publishers are stated, 9 counted")]
    [InlineData("They tell 9 stories.", Measure.Stories, 9, "9 stories are stated, 8 counted")]
    [InlineData("They make up 4 themes.", Measure.Themes, 4, "4 themes are stated, 3 counted")]
    [InlineData("They are in 3 languages.", Measure.Languages, 3, "3 languages are stated, 2 counted")]
    [InlineData("The 16 items praise Halden.", Measure.Items, 16, "the name Halden is not of the week")]
    [InlineData("The 16 items are “splendid”.", Measure.Items, 16, "the quotation 'splendid' is no title of an article that the claim names")]
    [InlineData("There were 16 items, up 5%.", Measure.Items, 16, "the number 5 is none of the claim's figures")]
    public void A_figure_that_counts_wrong_is_refused(string text, Measure measure, int value, string reason) =>
        Assert.Contains(reason, Examine(text, new Figure(measure, value, All)).Reasons);

    [Fact]
    public void An_article_of_another_week_counts_for_nothing()
    {
        var verdict = Examine("The week brought 1 item.", new Figure(Measure.Items, 1, ["elsewhere"]));

        Assert.Contains("the article elsewhere is not of the week", verdict.Reasons);
        Assert.Contains("1 items are stated, 0 counted", verdict.Reasons);
    }

    [Fact]
    public void The_numbers_in_a_named_articles_title_are_no_figures()
    {
        var claim = Computed("The story told most widely is “Quillon's Atlas 3 goes on sale”, by 3 publishers.", new Figure(Measure.Publishers, 3, Atlas));

        Assert.False(GroundingGate.Examine(claim, Articles, News).Accepted);
        Assert.Empty(GroundingGate.Examine(claim with { Articles = Atlas }, Articles, News).Reasons);
    }

    [Theory]
    [InlineData("Models and prices; Rules; Chips", true)]
    [InlineData("Models and prices and Rules", true)]
    [InlineData("Models and prices; Robots", false)]
    [InlineData("Chips surge", false)]
    [InlineData("News", false)]
    public void A_headline_is_made_of_the_themes_names(string text, bool accepted)
    {
        var claim = new Claim { Id = "headline", Kind = ClaimKind.Headline, Text = text, Language = "en", Articles = All };

        Assert.Equal(accepted, GroundingGate.Examine(claim, Articles, News).Accepted);
    }

    [Fact]
    public void A_headline_names_no_theme_of_which_it_has_no_article()
    {
        var claim = new Claim { Id = "headline", Kind = ClaimKind.Headline, Text = "Models and prices; Chips", Language = "en", Articles = Atlas };

        Assert.False(GroundingGate.Examine(claim, Articles, News).Accepted);
    }

    [Fact]
    public void Without_the_week_the_text_is_still_held_against_the_figures()
    {
        var claim = Computed("The week brought 16 items.", new Figure(Measure.Items, 16, All));

        Assert.True(GroundingGate.Examine(claim, Articles, news: null).Accepted);
        Assert.False(GroundingGate.Examine(claim with { Text = "The week brought 15 items." }, Articles, news: null).Accepted);
    }

    private static Verdict Examine(string text, Figure figure) => GroundingGate.Examine(Computed(text, figure), Articles, News);

    private static Claim Computed(string text, params Figure[] figures) =>
        new() { Id = "intro-1", Kind = ClaimKind.Computed, Text = text, Language = "en", Figures = figures };
}
