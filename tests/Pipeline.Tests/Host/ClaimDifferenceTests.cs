using System.Text;
using Pipeline.Digests;
using Pipeline.Host.Commands;
using Pipeline.Model;
using Pipeline.Tests.Digests;

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

    private static Site Site => new() { Url = new Uri("https://site.example/weekly/") };

    private static IReadOnlyList<OutputFile> Files() => DigestWriter.Write(SampleWeek.Digest("zh-CN"), SampleWeek.Anchors, Site, SampleWeek.Templates("zh-CN"), null);

    private static string Text(string path) => Encoding.UTF8.GetString(Files().Single(file => file.Path == path).Content);
}
