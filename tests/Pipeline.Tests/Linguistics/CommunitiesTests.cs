using Pipeline.Linguistics;

namespace Pipeline.Tests.Linguistics;

public class CommunitiesTests
{
    private static readonly Likeness[] TwoTriangles =
    [
        new(0, 1, 0.5), new(0, 2, 0.5), new(1, 2, 0.5),
        new(3, 4, 0.5), new(3, 5, 0.5), new(4, 5, 0.5),
        new(2, 3, 0.5),
    ];

    [Fact]
    public void One_bridge_joins_no_two_groups() =>
        Assert.Equal([0, 0, 0, 1, 1, 1], Communities.Of(TwoTriangles, [1, 1, 1, 1, 1, 1], new Resistance(0.12, 5)));

    [Fact]
    public void What_costs_nothing_is_joined() =>
        Assert.Equal([0, 0, 0, 0, 0, 0], Communities.Of(TwoTriangles, [1, 1, 1, 1, 1, 1], new Resistance(0)));

    [Fact]
    public void A_group_is_the_same_however_much_else_there_is()
    {
        var likenesses = Enumerable.Range(0, 500).SelectMany(n => TwoTriangles.Select(edge => new Likeness(edge.First + (n * 6), edge.Second + (n * 6), edge.Weight))).ToList();
        var groups = Communities.Of(likenesses, [.. Enumerable.Repeat(1.0, 3000)], new Resistance(0.12, 5));
        Assert.Equal(1000, groups.Distinct().Count());
    }

    [Fact]
    public void Nothing_has_no_groups() => Assert.Empty(Communities.Of([], [], new Resistance(1)));
}
