using System.Text;
using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

public class ProfileTests
{
    public static TheoryData<string> Generators => [.. Site.Generators];

    [Theory]
    [MemberData(nameof(Generators))]
    public void A_week_is_sound_under_every_profile(string generator) => Assert.Empty(Check(Sample(generator)));

    [Theory]
    [InlineData("eleventy")]
    [InlineData("hugo")]
    [InlineData("pelican")]
    public void The_hostile_week_is_sound(string generator) => Assert.Empty(Check(HostileWeek.Files(generator)));

    [Fact]
    public void There_are_enough_hostile_strings() => Assert.True(HostileWeek.Strings.Distinct().Count() >= 300);

    [Theory]
    [InlineData("eleventy", "layout: layouts/post.njk\n---")]
    [InlineData("hugo", "url: /blog/weekly/2026-W06/\n---")]
    [InlineData("jekyll", "layout: post\nrender_with_liquid: false\n---")]
    [InlineData("astro", "date: 2026-02-06\npubDate: 2026-02-06\n")]
    [InlineData("astro", "slug: blog/weekly/2026-W06\n---")]
    [InlineData("hexo", "layout: page\ndisableNunjucks: true\n---")]
    [InlineData("vitepress", "  - AI\n---")]
    [InlineData("mkdocs", "  - AI\n---")]
    [InlineData("pelican", "tags: AI\nslug: blog-weekly-2026-w06\nurl: blog/weekly/2026-W06/\nsave_as: blog/weekly/2026-W06/index.html\n---")]
    public void Front_matter_says_what_the_generator_needs(string generator, string lines) =>
        Assert.Contains(lines, Text(Sample(generator), "2026-W06/index.md"), StringComparison.Ordinal);

    [Fact]
    public void Hugo_gets_headings_with_ids_since_it_drops_anchors()
    {
        var files = Sample("hugo");

        Assert.Contains("### 主轴一：模型与成本 {id=\"t1\"}\n\n<a id=\"t1\"></a>", Text(files, "2026-W06/index.md"), StringComparison.Ordinal);
        Assert.Contains("- #### <a id=\"n01\"></a>[", Text(files, "weekly_news/ai_news_2026-W06/index.md"), StringComparison.Ordinal);
        Assert.Contains("### 来源 {id=\"coverage\"}\n", Text(files, "weekly_news/ai_news_2026-W06/index.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_that_lost_its_id_is_missed()
    {
        var files = Sample("hugo").Select(file => file.Path.EndsWith(".md", StringComparison.Ordinal)
            ? file with { Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Content).Replace(" {id=\"t1\"}", "", StringComparison.Ordinal).Replace(" {id=\"n03\"}", "", StringComparison.Ordinal)) }
            : file);
        var findings = Check([.. files]).Select(finding => finding.What).ToArray();

        Assert.Contains(findings, what => what.Contains("must have the id 't1'", StringComparison.Ordinal));
        Assert.Contains(findings, what => what.Contains("with the id 'n03'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_profile_that_is_not_there_is_refused() => Assert.Throws<ArgumentException>(() => Profile.Of("gatsby"));

    private static IReadOnlyList<OutputFile> Sample(string generator) => DigestWriter.Write(
        SampleWeek.Digest("zh-CN"), SampleWeek.Anchors, new Site { Generator = generator, Path = "blog/weekly" }, SampleWeek.Templates("zh-CN"), null);

    private static IReadOnlyList<Finding> Check(IReadOnlyList<OutputFile> files)
    {
        using var folder = new TemporaryFolder();
        new DigestFolder(Path.Combine(folder.Path, "digests")).Replace(files);
        return [.. DigestCheck.Run(Path.Combine(folder.Path, "digests"), Some.Week.Label, (_, _) => Verdict.Pass).Take(20)];
    }

    private static string Text(IReadOnlyList<OutputFile> files, string path) => Encoding.UTF8.GetString(files.Single(file => file.Path == path).Content);
}
