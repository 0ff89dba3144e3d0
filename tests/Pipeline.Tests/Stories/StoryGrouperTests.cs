using CsCheck;
using Pipeline.Model;
using Pipeline.Stories;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Stories;

public class StoryGrouperTests
{
    private static DateTimeOffset Later(double hours) => Some.Instant.AddHours(hours);

    private static bool Together(IReadOnlyList<Story> stories, params Article[] articles) =>
        stories.Any(story => articles.All(story.Articles.Contains));

    private static void AssertApart(params Article[] articles) =>
        Assert.Equal(articles.Length, StoryGrouper.Group(articles).Count);

    private static void AssertTogether(params Article[] articles) => Assert.Single(StoryGrouper.Group(articles));

    [Fact]
    public void Reports_of_one_event_are_a_story() => AssertTogether(
        Some.Article("Northlight Lab releases its open Aurora 4 model", publisher: "Harbour Post"),
        Some.Article("Aurora 4, an open model, is released by Northlight", publisher: "Pinefield Wire", published: Later(5)),
        Some.Article("Northlight opens Aurora 4 to everyone", publisher: "The Lantern", published: Later(9)));

    [Fact]
    public void Chinese_reports_of_one_event_are_a_story() => AssertTogether(
        Some.Article("北光实验室发布开源模型极光四号", publisher: "港湾日报"),
        Some.Article("极光四号开源模型由北光实验室正式发布", publisher: "松野快讯", published: Later(3)));

    [Fact]
    public void Traditional_joins_Simplified() => AssertTogether(
        Some.Article("北光實驗室發佈開源機器人模型極光", publisher: "港湾日报"),
        Some.Article("北光实验室发布开源机器人模型极光", publisher: "松野快讯"));

    [Fact]
    public void A_Chinese_and_an_English_report_are_a_story()
    {
        var english = Some.Article("Veridian AI raises $1.2 billion to build data centers in Japan", publisher: "Harbour Post");
        var chinese = Some.Article("Veridian 融资 12 亿美元，将在日本建设数据中心", publisher: "松野快讯", published: Later(6));
        var other = Some.Article("EU regulator opens privacy case against Marrow Health", publisher: "Pinefield Wire");
        var stories = StoryGrouper.Group([english, chinese, other]);
        Assert.True(Together(stories, english, chinese));
        Assert.Equal(2, stories.Count);
    }

    [Fact]
    public void Languages_meet_in_names_amounts_and_aliases_however_much_else_is_said()
    {
        var english = Some.Article(
            "Veridian secures $1.2 billion to put humanoid cooks into hospital kitchens and hotel laundries",
            "The company said the money would pay for a second factory and for hiring four hundred engineers. Investors had waited since autumn "
            + "for the deal to close, and several of them doubled their commitment after visiting the workshop, where prototypes peel onions, "
            + "fold towels and carry trays along crowded corridors under the eyes of patient supervisors.", "Harbour Post");
        var chinese = Some.Article(
            "机器厨师要来了：Veridian 宣布获得 12 亿美元新资金，计划进入医院厨房和酒店洗衣房",
            "公司表示，这笔资金将用于兴建第二座工厂，并招聘四百名工程师。投资方自去年秋天以来一直等待交易完成，其中数家在参观车间之后把承诺金额提高了一倍。"
            + "车间里的样机会剥洋葱、叠毛巾，还能端着托盘穿过拥挤的走廊，旁边站着耐心的督导员。", "松野快讯", Later(6));
        AssertTogether(english, chinese);
    }

    [Fact]
    public void One_name_in_common_joins_no_two_languages() => AssertApart(
        Some.Article("Veridian opens an office in a lighthouse"),
        Some.Article("Veridian 首席科学家谈睡眠与写作"));

    [Fact]
    public void Two_versions_are_two_events() => AssertApart(
        Some.Article("Northlight releases Aurora 4.5 with longer memory"),
        Some.Article("Northlight releases Aurora 4.6 with longer memory", published: Later(20)));

    [Fact]
    public void Two_versions_are_two_events_in_Chinese() => AssertApart(
        Some.Article("北光实验室发布极光 4.5，记忆更长"),
        Some.Article("北光实验室发布极光 4.6，记忆更长", published: Later(20)));

    [Fact]
    public void Two_funding_rounds_are_two_events() => AssertApart(
        Some.Article("Cobalt Robotics raises $40 million Series B led by Pinefield Capital", "Cobalt Robotics said on Tuesday it has raised $40 million."),
        Some.Article("Marrow Health raises $25 million Series B led by Oakline Partners", "Marrow Health said on Tuesday it has raised $25 million."));

    [Fact]
    public void Two_quakes_are_two_events() => AssertApart(
        Some.Article("Magnitude 7.1 earthquake strikes off Port Amber"),
        Some.Article("Magnitude 6.4 earthquake strikes near Lake Veld", published: Later(30)));

    [Fact]
    public void The_same_words_a_week_later_are_weaker_evidence()
    {
        Article Report(double hours, string title) => Some.Article(title, publisher: title, published: Later(hours));
        AssertTogether(Report(0, "Harbour council votes on robot taxis before summer"), Report(2, "Council delays its taxis ruling after long debate"));
        AssertApart(Report(0, "Harbour council votes on robot taxis before summer"), Report(150, "Council delays its taxis ruling after long debate"));
    }

    [Fact]
    public void A_wire_copy_is_one_voice_of_two_publishers()
    {
        var wire = Some.Article("Regulator fines Cobalt Robotics", Text(60), "Pinefield Wire");
        var copy = Some.Article("Cobalt fined", "(Pinefield) " + Text(60) + " More of our coverage.", "Harbour Post", Later(2));
        var story = Assert.Single(StoryGrouper.Group([copy, wire]));
        var voice = Assert.Single(story.Voices);
        Assert.Same(wire, voice.Original);
        Assert.Same(copy, Assert.Single(voice.Copies));
        Assert.Equal(["Pinefield Wire", "Harbour Post"], story.Publishers);
    }

    [Fact]
    public void A_Chinese_wire_copy_is_one_voice()
    {
        var text = "周二，监管机构对钴石机器人公司处以罚款，原因是其巡逻机器人在未获许可的情况下记录了路人的影像，公司表示将在三十天内提出上诉并更新全部设备。";
        var story = Assert.Single(StoryGrouper.Group([Some.Article("钴石被罚", text, "港湾日报"), Some.Article("监管开出罚单", "本报讯 " + text, "松野快讯", Later(1))]));
        Assert.Single(story.Voices);
    }

    [Fact]
    public void One_page_in_two_feeds_is_one_voice()
    {
        var one = Some.Article("Aurora is out", url: "https://lab.example/aurora");
        Assert.Single(Assert.Single(StoryGrouper.Group([one, one with { Source = "Another feed" }])).Voices);
    }

    [Fact]
    public void A_formula_in_common_makes_no_copy() => Assert.All(
        StoryGrouper.Group([Some.Article("Weekly round-up", "Good morning.", "A"), Some.Article("Weekly round-up", "Good evening.", "B")]),
        story => Assert.All(story.Voices, voice => Assert.Empty(voice.Copies)));

    [Fact]
    public void The_same_title_without_a_text_is_a_copy() => Assert.Single(Assert.Single(StoryGrouper.Group(
        [Some.Article("Northlight opens Aurora to all developers", publisher: "A"), Some.Article("Northlight Opens Aurora to All Developers!", publisher: "B")])).Voices);

    [Fact]
    public void The_lead_has_a_text_and_a_weighty_source()
    {
        var bare = Some.Article("Northlight releases Aurora 4 today", publisher: "A", published: Later(-1)) with { Weight = 9 };
        var light = Some.Article("Aurora 4 released by Northlight", "Northlight has released Aurora 4. " + Text(40), "B");
        var heavy = Some.Article("Northlight's Aurora 4 is released", "Aurora 4 is what Northlight has released. " + Text(40, 7), "C") with { Weight = 2 };
        var story = Assert.Single(StoryGrouper.Group([bare, light, heavy]), story => story.Articles.Count == 3);
        Assert.Same(heavy, story.Lead);
        Assert.Same(bare, story.Articles[2]);
    }

    [Fact]
    public void No_articles_make_no_story() => Assert.Empty(StoryGrouper.Group([]));

    [Fact]
    public void An_article_alone_is_a_story() => Assert.Single(StoryGrouper.Group([Some.Article("Aurora is out")]));

    [Fact]
    public void Articles_without_words_are_each_a_story() => AssertApart(
        Some.Article(""), Some.Article("!?", publisher: "B"), Some.Article("\0\0", publisher: "C"), Some.Article("\uD800", publisher: "D"), Some.Article("。。。", publisher: "E"));

    [Fact]
    public void A_huge_title_and_a_huge_text_are_read() => AssertApart(
        Some.Article(new string('北', 1_000_000), new string('a', 3_000_000)), Some.Article(Text(200_000), publisher: "B"));

    /// <summary>Titles out of few words resemble each other in every degree, so that a dependence on order has where to show.</summary>
    [Fact]
    public void The_order_of_arrival_changes_nothing()
    {
        string[] all = ["Northlight", "Aurora 4.5", "Aurora 4.6", "releases", "model", "$40 million", "4000 万", "融资", "机器人", "发布", "Veridian", "fined", ""];
        var word = Gen.Int[0, all.Length - 1].Select(n => all[n]);
        var article = Gen.Select(word.Array[1, 6], Gen.Int[0, 3], Gen.Int[0, 40], (words, publisher, hours) =>
            Some.Article(string.Join(' ', words), publisher: "P" + publisher, published: Later(hours)));
        Gen.Select(article.Array[0, 40], Gen.Int).Sample(
            (articles, seed) =>
            {
                var shuffled = articles.ToArray();
                new Random(seed).Shuffle(shuffled);
                return Told(StoryGrouper.Group(articles)) == Told(StoryGrouper.Group(shuffled));
            },
            iter: 200, print: pair => Told(StoryGrouper.Group(pair.Item1)));
    }

    [Fact]
    public void Every_article_stands_in_exactly_one_story()
    {
        var articles = Enumerable.Range(0, 300).Select(n => Some.Article($"{Text(6, n % 40)} report {n % 50}", publisher: "P" + (n % 9), published: Later(n))).ToArray();
        var told = StoryGrouper.Group(articles).SelectMany(story => story.Articles).ToList();
        Assert.Equal(articles.Length, told.Count);
        Assert.Equal(articles.ToHashSet(), told.ToHashSet());
    }

    private static string Told(IReadOnlyList<Story> stories) => string.Join('\n', stories.Select(story =>
        story.Id + ": " + string.Join(" | ", story.Voices.Select(voice => string.Join(" = ", voice.Articles.Select(a => a.Url + a.Title))))));

    /// <summary>Different words for a different start; nothing in them means anything.</summary>
    private static string Text(int words, int start = 0) =>
        string.Join(' ', Enumerable.Range(start * 1000, words).Select(n => StableId.Of(n.ToString(System.Globalization.CultureInfo.InvariantCulture))[..7]));
}
