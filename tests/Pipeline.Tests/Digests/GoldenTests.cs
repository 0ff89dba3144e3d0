using System.Text;
using Pipeline.Digests;
using Pipeline.Model;

namespace Pipeline.Tests.Digests;

public class GoldenTests
{
    /// <summary>To accept new files: PIPELINE_ACCEPT=1 dotnet test --filter GoldenTests, then read the difference.</summary>
    private static bool Accepts => Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") == "1";

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void A_week_is_written_as_expected(string language)
    {
        var expected = Path.Combine(Repository.Root, "tests", "Cases", "digests", language);
        foreach (var file in SampleWeek.Files(language).Where(file => file.Path != "data/schema/weekly-digest.v1.json"))
        {
            var path = Path.Combine(expected, file.Path);
            if (Accepts)
                Accept(path, file.Content);
            Assert.Equal(File.ReadAllText(path), Encoding.UTF8.GetString(file.Content));
        }
    }

    [Fact]
    public void What_is_linked_to_comes_before_what_links_to_it_and_the_manifest_is_last() => Assert.Equal(
        ["weekly_news/ai_news_2026-W06/index.md", "data/2026-W06.json", "data/schema/weekly-digest.v1.json", "2026-W06/index.md", "archive/index.md", "manifest.json"],
        SampleWeek.Files("zh-CN").Select(file => file.Path));

    [Fact]
    public void The_same_digest_gives_the_same_bytes_whatever_the_order_of_its_articles()
    {
        var digest = SampleWeek.Digest("zh-CN");
        var reversed = digest with { News = digest.News with { Articles = [.. digest.News.Articles.Reverse()] } };
        var files = DigestWriter.Write(reversed, SampleWeek.Anchors, SampleWeek.Site("zh-CN"), SampleWeek.Templates("zh-CN"), null);

        Assert.All(files.Zip(SampleWeek.Files("zh-CN")), pair => Assert.Equal(pair.Second.Content, pair.First.Content));
    }

    [Fact]
    public void Files_are_UTF8_without_a_mark_and_end_in_one_newline() => Assert.All(SampleWeek.Files("en"), file =>
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.Content);
        Assert.DoesNotContain('\r', text);
        Assert.False(text.StartsWith('\uFEFF'));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.False(text.EndsWith("\n\n", StringComparison.Ordinal));
    });

    [Fact]
    public void A_part_without_claims_is_left_out_with_its_heading()
    {
        var digest = SampleWeek.Digest("zh-CN");
        var bare = digest with { Introduction = [], Advice = [], Outlook = [], Closing = [], Briefs = [digest.Briefs[1] with { Chain = [], Impact = [] }, digest.Briefs[0] with { Impact = [] }] };
        var page = Encoding.UTF8.GetString(DigestWriter.Write(bare, SampleWeek.Anchors, new Site(), SampleWeek.Templates("zh-CN"), null)[3].Content);

        Assert.Equal(
            ["# 本周 AI 周报（2026‑W06）：北光实验室周一发布模型 Aurora 2，单张显卡即可运行", "### 主轴一：模型与成本", "### 参考"],
            page.Split('\n').Where(line => line.StartsWith('#')));
        Assert.DoesNotContain("影响判断", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_week_joins_the_archive_the_newest_first()
    {
        var first = Manifest.Parse(Encoding.UTF8.GetString(SampleWeek.Files("zh-CN")[^1].Content));
        var digest = SampleWeek.Digest("zh-CN");
        var later = digest with { News = digest.News with { Week = WeekRule.Default.WeekOf(WeekLabel.Parse("2026-W07")) } };
        var files = DigestWriter.Write(later, SampleWeek.Anchors, new Site(), SampleWeek.Templates("zh-CN"), first);

        Assert.Equal(["2026-W07", "2026-W06"], Manifest.Parse(Encoding.UTF8.GetString(files[^1].Content)).Weeks.Select(week => week.Week));
        var links = Encoding.UTF8.GetString(files[^2].Content).Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToArray();
        Assert.Contains("](../2026-W07/) — 2026-02-13", links[0], StringComparison.Ordinal);
        Assert.Contains("](../2026-W06/) — 2026-02-06", links[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_rebuild_replaces_its_week_in_the_manifest()
    {
        var first = SampleWeek.Files("zh-CN")[^1].Content;

        Assert.Equal(first, SampleWeek.Files("zh-CN", Manifest.Parse(Encoding.UTF8.GetString(first)))[^1].Content);
    }

    [Fact]
    public void A_quotation_that_does_not_stand_in_its_article_is_refused()
    {
        var digest = SampleWeek.Digest("en");
        var stray = digest with { Headline = digest.Headline with { Evidence = [digest.Headline.Evidence[0] with { Start = 1 }] } };

        Assert.Throws<ArgumentException>(() => DigestWriter.Write(stray, SampleWeek.Anchors, new Site(), SampleWeek.Templates("en"), null));
    }

    private static void Accept(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
