using System.Text;
using Pipeline.Digests;
using Pipeline.Host.Commands;
using Pipeline.Model;
using Pipeline.Tests.Digests;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

public class ClaimDifferenceTests
{
    [Fact]
    public void Changes_are_told_by_theme_and_claim()
    {
        var before = Text("data/2026-W06.json");
        var after = before.Replace("违者最高罚款五百万元。\",\n      \"kind\"", "罚款不低。\",\n      \"kind\"", StringComparison.Ordinal).Replace("\"title\": \"模型与成本\"", "\"title\": \"模型\"", StringComparison.Ordinal);

        Assert.Equal(["模型与成本 → 模型", "治理与合规", "  - 违者最高罚款五百万元。", "  + 罚款不低。"], ClaimDifference.Lines(before, after));
        Assert.Empty(ClaimDifference.Lines(before, before));
    }

    [Fact]
    public void A_letter_has_the_digest_as_text_and_as_HTML_and_the_same_bytes_each_time()
    {
        using var folder = new TemporaryFolder();
        var letter = Letter.Of(Files(), Some.Week, Site);
        LetterFile.Write(letter, folder["a.eml"]);
        LetterFile.Write(letter, folder["b.eml"]);

        Assert.Equal(File.ReadAllBytes(folder["a.eml"]), File.ReadAllBytes(folder["b.eml"]));
        var message = MimeKit.MimeMessage.Load(folder["a.eml"], CancellationToken.None);
        Assert.Equal("本周 AI 周报（2026‑W06）：北光实验室周一发布模型 Aurora 2，单张显卡即可运行", message.Subject);
        Assert.Contains("- 违者最高罚款五百万元", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://site.example/weekly/weekly_news/ai_news_2026-W06/#n", message.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("](", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_needs_the_sites_address() => Assert.Throws<TroubleException>(() => Letter.Of(Files(), Some.Week, new Site()));

    private static Site Site => new() { Url = new Uri("https://site.example/weekly/") };

    private static IReadOnlyList<OutputFile> Files() => DigestWriter.Write(SampleWeek.Digest("zh-CN"), SampleWeek.Anchors, Site, SampleWeek.Templates("zh-CN"), null);

    private static string Text(string path) => Encoding.UTF8.GetString(Files().Single(file => file.Path == path).Content);
}
