using Pipeline.Linguistics;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Linguistics;

public class MeaningNeighboursTests
{
    /// <summary>Twice a thousand texts, each with one that is near it.</summary>
    [Fact]
    public void Near_texts_meet_and_few_others_are_looked_at()
    {
        MeaningVector?[] vectors = [.. Enumerable.Range(0, 1_000).Select(at => Near($"{at}", "one")), .. Enumerable.Range(0, 1_000).Select(at => Near($"{at}", "other"))];

        var met = MeaningNeighbours.Of(vectors, least: 0.5).ToList();

        Assert.InRange(met.Count(pair => pair.Second == pair.First + 1_000), 950, 1_000);
        Assert.All(met, pair => Assert.True(pair.First < pair.Second && pair.Weight >= 0.5));
        Assert.Equal(met.Count, met.DistinctBy(pair => (pair.First, pair.Second)).Count());
        Assert.InRange(MeaningNeighbours.Of(vectors, least: -1).Count(), 0, 2_000 * 24 * 12);
    }

    /// <summary>Models place all texts on one side of 0: what they have in common must not fill the signature.</summary>
    [Fact]
    public void Texts_that_all_have_much_in_common_are_told_apart()
    {
        var common = FakeEmbedding.Random("common");
        MeaningVector? Placed(string text, string telling) => MeaningVector.Of([.. common.Zip(Numbers(text, telling), (all, own) => (3 * all) + own)]);
        MeaningVector?[] vectors = [.. Enumerable.Range(0, 1_000).Select(at => Placed($"{at}", "one")), .. Enumerable.Range(0, 1_000).Select(at => Placed($"{at}", "other"))];

        Assert.InRange(MeaningNeighbours.Of(vectors, least: 0.9).Count(pair => pair.Second == pair.First + 1_000), 950, 1_000);
    }

    [Fact]
    public void A_few_texts_all_meet_and_those_without_a_vector_do_not()
    {
        MeaningVector?[] vectors = [Near("a", "1"), null, Near("a", "1"), Near("b", "1"), null];

        Assert.Equal([(0, 2), (0, 3), (2, 3)], MeaningNeighbours.Of(vectors, least: -1).Select(pair => (pair.First, pair.Second)).Order());
        Assert.Empty(MeaningNeighbours.Of([null, null], least: -1));
        Assert.Empty(MeaningNeighbours.Of([], least: -1));
    }

    /// <summary>A cosine of some 0.8.</summary>
    private static MeaningVector? Near(string text, string telling) => MeaningVector.Of(Numbers(text, telling));

    private static float[] Numbers(string text, string telling) => [.. FakeEmbedding.Random(text).Zip(FakeEmbedding.Random(text + telling), (shared, own) => shared + (0.5f * own))];
}
