using System.Text.RegularExpressions;
using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

public partial class CitationsTests
{
    [Theory]
    [InlineData(20, 1, "P0#n01")]
    [InlineData(20, 4, "P0#n01 P1#n02 P2#n03 P3#n04")]
    [InlineData(20, 5, "P0#n01 P1#n02 P2#n03 P3#n04 and others")]
    [InlineData(20, 10, "P0#n01 P1#n02 P2#n03 P3#n04 and others")]
    [InlineData(20, 11, "all items of the week#coverage")]
    [InlineData(20, 20, "all items of the week#coverage")]
    [InlineData(4, 4, "P0#n01 P1#n02 P2#n03 P3#n04")]
    [InlineData(4, 0, "all items of the week#coverage")]
    public void A_computed_claim_links_to_four_items_at_most_and_to_the_coverage_line_where_most_of_the_week_is_meant(int week, int counted, string links) =>
        Assert.Equal(links, Links(week, ids => Computed(new Figure(Measure.Items, counted, [.. ids.Take(counted)]))));

    [Fact]
    public void A_computed_claim_that_names_articles_links_to_these() =>
        Assert.Equal("P6#n07", Links(20, ids => Computed(new Figure(Measure.Items, 20, ids)) with { Articles = [ids[6]] }));

    [Fact]
    public void Each_publisher_is_linked_to_before_one_is_linked_to_twice() =>
        Assert.Equal("P0#n01 P1#n04 P0#n02 P1#n05 and others", Links(20, ids => Computed(new Figure(Measure.Items, 6, [.. ids.Take(6)])), index => index / 3));

    private static Claim Computed(Figure figure) =>
        new() { Id = "introduction-1", Kind = ClaimKind.Computed, Text = "So many items.", Language = "en", Figures = [figure] };

    /// <summary>What follows the claim in the introduction, as label#anchor.</summary>
    private static string Links(int week, Func<string[], Claim> claim, Func<int, int>? publisher = null)
    {
        Article[] articles = [.. Enumerable.Range(0, week).Select(index => Some.Article($"Item {index}", publisher: $"P{publisher?.Invoke(index) ?? index}", published: Some.Instant.AddMinutes(index)))];
        var grouping = new Grouping([], [.. articles.Select(article => Some.Story(article))]);
        var news = new WeekNews { Week = Some.Week, Language = "en", Articles = articles, Grouping = grouping, Coverage = new Coverage() };
        var computed = claim([.. articles.Select(article => article.Id)]);
        var digest = new Digest { News = news, Headline = computed with { Id = "headline" }, Introduction = [computed], Analyst = "extractive" };
        var files = DigestWriter.Write(digest, Anchoring.Assign(Anchors.None, articles, grouping), SampleWeek.Site("en"), SampleWeek.Templates("en"), null);
        var line = System.Text.Encoding.UTF8.GetString(files[3].Content).Split('\n').Single(line => line.StartsWith("So many items (", StringComparison.Ordinal));
        return Link().Replace(line["So many items (".Length..^2], "$1#$2").Replace(", ", " ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)#]*#([a-z0-9]+)\)")]
    private static partial Regex Link();
}
