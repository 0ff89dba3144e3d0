using System.Text;
using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

/// <summary>What the pages say of dead, redirected and denied links.</summary>
public class LinkMarkTests
{
    [Theory]
    [InlineData("zh-CN", "（链接已失效） — ", "（由 short.example 跳转） — ", "（链接已略去） — ")]
    [InlineData("en", " (dead link) — ", " (redirected from short.example) — ", " (link left out) — ")]
    public void A_link_is_marked_and_a_denied_one_left_out(string language, string gone, string redirected, string denied)
    {
        var files = Files(language, "short.example");
        var lines = Text(files, PublishedSample.News).Split('\n');

        Assert.Contains(")" + gone, Line(lines, "n01"), StringComparison.Ordinal);
        Assert.Contains(")" + redirected, Line(lines, "n02"), StringComparison.Ordinal);
        Assert.Contains(denied, Line(lines, "n07"), StringComparison.Ordinal);
        Assert.DoesNotContain("](", Line(lines, "n07"), StringComparison.Ordinal);
        Assert.Empty(Check(files, page => page));
    }

    [Fact]
    public void The_check_misses_a_mark_that_is_gone_and_finds_a_denied_link()
    {
        var files = Files("en", "short.example");

        Assert.Contains(Check(files, page => page.Replace(" (dead link)", "", StringComparison.Ordinal)), finding => finding.What == "the link of n01 lacks its mark 'dead link'");
        Assert.Contains(Check(files, page => page.Replace("Quarry Robotics opens a plant (", "[Quarry Robotics opens a plant](https://bad.example/) (", StringComparison.Ordinal)), finding => finding.What.Contains("of which the data file knows nothing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://bad.example/a", true)]
    [InlineData("https://BAD.example:8443/a", true)]
    [InlineData("http://deep.below.bad.example/", true)]
    [InlineData("https://bad.example./", true)]
    [InlineData("https://good.example@bad.example/", true)]
    [InlineData("https://münchen.example/", true)]
    [InlineData("https://xn--mnchen-3ya.example/", true)]
    [InlineData("http://192.0.2.7/x", true)]
    [InlineData("https://notbad.example/", false)]
    [InlineData("https://bad.example.good.example/", false)]
    [InlineData("https://good.example/bad.example", false)]
    [InlineData("https://bad.example@good.example/", false)]
    public void A_domain_is_denied_with_what_lies_below_it(string url, bool covered) =>
        Assert.Equal(covered, Settings("bad.EXAMPLE., münchen.example, 192.0.2.7").DeniedLinks.Covers(url));

    [Theory]
    [InlineData("https://bad.example")]
    [InlineData("bad.example/path")]
    [InlineData("bad.example:8443")]
    [InlineData("'*.bad.example'")]
    [InlineData("a@bad.example")]
    [InlineData("'.'")]
    [InlineData("'bad example'")]
    public void What_is_no_domain_is_a_fault(string domain) =>
        Assert.Contains("is no domain; write the name alone", Assert.Throws<SettingsException>(() => Settings(domain)).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_a_domain_says_it_reads_as_written_and_does_nothing() => Assert.All(
        HostileWeek.Strings.Where((_, index) => index % 8 == 0),
        text =>
        {
            var files = Files("en", $"a{text}");
            Assert.Empty(Check(files, page => page));
        });

    [Fact]
    public void Pages_say_since_when_a_theme_and_an_event_are_told_of()
    {
        foreach (var (language, continuing, returning, item) in new[]
        {
            ("en", "Continues; first told in 2026‑W04.\n\nEvidence chain: ", "Back this week; first told in 2026‑W03.\n\n", "2026-02-02, first told in 2026‑W05\n"),
            ("zh-CN", "延续的主轴，首见于 2026‑W04。\n\n证据链：", "再度出现的主轴，首见于 2026‑W03。\n\n", "2026-02-02，事件首见于 2026‑W05\n"),
        })
        {
            var files = Write(language, Remembered(SampleWeek.Digest(language)));
            var page = Text(files, PublishedSample.Digest);

            Assert.Contains("<a id=\"t1\"></a>" + continuing, page, StringComparison.Ordinal);
            Assert.Contains("<a id=\"t2\"></a>" + returning, page, StringComparison.Ordinal);
            Assert.Contains(item, Text(files, PublishedSample.News), StringComparison.Ordinal);
            Assert.Empty(Check(files, news => news));
        }
    }

    private static Digest Remembered(Digest digest)
    {
        var themes = digest.News.Grouping.Themes.Select((theme, at) => theme with
        {
            Continuity = at == 0 ? Continuity.Continuing : Continuity.Returning,
            Since = WeekLabel.Parse(at == 0 ? "2026-W04" : "2026-W03"),
            Stories = [.. theme.Stories.Select(story => at == 0 ? story with { Since = WeekLabel.Parse("2026-W05") } : story)],
        }).ToArray();
        return digest with
        {
            News = digest.News with { Grouping = digest.News.Grouping with { Themes = themes } },
            Briefs = [.. digest.Briefs.Select(brief => brief with { Theme = themes.Single(theme => theme.Id == brief.Theme.Id) })],
        };
    }

    /// <summary>The first item's page is gone, the second's link led elsewhere, the last one's publisher is denied.</summary>
    private static IReadOnlyList<OutputFile> Files(string language, string domain)
    {
        var digest = SampleWeek.Digest(language);
        Article[] articles = [.. digest.News.Articles];
        articles[0] = articles[0] with { PageGone = Some.Instant };
        articles[1] = articles[1] with { RedirectedFrom = domain };
        var denied = articles.Single(article => article.Publisher == "Quarry Robotics").Url;
        articles = [.. articles.Select(article => article.Url == denied ? article with { PageGone = Some.Instant, RedirectedFrom = domain } : article)];
        return Write(language, digest with { News = digest.News with { Articles = articles, DeniedLinks = new DenyList([new Uri(denied).Host]) } });
    }

    private static IReadOnlyList<OutputFile> Write(string language, Digest digest) =>
        DigestWriter.Write(digest, SampleWeek.Anchors, SampleWeek.Site(language), SampleWeek.Templates(language), null);

    private static IReadOnlyList<Finding> Check(IReadOnlyList<OutputFile> files, Func<string, string> spoil)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in files)
            folder.Write(file.Path, file.Path == PublishedSample.News ? spoil(Encoding.UTF8.GetString(file.Content)) : Encoding.UTF8.GetString(file.Content));
        return DigestCheck.Run(folder.Path, Some.Week.Label, (_, _) => Verdict.Pass);
    }

    private static string Text(IReadOnlyList<OutputFile> files, string path) => Encoding.UTF8.GetString(files.Single(file => file.Path == path).Content);

    private static string Line(string[] lines, string id) => lines.Single(line => line.Contains($"<a id=\"{id}\"></a>", StringComparison.Ordinal));

    private static Settings Settings(string domains) =>
        SettingsFile.Parse($"sources: [{{ name: A, url: 'https://a.example/feed' }}]\nlinks: {{ deny: [{domains}] }}\n", "sources.yaml");
}
