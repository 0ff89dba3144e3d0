using Pipeline.Model;
using Pipeline.Tests.Support;
using Pipeline.Themes;

namespace Pipeline.Tests.Themes;

public class RecollectionTests
{
    private static readonly WeekLabel Last = WeekLabel.Parse("2026-W05"), Before = WeekLabel.Parse("2026-W04");

    private static readonly Story Fine = Some.Story(Some.Article("Regulator fines Cobalt Robotics over patrol footage"));
    private static readonly Story Appeal = Some.Story(Some.Article("Cobalt Robotics appeals the regulator's fine over patrol footage"));
    private static readonly Story Bakery = Some.Story(Some.Article("Oakline opens a bakery in Port Amber"));

    private static Grouping Week(string name, params Story[] stories) => new([new Theme(name, stories)], []);

    [Fact]
    public void What_an_earlier_week_told_is_a_follow_up()
    {
        var stories = Recollection.FollowUps([Appeal, Bakery], [Recollection.Remember(Last, Week("Fines", Fine))]);
        Assert.Equal(Last, stories[0].Since);
        Assert.Null(stories[1].Since);
    }

    [Fact]
    public void A_follow_up_of_a_follow_up_began_with_the_first()
    {
        var then = Recollection.FollowUps([Appeal], [Recollection.Remember(Before, Week("Fines", Fine))]);
        var now = Recollection.FollowUps([Fine], [Recollection.Remember(Last, Week("Fines", [.. then]))]);
        Assert.Equal(Before, Assert.Single(now).Since);
    }

    [Fact]
    public void The_next_version_is_news() => Assert.Null(Assert.Single(Recollection.FollowUps(
        [Some.Story(Some.Article("Northlight releases Aurora 4.6 to developers"))],
        [Recollection.Remember(Last, Week("Models", Some.Story(Some.Article("Northlight releases Aurora 4.5 to developers"))))])).Since);

    [Fact]
    public void A_theme_continues_what_the_last_week_told()
    {
        var theme = Assert.Single(Recollection.Recall(Week("Robots in court", Appeal), [Recollection.Remember(Last, Week("Fines", Fine))]).Themes);
        Assert.Equal((Continuity.Continuing, Last), (theme.Continuity, theme.Since));
    }

    [Fact]
    public void A_theme_returns_after_a_week_without_it()
    {
        var earlier = new[] { Recollection.Remember(Last, Week("Bread", Bakery)), Recollection.Remember(Before, Week("Fines", Fine)) };
        var grouping = Recollection.Recall(Week("Robots in court", Appeal), earlier);
        Assert.Equal((Continuity.Returning, Before), (grouping.Themes[0].Continuity, grouping.Themes[0].Since));
        Assert.Equal(["Bread"], grouping.Quiet);
    }

    [Fact]
    public void A_guide_is_the_same_theme_whatever_it_holds()
    {
        var last = new Grouping([new Theme("Rules", [Fine]) { Guide = "Rules" }], []);
        var now = new Grouping([new Theme("Rules", [Bakery]) { Guide = "Rules" }], []);
        Assert.Equal(Continuity.Continuing, Recollection.Recall(now, [Recollection.Remember(Last, last)]).Themes[0].Continuity);
    }

    /// <summary>A story's subject is the mean of its voices: that many tell it makes it no weightier in its theme's memory.</summary>
    [Fact]
    public void A_story_weighs_the_same_in_its_theme_however_many_tell_it()
    {
        var appeal = Appeal.Lead;
        var told = Some.Story([.. Enumerable.Range(1, 5).Select(at => appeal with { Url = $"{appeal.Url}/{at}" })]);

        var (once, often) = (Recollection.Remember(Last, Week("Fines", Appeal, Bakery)), Recollection.Remember(Last, Week("Fines", told, Bakery)));

        Assert.Equal(once.Themes[0].Terms, often.Themes[0].Terms);
    }

    /// <summary>Stories that were read before are remembered as if they were read anew, and a merged one is read again.</summary>
    [Fact]
    public void What_was_read_before_is_remembered_alike()
    {
        var subjects = new Subjects();
        var merged = new Story([.. Fine.Voices, .. Bakery.Voices]);
        Recollection.FollowUps([Fine, Bakery], [WeekMemory.None with { Stories = Recollection.Remember(Last, Week("Bread", Bakery)).Stories }], subjects);

        Assert.Equal(Told(Recollection.Remember(Last, Week("Fines", Fine, Bakery))), Told(Recollection.Remember(Last, Week("Fines", Fine, Bakery), subjects)));
        Assert.Equal(Told(Recollection.Remember(Last, Week("Fines", merged))), Told(Recollection.Remember(Last, Week("Fines", merged), subjects)));

        static string Told(WeekMemory memory) => string.Join('\n', memory.Stories.Concat(memory.Themes).Select(remembered => string.Join(' ', remembered.Terms)));
    }

    [Fact]
    public void Without_memory_everything_is_new()
    {
        var grouping = Week("Fines", Fine);
        Assert.Same(grouping, Recollection.Recall(grouping, []));
        Assert.Null(Assert.Single(Recollection.FollowUps([Fine], [WeekMemory.None])).Since);
    }
}
