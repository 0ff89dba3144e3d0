using Pipeline.Analysis;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

public class EvidenceTests
{
    private static readonly WeekNews News = SomeWeek.News("en");
    private static readonly IReadOnlyDictionary<string, Article> Articles = News.Articles.ToDictionary(article => article.Id);
    private static readonly Article Atlas = News.Articles[0];
    private static readonly Evidence Opening = new(Atlas.Id, Passage.Text, 0, Atlas.Text[..Atlas.Text.IndexOf('\n')]);

    [Fact]
    public void A_quotation_at_its_place_is_evidence() => Assert.Empty(Examine(Opening).Reasons);

    [Fact]
    public void A_title_is_evidence() => Assert.Empty(Examine(new Evidence(Atlas.Id, Passage.Title, 0, Atlas.Title)).Reasons);

    [Fact]
    public void One_place_off_is_no_evidence() =>
        Assert.Contains("does not stand at place 1", Assert.Single(Examine(Opening with { Start = 1 }).Reasons));

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_place_outside_the_text_is_no_evidence(int place) => Assert.False(Examine(Opening with { Start = place }).Accepted);

    [Fact]
    public void A_letter_changed_is_no_evidence() =>
        Assert.False(Examine(Opening with { Quotation = Opening.Quotation.Replace("$4", "$5", StringComparison.Ordinal) }).Accepted);

    [Fact]
    public void An_article_that_is_not_of_the_week_is_no_evidence() =>
        Assert.Equal(["the article elsewhere is not of the week"], Examine(Opening with { Article = "elsewhere" }).Reasons);

    [Theory]
    [InlineData(ClaimKind.Case)]
    [InlineData(ClaimKind.Impact)]
    [InlineData(ClaimKind.Advice)]
    [InlineData(ClaimKind.Signal)]
    [InlineData(ClaimKind.Editor)]
    public void A_claim_that_cites_nothing_is_refused(ClaimKind kind) =>
        Assert.Equal(["the claim cites nothing"], GroundingGate.Examine(Claim(Opening) with { Kind = kind, Evidence = [] }, Articles, News).Reasons);

    [Fact]
    public void Without_texts_the_sentence_is_still_held_against_its_quotations()
    {
        var week = WeekTally.Of(News);
        var claim = Claim(Opening);

        Assert.True(GroundingGate.Examine(claim, week).Accepted);
        Assert.False(GroundingGate.Examine(claim with { Text = "Halden opened Atlas 3." }, week).Accepted);
        Assert.False(GroundingGate.Examine(claim with { Evidence = [Opening with { Article = "elsewhere" }] }, week).Accepted);
    }

    private static Verdict Examine(Evidence evidence) => GroundingGate.Examine(Claim(evidence), Articles, News);

    private static Claim Claim(Evidence evidence) =>
        new() { Id = "t1-case-1", Kind = ClaimKind.Case, Text = evidence.Quotation, Language = "en", Evidence = [evidence] };
}
