using Pipeline.Analysis.Extraction.Kinds;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

public class KindOddsTests
{
    /// <summary>Lines of "kind TAB sentence", written for this project about invented companies; none of them was trained on.</summary>
    private static readonly List<(SentenceKind Kind, string Text)> HeldOut =
        [.. Cases.Read("tests", "Cases", "sentences", "test.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .Select(parts => (Enum.Parse<SentenceKind>(parts[0], ignoreCase: true), parts[1]))];

    /// <summary>Floors: a change may raise them.</summary>
    [Theory]
    [InlineData(SentenceKind.Consequence, 1.00, 0.91)]
    [InlineData(SentenceKind.Forecast, 1.00, 0.87)]
    [InlineData(SentenceKind.Signal, 1.00, 1.00)]
    [InlineData(SentenceKind.Advice, 0.94, 1.00)]
    [InlineData(SentenceKind.None, 0.85, 0.95)]
    internal void Each_kind_is_told_as_well_as_it_was(SentenceKind kind, double precision, double recall)
    {
        var told = HeldOut.Select(sentence => (sentence.Kind, Told: KindOdds.Of(sentence.Text).Likeliest)).ToList();
        var right = (double)told.Count(pair => pair.Kind == kind && pair.Told == kind);

        Assert.True(right / told.Count(pair => pair.Told == kind) >= precision, "precision");
        Assert.True(right / told.Count(pair => pair.Kind == kind) >= recall, "recall");
    }

    [Fact]
    public void Odds_add_up_to_one() =>
        Assert.Equal(1, Enum.GetValues<SentenceKind>().Sum(kind => KindOdds.Of("Halden opened a plant.")[kind]), 9);

    [Theory]
    [InlineData("Halden cut the bill of 600 firms by 18%.", "amount", true)]
    [InlineData("启隆公司的客户少付一半。", "whom", true)]
    [InlineData("启隆公司的应用上线。", "duty", false)]
    public void A_trait_is_told_by_its_words(string sentence, string trait, bool shown) => Assert.Equal(shown, SentenceTraits.Shows(sentence, trait));
}
