using System.Text;
using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Tests.Digests;
using Pipeline.Tests.Support;

namespace Pipeline.Tests;

/// <summary>What counts as changed or withdrawn after publication, and how a digest tells of it.</summary>
public class CorrectionsTests
{
    private static readonly DateTimeOffset Published = Some.Week.Window.End;
    private static readonly Article Article = Some.Article("A plant opens", "It opened.");

    [Fact]
    public void An_article_that_reads_otherwise_is_changed_on_the_day_of_its_last_change()
    {
        var correction = Assert.Single(Of(Article, (1, Article with { Text = "It did not open." }), (2, Article with { Text = "It opens in May." }), (3, Article with { Text = "It opens in May.", Byline = "A. Writer" })));

        Assert.Equal((CorrectionKind.Changed, Published.AddDays(2), "It opens in May."), (correction.Kind, correction.Seen, correction.Article.Text));
    }

    [Fact]
    public void A_page_that_is_gone_is_withdrawn()
    {
        var correction = Assert.Single(Of(Article, (1, Article with { Origin = TextOrigin.Entry, Text = "", PageGone = Published.AddDays(1) })));

        Assert.Equal(CorrectionKind.Withdrawn, correction.Kind);
    }

    [Theory]
    [InlineData("WITHDRAWN: A plant opens", CorrectionKind.Withdrawn)]
    [InlineData("[Retracted] A plant opens", CorrectionKind.Withdrawn)]
    [InlineData("【已撤回】工厂开业", CorrectionKind.Withdrawn)]
    [InlineData("撤稿：工厂开业", CorrectionKind.Withdrawn)]
    [InlineData("Retractable roofs for plants", CorrectionKind.Changed)]
    [InlineData("A plant opens, an offer is withdrawn", CorrectionKind.Changed)]
    public void An_entry_that_is_marked_so_is_withdrawn(string title, CorrectionKind kind) =>
        Assert.Equal(kind, Assert.Single(Of(Article, (1, Article with { Title = title }))).Kind);

    [Fact]
    public void What_says_nothing_else_than_before_is_no_correction()
    {
        Assert.Empty(Of(Article, (1, Article with { Byline = "A. Writer" })));
        // Taken back.
        Assert.Empty(Of(Article, (1, Article with { Text = "It did not open." }), (2, Article)));
        // The page could not be had this time: the feed's own text stands in.
        Assert.Empty(Of(Article, (1, Article with { Origin = TextOrigin.Entry, Text = "Short." })));
        // It was not there from the first.
        Assert.Empty(Of(Article with { PageGone = Published }, (1, Article with { PageGone = Published.AddDays(1) })));
    }

    [Fact]
    public void An_article_that_came_late_or_changed_before_publication_is_none()
    {
        Assert.Empty(Corrections.Of([new Revision("f", "e", 1, Published.AddDays(1), Article), new Revision("f", "e", 2, Published.AddDays(2), Article with { Title = "Other" })], Published));
        Assert.Empty(Of(Article, (-1, Article with { Title = "Other" }), (0, Article with { Title = "Another" })));
    }

    [Fact]
    public void Two_feeds_that_carry_it_make_one_correction_and_the_graver_counts()
    {
        Revision[] revisions =
        [
            new("a", "e", 1, Published, Article), new("a", "e", 2, Published.AddDays(2), Article with { Text = "Other." }),
            new("b", "e", 1, Published, Article), new("b", "e", 2, Published.AddDays(1), Article with { PageGone = Published.AddDays(1) }),
        ];

        Assert.Equal(CorrectionKind.Withdrawn, Assert.Single(Corrections.Of(revisions, Published)).Kind);
        Assert.Equal(Corrections.Of(revisions, Published), Corrections.Of(revisions.Reverse(), Published));
    }

    [Theory]
    [InlineData("zh-CN", "更正（2026-02-09）：本期发布后有改动的报道：[海潮科技](../weekly_news/ai_news_2026-W06/#n03)、[Harbour Courier](../weekly_news/ai_news_2026-W06/#n04)。", "更正（2026-02-10）：本期发布后撤回的报道：[海潮科技](../weekly_news/ai_news_2026-W06/#n05)。")]
    [InlineData("en", "Correction (2026-02-09): changed by the publisher since this digest was published: [海潮科技](../weekly_news/ai_news_2026-W06/#n03), [Harbour Courier](../weekly_news/ai_news_2026-W06/#n04).", "Correction (2026-02-10): withdrawn since this digest was published: [海潮科技](../weekly_news/ai_news_2026-W06/#n05).")]
    public void The_digest_tells_of_each_day_and_the_check_misses_a_link_that_is_gone(string language, string first, string second)
    {
        var files = Corrected(language);
        var page = Text(files, PublishedSample.Digest);

        Assert.Contains($"\n\n{first}\n\n{second}\n\n", page, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"withdrawn\"", Text(files, PublishedSample.Data), StringComparison.Ordinal);
        Assert.Empty(Check(files));
        Assert.Contains(Check(files, page.Replace("[海潮科技](../weekly_news/ai_news_2026-W06/#n05)。", "", StringComparison.Ordinal).Replace("[海潮科技](../weekly_news/ai_news_2026-W06/#n05).", "", StringComparison.Ordinal)),
            finding => finding.What == "the correction of 2026-02-10 lacks its link to 海潮科技 (#n05)");
    }

    private static IReadOnlyList<Correction> Of(Article before, params (int Days, Article Article)[] later) => Corrections.Of(
        [new Revision("feed", "entry", 1, Published.AddDays(-2), before), .. later.Select((revision, at) => new Revision("feed", "entry", at + 2, Published.AddDays(revision.Days), revision.Article))], Published);

    private static IReadOnlyList<OutputFile> Corrected(string language)
    {
        var digest = SampleWeek.Digest(language);
        // The evening in UTC is the next day in Shanghai.
        Correction[] corrections =
        [
            new(SampleWeek.Articles[4], CorrectionKind.Withdrawn, new DateTimeOffset(2026, 2, 9, 20, 0, 0, TimeSpan.Zero)),
            new(SampleWeek.Articles[3], CorrectionKind.Changed, new DateTimeOffset(2026, 2, 9, 9, 0, 0, TimeSpan.Zero)),
            new(SampleWeek.Articles[2], CorrectionKind.Changed, new DateTimeOffset(2026, 2, 9, 8, 0, 0, TimeSpan.Zero)),
        ];
        return DigestWriter.Write(digest with { News = digest.News with { Corrections = corrections } }, SampleWeek.Anchors, SampleWeek.Site(language), SampleWeek.Templates(language), null);
    }

    private static IReadOnlyList<Finding> Check(IReadOnlyList<OutputFile> files, string? digest = null)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in files)
            folder.Write(file.Path, file.Path == PublishedSample.Digest && digest is not null ? digest : Encoding.UTF8.GetString(file.Content));
        return DigestCheck.Run(folder.Path, Some.Week.Label, (_, _) => Verdict.Pass);
    }

    private static string Text(IReadOnlyList<OutputFile> files, string path) => Encoding.UTF8.GetString(files.Single(file => file.Path == path).Content);
}
