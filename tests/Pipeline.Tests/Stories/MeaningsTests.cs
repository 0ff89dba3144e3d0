using CsCheck;
using Pipeline.Linguistics;
using Pipeline.Model;
using Pipeline.Stories;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Stories;

public class MeaningsTests
{
    private static readonly Article English = Some.Article("Ferry runs aground outside the old harbour", "Passengers were taken off by fishing boats before dawn.", "Harbour Post");

    private static readonly Article Chinese = Some.Article("渡轮搁浅，乘客获救", "天亮前，渔民把乘客一一接走。", "松野快讯", Some.Instant.AddHours(3));

    private static readonly Article Other = Some.Article("议会推迟表决新的噪音条例", "议员们要求再听取居民意见。", "港湾日报", Some.Instant.AddHours(2));

    [Fact]
    public void Two_languages_without_a_word_in_common_meet_by_their_meaning()
    {
        Article[] articles = [English, Chinese, Other];

        Assert.Equal(3, StoryGrouper.Group(articles).Count);
        var stories = StoryGrouper.Group(articles, new StoryOptions(), FakeEmbedding.MeaningsOf(articles, Ferry));
        Assert.Equal([English, Chinese], Assert.Single(stories, story => story.Articles.Count == 2).Articles.OrderBy(article => article.Published));
        Assert.Equal(2, stories.Count);
    }

    [Fact]
    public void Two_reports_in_one_language_meet_by_their_meaning()
    {
        Article[] articles = [Chinese, Some.Article("客船触礁无人伤亡", "全体旅客已平安上岸。", "港湾日报"), Other];

        Assert.Equal(3, StoryGrouper.Group(articles).Count);
        Assert.Equal(2, StoryGrouper.Group(articles, new StoryOptions(), FakeEmbedding.MeaningsOf(articles, text => text.Contains('船') || text.Contains('轮') ? "ferry" : null)).Count);
    }

    [Fact]
    public void What_titles_contradict_no_meaning_makes_good()
    {
        Article[] articles =
        [
            Some.Article("Northlight releases Aurora 4.5 with longer memory", publisher: "Harbour Post"),
            Some.Article("北光发布 Aurora 4.6，记忆更长", publisher: "松野快讯"),
        ];

        Assert.Equal(2, StoryGrouper.Group(articles, new StoryOptions(), FakeEmbedding.MeaningsOf(articles, _ => "release")).Count);
    }

    /// <summary>The same numbers for every text, or numbers by chance: no scale can be read off, so that words alone count.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_model_that_tells_nothing_apart_changes_nothing(bool same)
    {
        var articles = SomeWeek.Articles;
        var texts = Meanings.Texts(articles);
        var meanings = Meanings.Of(texts, [.. texts.Select(text => new ReadOnlyMemory<float>(FakeEmbedding.Random(same ? "same" : text)))]);

        Assert.Equal(Told(StoryGrouper.Group(articles)), Told(StoryGrouper.Group(articles, new StoryOptions(), meanings)));
    }

    [Fact]
    public void The_order_of_arrival_changes_nothing()
    {
        string[] all = ["Northlight", "Aurora 4.5", "releases", "model", "融资", "机器人", "发布", "Veridian", "fined", ""];
        var word = Gen.Int[0, all.Length - 1].Select(n => all[n]);
        var article = Gen.Select(word.Array[1, 5], Gen.Int[0, 3], Gen.Int[0, 40], (words, publisher, hours) =>
            Some.Article(string.Join(' ', words), publisher: "P" + publisher, published: Some.Instant.AddHours(hours)));
        Gen.Select(article.Array[0, 40], Gen.Int).Sample(
            (articles, seed) =>
            {
                var shuffled = articles.ToArray();
                new Random(seed).Shuffle(shuffled);
                return Told(Grouped(articles)) == Told(Grouped(shuffled));
            },
            iter: 100, print: pair => Told(Grouped(pair.Item1)));

        // Four events, so that meanings join what words do not.
        static IReadOnlyList<Story> Grouped(Article[] articles) => StoryGrouper.Group(articles, new StoryOptions(), FakeEmbedding.MeaningsOf(articles, text => $"{text.Length % 4}"));
    }

    [Fact]
    public void Each_text_is_asked_for_once_and_what_says_nothing_never()
    {
        var texts = Meanings.Texts([English, Chinese, English with { Source = "another feed" }, Some.Article(""), Some.Article("!?", "\0")]);

        Assert.Equal([.. Yardstick.Texts, .. new[] { Meanings.Text(English), Meanings.Text(Chinese) }.Order(StringComparer.Ordinal)], texts);
    }

    [Fact]
    public void A_text_is_short_and_whole_whatever_the_article_holds()
    {
        var text = Meanings.Text(Some.Article("A \uD800 title\u0007", new string('北', 100_000)));
        Assert.StartsWith("A \uFFFD title\n北", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 380, 420);
        Assert.InRange(Meanings.Text(Some.Article(new string('a', 1_000_000), "b")).Length, 1_190, 1_200);
        Assert.InRange(Meanings.Text(Some.Article(string.Concat(Enumerable.Repeat("😀", 10_000)))).EnumerateRunes().Count(), 390, 400);
    }

    [Fact]
    public void Vectors_that_are_not_all_of_one_length_or_too_few_are_no_meanings()
    {
        string[] texts = ["a", "b"];

        Assert.NotNull(Meanings.Of(texts, [new float[] { 1, 2 }, new float[] { 2, 1 }]));
        Assert.Null(Meanings.Of(texts, [new float[] { 1, 2 }, new float[] { 2 }]));
        Assert.Null(Meanings.Of(texts, [new float[] { 1, 2 }]));
        Assert.Null(Meanings.Of(texts, [new float[] { 1, 2 }, new float[] { 0, 0 }]));
    }

    [Fact]
    public void The_yardsticks_tellings_are_in_both_languages() => Assert.All(Yardstick.Texts.Chunk(4), tellings =>
        Assert.Equal(["en", "en", "zh", "zh"], tellings.Select(text => Script.LanguageOf(text))));

    private static string? Ferry(string text) => text.Contains("Ferry", StringComparison.Ordinal) || text.Contains("渡轮", StringComparison.Ordinal) ? "ferry" : null;

    private static string Told(IReadOnlyList<Story> stories) => string.Join('\n', stories.Select(story => string.Join(" | ", story.Articles.Select(article => article.Url + article.Title))));
}
