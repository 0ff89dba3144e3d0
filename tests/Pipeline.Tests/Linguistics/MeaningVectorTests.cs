using CsCheck;
using Pipeline.Linguistics;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Linguistics;

public class MeaningVectorTests
{
    [Fact]
    public void A_cosine_is_what_it_was_before_the_numbers_were_made_whole() => Gen.Float[-1, 1].Array[300].Select(Gen.Float[-1, 1].Array[300]).Sample((one, other) =>
        Assert.Equal(Exact(one, other), MeaningVector.Of(one)!.Cosine(MeaningVector.Of(other)!), 0.02));

    [Fact]
    public void What_was_made_whole_comes_back_the_same() => Gen.Float[-7, 7].Array[1, 70].Where(numbers => numbers.Any(number => number != 0)).Sample(numbers =>
    {
        var once = MeaningVector.Of(numbers)!.Parts.ToArray();
        return MeaningVector.Of(Array.ConvertAll(once, part => (float)part))!.Parts.SequenceEqual(once);
    });

    /// <summary>Lengths that fill no register, and numbers at their bounds.</summary>
    [Fact]
    public void A_product_is_exact_at_every_length() => Gen.SByte[-127, 127].Array[0, 200].Select(Gen.SByte[-127, 127].Array[200]).Sample((one, other) =>
        MeaningVector.Dot(one, other.AsSpan(0, one.Length)) == one.Zip(other, (mine, theirs) => mine * theirs).Sum());

    [Fact]
    public void The_largest_products_have_room() => Assert.Equal(65_536 * 127 * 127, MeaningVector.Dot([.. Enumerable.Repeat((sbyte)127, 65_536)], [.. Enumerable.Repeat((sbyte)127, 65_536)]));

    [Theory]
    [InlineData()]
    [InlineData(0f, 0f)]
    [InlineData(1f, float.NaN)]
    [InlineData(float.PositiveInfinity, 1f)]
    public void What_says_nothing_is_no_vector(params float[] numbers) => Assert.Null(MeaningVector.Of(numbers));

    [Fact]
    public void A_vector_is_itself() => Assert.Equal(1, MeaningVector.Of(FakeEmbedding.Random("any"))!.Cosine(MeaningVector.Of(FakeEmbedding.Random("any"))!), 12);

    private static double Exact(float[] one, float[] other) =>
        one.Zip(other, (mine, theirs) => (double)mine * theirs).Sum() / Math.Sqrt(one.Sum(mine => (double)mine * mine) * other.Sum(theirs => (double)theirs * theirs));
}
