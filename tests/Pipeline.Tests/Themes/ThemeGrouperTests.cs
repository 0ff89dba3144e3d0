using CsCheck;
using Pipeline.Model;
using Pipeline.Tests.Support;
using Pipeline.Themes;

namespace Pipeline.Tests.Themes;

public class ThemeGrouperTests
{
    private static readonly ThemeGuide Compliance = new("治理与合规", ["监管", "隐私", "regulation", "privacy"]);
    private static readonly ThemeGuide Robots = new("Robots", ["机器人", "robot"]);
    private static readonly ThemeGuide Fishing = new("Fishing", ["trawler", "渔船"]);

    private static Story Story(string title, string text = "", string publisher = "Harbour Post") => Some.Story(Some.Article(title, text, publisher));

    private static Story[] Subjects() =>
    [
        .. Lines("robot", "Cobalt Robotics shows a robot arm", "Warehouse robot arm learns to fold", "Robot arm maker Cobalt Robotics expands"),
        .. Lines("chip", "Oakline chip plant opens in Veld", "Chip plant shortage eases at Oakline", "New chip plant for Oakline approved"),
        .. Lines("court", "Court hears copyright case of novelists", "Novelists win copyright case in court", "Copyright case: court sides with novelists"),
        .. Lines("space", "Satellite maker Perigee launches a rocket", "Rocket of Perigee puts satellite in orbit", "Perigee satellite rocket delayed"),
        .. Lines("health", "Marrow Health tests cancer screening tool", "Cancer screening by Marrow Health approved", "Hospitals adopt Marrow Health cancer screening"),
    ];

    private static Story[] Lines(string publisher, params string[] titles) =>
        [.. titles.Select((title, n) => Story(title, publisher: $"{publisher} {n}"))];

    [Fact]
    public void A_guide_draws_stories_of_both_languages()
    {
        var grouping = ThemeGrouper.Group([Story("New privacy rules for Harbour"), Story("監管機構調查極光"), Story("Oakline opens a bakery")], [Compliance], "zh-CN");
        var theme = Assert.Single(grouping.Themes);
        Assert.Equal("治理与合规", theme.Name);
        Assert.Equal("治理与合规", theme.Guide);
        Assert.Equal(2, theme.Stories.Count);
        Assert.Equal("Oakline opens a bakery", Assert.Single(grouping.Remainder).Lead.Title);
    }

    [Fact]
    public void A_guide_that_nothing_matches_makes_no_theme() =>
        Assert.DoesNotContain(ThemeGrouper.Group([Story("New privacy rules"), Story("Privacy law passed")], [Fishing], "en").Themes, theme => theme.Guide is not null);

    [Fact]
    public void A_guide_that_one_story_matches_makes_no_theme()
    {
        var grouping = ThemeGrouper.Group([Story("Trawler sinks"), Story("Privacy law passed"), Story("Privacy rules fought")], [Fishing, Compliance], "en");
        Assert.Equal("治理与合规", Assert.Single(grouping.Themes).Name);
        Assert.Equal("Trawler sinks", Assert.Single(grouping.Remainder).Lead.Title);
    }

    /// <summary>The order gives the anchors: pages of two languages have the same.</summary>
    [Fact]
    public void Themes_of_equal_weight_stand_in_one_order_in_every_language()
    {
        ThemeGuide[] guides = [Called("甲", "Alpha", "privacy"), Called("乙", "Zeta", "robot")];
        Story[] stories = [Story("Privacy law passed"), Story("Privacy rules fought"), Story("Robot arm folds"), Story("Robot dog walks")];

        var (english, chinese) = (ThemeGrouper.Group(stories, guides, "en").Themes, ThemeGrouper.Group(stories, guides, "zh-CN").Themes);

        Assert.Equal(2, english.Count);
        Assert.Equal(english.Select(theme => theme.Guide), chinese.Select(theme => theme.Guide));
    }

    private static ThemeGuide Called(string name, string english, string keyword) =>
        new(name, [keyword]) { Names = new Dictionary<string, string> { ["en"] = english } };

    [Theory]
    [InlineData("en", "Rules")]
    [InlineData("zh-CN", "治理与合规")]
    public void A_guide_is_called_in_the_digests_language(string language, string name)
    {
        var guide = new ThemeGuide("治理与合规", ["privacy"]) { Names = new Dictionary<string, string> { ["en"] = "Rules" } };
        var theme = Assert.Single(ThemeGrouper.Group([Story("Privacy law passed"), Story("Privacy rules fought")], [guide], language).Themes);
        Assert.Equal((name, "治理与合规"), (theme.Name, theme.Guide));
    }

    [Fact]
    public void A_keyword_is_a_whole_word()
    {
        var guide = new ThemeGuide("Art", ["art", "US"]);
        Assert.Empty(ThemeGrouper.Group([Story("Party starts"), Story("Tell us of the cartel")], [guide], "en").Themes);
        Assert.Single(ThemeGrouper.Group([Story("An ART fair"), Story("Arts council of the US")], [guide], "en").Themes);
    }

    [Fact]
    public void A_mention_in_passing_is_not_enough()
    {
        var passing = Story("Bakery opens", "The owner once had a robot.");
        var about = Story("Bakery opens again", "A robot kneads. The robot bakes. Customers like the robot.");
        var grouping = ThemeGrouper.Group([passing, about, Story("Robot wins race")], [Robots], "en");
        Assert.DoesNotContain(passing, grouping.Themes[0].Stories);
        Assert.Contains(about, grouping.Themes[0].Stories);
    }

    [Fact]
    public void The_rarer_keyword_and_the_title_decide()
    {
        var contested = Story("Robot privacy rules tightened");
        var grouping = ThemeGrouper.Group(
            [contested, Story("Privacy of patients"), .. Enumerable.Range(0, 8).Select(n => Story($"Robot number {n} walks"))], [Robots, Compliance], "en");
        Assert.Contains(contested, grouping.Themes.Single(theme => theme.Name == "治理与合规").Stories);
    }

    [Fact]
    public void Without_guides_four_to_eight_themes_emerge()
    {
        var grouping = ThemeGrouper.Group(Subjects(), [], "en");
        Assert.InRange(grouping.Themes.Count, 4, 8);
        Assert.All(grouping.Themes, theme => Assert.Null(theme.Guide));
        Assert.All(grouping.Themes, theme => Assert.Single(theme.Stories.Select(story => story.Lead.Publisher.Split(' ')[0]).Distinct()));
    }

    [Fact]
    public void Many_subjects_make_at_most_eight_themes()
    {
        var stories = Enumerable.Range(0, 200).Select(n => Story($"Subject{n / 4} thing{n / 4} goes on {n}", publisher: $"P{n}")).ToList();
        Assert.InRange(ThemeGrouper.Group(stories, [], "en").Themes.Count, 4, 8);
        var guides = Enumerable.Range(0, 20).Select(n => new ThemeGuide($"G{n}", [$"subject{n}"])).ToList();
        Assert.Equal(8, ThemeGrouper.Group(stories, guides, "en").Themes.Count);
    }

    [Fact]
    public void What_belongs_nowhere_stays_in_the_remainder()
    {
        var stray = Story("潮汐表与灯塔的漫长冬天");
        var grouping = ThemeGrouper.Group([.. Subjects(), stray], [], "en");
        Assert.Contains(stray, grouping.Remainder);
        Assert.Equal(Subjects().Length + 1, grouping.Stories.Count());
    }

    [Fact]
    public void An_emerging_theme_is_named_by_what_its_titles_share()
    {
        var names = ThemeGrouper.Group(Subjects(), [], "en").Themes.Select(theme => theme.Name).ToList();
        Assert.Contains("Marrow Health", names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void A_name_is_in_the_digests_language_where_a_title_is()
    {
        var chinese = Story("北光实验室开放极光模型，供开发者免费使用，并公布了全部训练数据与评测方法", "Aurora Northlight Aurora Northlight");
        var english = Story("Northlight opens Aurora to all developers", "Aurora Northlight Aurora Northlight");
        Assert.Equal("北光实验室开放极光模型，供开发者免费使用", Assert.Single(ThemeGrouper.Group([chinese, english], [], "zh-CN").Themes).Name);
        Assert.Equal("Northlight opens Aurora to all developers", Assert.Single(ThemeGrouper.Group([chinese, english], [], "en").Themes).Name);
    }

    [Theory]
    [InlineData("Short title", "Short title")]
    [InlineData("Cobalt Robotics expands abroad: what it means for the harbour cities of the north", "Cobalt Robotics expands abroad")]
    [InlineData("Cobalt Robotics has expanded to eleven of the harbour cities of the north", "Cobalt Robotics has expanded to eleven of the harbour…")]
    [InlineData("北光实验室开放极光模型供全体开发者免费使用并公布了全部训练数据", "北光实验室开放极光模型供全体开发者免费使用并公…")]
    [InlineData("!!!", "")]
    [InlineData("cobalt/arm-kit", "")]
    [InlineData("\uD800\0", "")]
    public void A_title_is_cut_where_it_can_be_cut(string title, string name) => Assert.Equal(name, ThemeNames.Shorten(title));

    [Fact]
    public void More_publishers_weigh_more_than_one_that_repeats_itself()
    {
        var giant = Enumerable.Range(0, 6).Select(n => Story($"Robot number {n} walks", publisher: "Giant"));
        var many = Enumerable.Range(0, 4).Select(n => Story($"Privacy case {n} opens", publisher: $"P{n}"));
        var grouping = ThemeGrouper.Group([.. giant, .. many], [Robots, Compliance], "en");
        Assert.Equal(["治理与合规", "Robots"], grouping.Themes.Select(theme => theme.Name));
    }

    [Fact]
    public void Publishers_take_turns_in_a_theme()
    {
        var giant = Enumerable.Range(0, 5).Select(n => Some.Story(Some.Article($"Robot number {n} walks", publisher: "Giant") with { Weight = 1.5 }));
        var theme = ThemeGrouper.Group([.. giant, Story("Robot in a field", publisher: "Small")], [Robots], "en").Themes[0];
        Assert.Equal(["Giant", "Small"], theme.Stories.Take(2).Select(story => story.Lead.Publisher));
    }

    [Fact]
    public void No_stories_make_no_theme()
    {
        var grouping = ThemeGrouper.Group([], [Robots], "en");
        Assert.Empty(grouping.Themes);
        Assert.Empty(grouping.Remainder);
    }

    [Fact]
    public void A_story_alone_is_a_remainder() => Assert.Single(ThemeGrouper.Group([Story("Robot walks")], [Robots], "en").Remainder);

    [Fact]
    public void Hostile_text_is_only_text()
    {
        string[] odd = ["", "\0", "\uD800", "!!!", new string('机', 500_000), string.Concat(Enumerable.Repeat("robot ", 200_000)), "robot\u202E robot"];
        var guide = new ThemeGuide("Odd", ["", " ", "\0", "robot", "-", "("]);
        var grouping = ThemeGrouper.Group([.. odd.Select((title, n) => Story(title, title, $"P{n}"))], [guide], "zh-CN");
        Assert.Equal(odd.Length, grouping.Stories.Count());
        Assert.All(grouping.Themes, theme => Assert.NotEmpty(theme.Name));
    }

    [Fact]
    public void The_order_of_arrival_changes_nothing()
    {
        string[] all = ["Northlight", "Aurora", "robot", "privacy", "model", "机器人", "监管", "发布", "Veridian", "court", "rocket"];
        var word = Gen.Int[0, all.Length - 1].Select(n => all[n]);
        var story = Gen.Select(word.Array[1, 5], Gen.Int[0, 5], (words, publisher) => Story(string.Join(' ', words), publisher: "P" + publisher));
        Gen.Select(story.Array[0, 40], Gen.Int).Sample(
            (stories, seed) =>
            {
                var distinct = stories.DistinctBy(s => s.Id).ToArray();
                var shuffled = distinct.ToArray();
                new Random(seed).Shuffle(shuffled);
                return Told(ThemeGrouper.Group(distinct, [Robots, Compliance], "zh-CN")) == Told(ThemeGrouper.Group(shuffled, [Robots, Compliance], "zh-CN"));
            },
            iter: 200);
    }

    private static string Told(Grouping grouping) =>
        string.Join('\n', grouping.Themes.Select(theme => theme.Name + ": " + string.Join(' ', theme.Stories.Select(story => story.Id))))
        + "\n- " + string.Join(' ', grouping.Remainder.Select(story => story.Id));
}
