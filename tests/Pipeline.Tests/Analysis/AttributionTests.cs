using Pipeline.Analysis;
using Pipeline.Digests;
using Pipeline.Host.Commands;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

/// <summary>Sentences that give their source: who published a passage stands beside it, not in it.</summary>
public sealed class AttributionTests : IDisposable
{
    private static readonly CitedPassage[] English =
        [new("Halden opened a plant in Ostrava Bay on Tuesday.", "Harbour Post"), new("Brontor closed its mine in Velm after losses.", "copper-wire")];

    private static readonly CitedPassage[] Chinese = [new("海登公司周二在奥斯特湾开设工厂。", "QuayAI"), new("布隆托公司关闭矿山。", "河洲晚报")];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Halden opened a plant in Ostrava Bay.", true)]
    [InlineData("The Harbour Post reports that Halden opened a plant in Ostrava Bay.", true)]
    [InlineData("According to the Harbour Post, Halden opened a plant in Ostrava Bay.", true)]
    [InlineData("Halden opened a plant in Ostrava Bay, according to the Harbour Post.", true)]
    [InlineData("Halden opened a plant in Ostrava Bay, Harbour Post reports.", true)]
    [InlineData("An article by the Harbour Post says that Halden opened a plant in Ostrava Bay.", true)]
    [InlineData("Copper Wire reports that Brontor closed its mine in Velm.", true)]
    // Another's passage, a number that is in none, a publisher that is cited nowhere, and one that does not report but acts.
    [InlineData("The Harbour Post reports that Brontor closed its mine in Velm.", false)]
    [InlineData("The Harbour Post reports that Halden opened 12 plants in Ostrava Bay.", false)]
    [InlineData("Evening Ledger reports that Halden opened a plant in Ostrava Bay.", false)]
    [InlineData("Harbour Post opened a plant in Ostrava Bay.", false)]
    [InlineData("The Harbour Post reports losses after Brontor closed its mine in Velm.", false)]
    public void A_publisher_of_a_cited_passage_can_be_said_to_report_it(string claim, bool accepted) =>
        Assert.Equal(accepted, GroundingGate.Examine(claim, English).Accepted);

    [Theory]
    [InlineData("据 QuayAI 报道，海登公司周二在奥斯特湾开设工厂。", true)]
    [InlineData("QuayAI 报道称，海登公司周二在奥斯特湾开设工厂。", true)]
    [InlineData("QuayAI称海登公司周二在奥斯特湾开设工厂。", true)]
    [InlineData("海登公司周二在奥斯特湾开设工厂，据QuayAI报道。", true)]
    [InlineData("据 QuayAI 报道，布隆托公司在韦尔姆关闭 3 座矿山。", false)]
    [InlineData("据 MoonAI 报道，海登公司周二在奥斯特湾开设工厂。", false)]
    public void And_so_in_Chinese(string claim, bool accepted) =>
        Assert.Equal(accepted, GroundingGate.Examine(claim, Chinese).Accepted);

    [Theory]
    [InlineData("据明川通讯社报道，海登公司周二在奥斯特湾开设工厂。", "明川通讯社")]
    [InlineData("明川通讯社报道称，海登公司周二在奥斯特湾开设工厂。", "明川通讯社")]
    [InlineData("据河洲晚报报道，布隆托公司关闭矿山。", null)]
    [InlineData("据多家媒体报道，布隆托公司关闭矿山。", null)]
    [InlineData("据报道，布隆托公司关闭矿山。", null)]
    public void Whom_a_Chinese_sentence_makes_the_source_is_known_too(string claim, string? stranger) =>
        Assert.Equal(stranger, Attribution.Stranger(claim, Chinese));

    [Fact]
    public void What_a_passage_itself_gives_as_its_source_may_be_named() =>
        Assert.Null(Attribution.Stranger("据路透社报道，海登公司开设工厂。", [new CitedPassage("Halden opened a plant, according to Reuters.", "Harbour Post")]));

    /// <summary>What a model's sentence was accepted for, check and explain find again from the files alone.</summary>
    [Fact]
    public async Task A_published_claim_with_its_source_is_borne_by_the_data_file_alone()
    {
        const string lead = "Halden began work on a chip plant in Ostrava Bay that cools its machines with river water alone.";
        var model = new FakeModel(conversation => FakeModel.IsWeek(conversation) ? "{}" : FakeModel.Json(new
        {
            claims = new[] { "Copper Wire reports that " + lead, "Evening Ledger reports that " + lead }
                .Select(text => new { kind = "case", text, evidence = new[] { FakeModel.Shown(conversation).First(shown => shown.Text == lead).Id } }),
        }));
        var digest = await Digested.WriteAsync(SomeWeek.Themed("en", SomeWeek.Articles[9]), model);
        foreach (var file in Digested.Files(digest))
            _folder.Write(file.Path, System.Text.Encoding.UTF8.GetString(file.Content));

        var claim = PublishedClaims.Read(_folder.Path, Some.Week.Label)!.Single(claim => claim.Text.StartsWith("Copper Wire", StringComparison.Ordinal));
        var explained = ClaimExplanation.Of(claim);

        Assert.Single(digest.Briefs[0].Chain, claim => claim.Kind == ClaimKind.Case);
        Assert.DoesNotContain(DigestCheck.Run(_folder.Path, Some.Week.Label, GroundingGate.Examine), finding => finding.What.Contains(claim.Id, StringComparison.Ordinal));
        Assert.Empty(explained.Verdict.Reasons);
        Assert.Equal(new Comparison("publisher", "Copper Wire", 1), explained.Compared[0]);
        // The same words with another publisher's item are refused.
        Assert.False(ClaimExplanation.Of(claim with { Evidence = [.. claim.Evidence.Select(piece => piece with { Publisher = "Quay Media" })] }).Verdict.Accepted);
    }
}
