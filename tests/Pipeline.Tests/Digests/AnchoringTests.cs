using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

public class AnchoringTests
{
    private static readonly Article A = At("a", 1), B = At("b", 2), C = At("c", 3), D = At("d", 4), E = At("e", 5);

    [Fact]
    public void Items_are_numbered_by_publication_then_URL()
    {
        var same = A with { Url = "https://a.example/0" };
        var anchors = Anchoring.Assign(Anchors.None, [C, B, A, same], Grouping());

        Assert.Equal(["n01", "n02", "n03", "n04"], new[] { same, A, B, C }.Select(article => anchors.Items[article.Url]));
    }

    [Fact]
    public void A_late_article_gets_the_next_number_and_the_others_keep_theirs()
    {
        var first = Anchoring.Assign(Anchors.None, [B, D], Grouping());
        var second = Anchoring.Assign(first, [A, B, D], Grouping());

        Assert.Equal(["n03", "n01", "n02"], new[] { A, B, D }.Select(article => second.Items[article.Url]));
    }

    [Fact]
    public void An_article_that_is_gone_keeps_its_number_from_others()
    {
        var first = Anchoring.Assign(Anchors.None, [A, B], Grouping());
        var second = Anchoring.Assign(Anchoring.Assign(first, [B], Grouping()), [A, B, C], Grouping());

        Assert.Equal(["n01", "n02", "n03"], new[] { A, B, C }.Select(article => second.Items[article.Url]));
    }

    [Fact]
    public void A_hundredth_item_gets_three_digits() =>
        Assert.Equal("n100", Anchoring.Assign(Anchors.None, [.. Enumerable.Range(0, 100).Select(index => At($"{index:000}", 1))], Grouping()).Items[At("099", 1).Url]);

    [Fact]
    public void Themes_that_changed_places_keep_their_ids() =>
        Assert.Equal(["t2", "t1"], Ids(Rebuilt([Theme("one", A), Theme("two", B)], [Theme("two", B), Theme("one", A)])));

    [Fact]
    public void A_renamed_theme_is_known_by_its_guide() =>
        Assert.Equal(["t1"], Ids(Rebuilt([Theme("old", A) with { Guide = "rules" }], [Theme("new", B) with { Guide = "rules" }])));

    [Fact]
    public void A_renamed_theme_without_a_guide_is_known_by_its_articles() =>
        Assert.Equal(["t1"], Ids(Rebuilt([Theme("old", A, B)], [Theme("new", B, C)])));

    [Fact]
    public void The_guide_counts_more_than_the_articles() => Assert.Equal(
        ["t2", "t1"],
        Ids(Rebuilt([Theme("one", A) with { Guide = "g" }, Theme("two", B) with { Guide = "h" }], [Theme("x", A) with { Guide = "h" }, Theme("y", B) with { Guide = "g" }])));

    [Fact]
    public void The_greatest_overlap_wins_and_the_other_half_of_a_split_theme_is_new() => Assert.Equal(
        ["t3", "t1", "t2"],
        Ids(Rebuilt([Theme("all", A, B, C), Theme("other", D)], [Theme("small", A), Theme("big", B, C), Theme("other", D)])));

    [Fact]
    public void A_removed_theme_keeps_its_number_from_others_and_gets_it_back()
    {
        var first = Anchoring.Assign(Anchors.None, [], Grouping(Theme("one", A), Theme("two", B)));
        var without = Anchoring.Assign(first, [], Grouping(Theme("one", A), Theme("three", C)));
        var again = Grouping(Theme("two", B), Theme("one", A), Theme("three", C));

        Assert.Equal(["t1", "t2", "t3"], without.Themes.Select(theme => theme.Id));
        Assert.Equal(["t2", "t1", "t3"], Ids(Anchoring.WithIds(again, Anchoring.Assign(without, [], again))));
    }

    [Fact]
    public void A_new_theme_that_took_a_removed_ones_name_is_not_that_theme()
    {
        var first = Anchoring.Assign(Anchors.None, [], Grouping(Theme("same", A)));

        Assert.Equal(["t2"], Ids(Anchoring.WithIds(Grouping(Theme("same", E)), Anchoring.Assign(first, [], Grouping(Theme("same", E))))));
    }

    [Fact]
    public void To_assign_again_changes_nothing()
    {
        var grouping = Grouping(Theme("one", A, B), Theme("two", C) with { Guide = "g" });
        var first = Anchoring.Assign(Anchors.None, [A, B, C], grouping);
        var second = Anchoring.Assign(first, [C, B, A], grouping);

        Assert.Equal(first.Items, second.Items);
        Assert.Equal(first.Themes.Select(theme => (theme.Id, theme.Name, theme.Guide)), second.Themes.Select(theme => (theme.Id, theme.Name, theme.Guide)));
    }

    [Fact]
    public void A_theme_that_was_given_no_anchor_is_refused() =>
        Assert.Throws<ArgumentException>(() => Anchoring.WithIds(Grouping(Theme("one", A)), Anchors.None));

    private static Article At(string name, int hour) =>
        Some.Article(name, url: $"https://a.example/{name}", published: Some.Instant.AddHours(hour));

    private static Theme Theme(string name, params Article[] articles) => new(name, [.. articles.Select(article => Some.Story(article))]);

    private static Grouping Grouping(params Theme[] themes) => new(themes, []);

    private static Grouping Rebuilt(Theme[] first, Theme[] second) =>
        Anchoring.WithIds(Grouping(second), Anchoring.Assign(Anchoring.Assign(Anchors.None, [], Grouping(first)), [], Grouping(second)));

    private static IEnumerable<string> Ids(Grouping grouping) => grouping.Themes.Select(theme => theme.Id);
}
