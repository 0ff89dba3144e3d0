using Pipeline.Digests;
using Pipeline.Linguistics;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

/// <summary>A small week about invented companies, in both languages: what the golden files show and the mutations spoil.</summary>
internal static class SampleWeek
{
    private static readonly Article Release = Article("Northlight ships Aurora 2", "Northlight Lab", "2026-02-02T08:00:00Z", "en",
        "Northlight Lab released Aurora 2 on Monday, a model that runs on a single card. The company says it halves the cost of a query. A smaller edition follows in March.\nNobody outside the lab has tested it yet.");

    private static readonly Article Doubts = Article("Aurora 2: what the benchmarks leave out", "Harbour Courier", "2026-02-03T17:30:00Z", "en",
        "Harbour Courier ran Aurora 2 on its own questions. It failed 14 of 100, twice as many as the lab reports. Northlight did not answer our questions.");

    private static readonly Article Chinese = Article("北光发布 Aurora 2，单卡即可运行", "海潮科技", "2026-02-02T20:15:00Z", "zh",
        "北光实验室周一发布模型 Aurora 2，单张显卡即可运行。公司称查询成本减半。业内人士认为，这会让更多中小企业用得起大模型。");

    private static readonly Article Rule = Article("监管部门就模型备案征求意见", "海潮科技", "2026-02-04T02:00:00Z", "zh",
        "监管部门周三就模型备案规则公开征求意见，期限为三十天。草案要求服务商公布训练数据的来源类别。违者最高罚款五百万元。");

    private static readonly Article Reaction = Article("Filing rule: {{ small }} labs ask for <more> time", "Harbour Courier", "2026-02-05T09:00:00Z", "en",
        "Small labs asked for ninety days instead of thirty. * They say the draft names no office.");

    private static readonly Article Loose = Article("Quarry Robotics opens a plant", "Quarry Robotics", "2026-02-05T10:00:00Z", "en",
        "Quarry Robotics opened a plant in Lowmoor. It makes grippers. “Hands first,” said its founder.");

    private static readonly Article TitleOnly = Article("Tallow & Sons [update]", "Harbour Courier", "2026-02-01T22:30:00Z", "en", "");

    public static IReadOnlyList<Article> Articles { get; } = [.. new[] { Release, Doubts, Chinese, Rule, Reaction, Loose, TitleOnly }.OrderBy(article => article.Published)];

    public static Grouping Ungrouped { get; } = new(
        [
            new Theme("模型与成本", [Some.Story(Release, Chinese, Doubts)]) { Guide = "模型与成本" },
            new Theme("治理与合规", [Some.Story(Rule), Some.Story(Reaction)]),
        ],
        [Some.Story(Loose), Some.Story(TitleOnly)]);

    public static Anchors Anchors { get; } = Anchoring.Assign(Anchors.None, Articles, Ungrouped);

    public static Site Site(string language) => language == "en" ? new Site { Title = "The Week in AI", Language = "en" } : new Site();

    public static Templates Templates(string language) => Pipeline.Digests.Templates.Load(Path.Combine(Repository.Root, "templates"), language);

    public static IReadOnlyList<OutputFile> Files(string language, Manifest? earlier = null) =>
        DigestWriter.Write(Digest(language), Anchors, Site(language), Templates(language), earlier);

    public static Digest Digest(string language) => language == "en" ? English : InChinese;

    private static Digest InChinese { get; } = new()
    {
        News = News("zh-CN"),
        Headline = Claim("headline", ClaimKind.Headline, "北光实验室周一发布模型 Aurora 2，单张显卡即可运行。", Quote(Chinese, "北光实验室周一发布模型 Aurora 2，单张显卡即可运行。")),
        Introduction =
        [
            Counted("introduction-1", "本周收录 7 条报道，来自 4 家发布方。", [new Figure(Measure.Items, 7, Ids(Articles)), new Figure(Measure.Publishers, 4, Ids(Articles))]),
            Counted("introduction-2", "最多媒体报道的事件有 3 家发布方。", [new Figure(Measure.Publishers, 3, Ids([Release, Chinese, Doubts]))], Ids([Release])),
        ],
        Briefs =
        [
            new Brief(Themes[0],
                [
                    Claim("t1-case-1", ClaimKind.Case, "北光实验室周一发布模型 Aurora 2，单张显卡即可运行。", Quote(Chinese, "北光实验室周一发布模型 Aurora 2，单张显卡即可运行。"), Quote(Release, "Northlight Lab released Aurora 2 on Monday, a model that runs on a single card.")),
                    Claim("t1-case-2", ClaimKind.Case, "It failed 14 of 100, twice as many as the lab reports.", Quote(Doubts, "It failed 14 of 100, twice as many as the lab reports.")),
                ],
                [Claim("t1-impact-1", ClaimKind.Impact, "业内人士认为，这会让更多中小企业用得起大模型。", Quote(Chinese, "业内人士认为，这会让更多中小企业用得起大模型。"))]),
            new Brief(Themes[1],
                [Claim("t2-case-1", ClaimKind.Case, "监管部门周三就模型备案规则公开征求意见，期限为三十天。", Quote(Rule, "监管部门周三就模型备案规则公开征求意见，期限为三十天。"), QuoteTitle(Rule, "模型备案"))],
                [Claim("t2-impact-1", ClaimKind.Impact, "违者最高罚款五百万元。", Quote(Rule, "违者最高罚款五百万元。"))]),
        ],
        Advice = [new Advice("企业", [Claim("advice-1", ClaimKind.Advice, "草案要求服务商公布训练数据的来源类别。", Quote(Rule, "草案要求服务商公布训练数据的来源类别。"))])],
        Outlook =
        [
            new Outlook("t1", Claim("outlook-1-trend", ClaimKind.Signal, "公司称查询成本减半。", Quote(Chinese, "公司称查询成本减半。")),
                Claim("outlook-1", ClaimKind.Signal, "A smaller edition follows in March.", Quote(Release, "A smaller edition follows in March."))),
        ],
        Closing = [Counted("closing-1", "本周的报道使用 2 种语言。", [new Figure(Measure.Languages, 2, Ids([Release, Doubts, Chinese, Rule, Reaction]))]), Claim("closing-2", ClaimKind.Closing, "“Hands first,” said its founder.", Quote(Loose, "“Hands first,” said its founder."))],
        Analyst = "extractive",
    };

    private static Digest English { get; } = new()
    {
        News = News("en"),
        Headline = Claim("headline", ClaimKind.Headline, "Aurora 2: what the benchmarks leave out", QuoteTitle(Doubts, "Aurora 2: what the benchmarks leave out")),
        Introduction = [Counted("introduction-1", "This week's 7 items come from 4 publishers.", [new Figure(Measure.Items, 7, Ids(Articles)), new Figure(Measure.Publishers, 4, Ids(Articles))])],
        Briefs =
        [
            new Brief(Themes[0],
                [
                    Claim("t1-case-1", ClaimKind.Case, "Northlight Lab released Aurora 2 on Monday, a model that runs on a single card.", Quote(Release, "Northlight Lab released Aurora 2 on Monday, a model that runs on a single card.")),
                    Claim("t1-case-2", ClaimKind.Case, "公司称查询成本减半。", Quote(Chinese, "公司称查询成本减半。")),
                ],
                []),
            new Brief(Themes[1], [], [Claim("t2-impact-1", ClaimKind.Impact, "Small labs asked for ninety days instead of thirty.", Quote(Reaction, "Small labs asked for ninety days instead of thirty."))]),
        ],
        Outlook = [new Outlook("治理与合规", null, Claim("outlook-1", ClaimKind.Signal, "* They say the draft names no office.", Quote(Reaction, "* They say the draft names no office.")))],
        Analyst = "extractive",
    };

    private static IReadOnlyList<Theme> Themes => Anchoring.WithIds(Ungrouped, Anchors).Themes;

    private static WeekNews News(string language) => new()
    {
        Week = Some.Week,
        Language = language,
        Articles = Articles,
        Grouping = Anchoring.WithIds(Ungrouped, Anchors),
        Coverage = new Coverage { Read = ["Northlight Lab", "Harbour Courier", "海潮科技", "Quarry Robotics", "Quiet Desk"], Failed = ["Broken *Feed*"] },
    };

    private static Article Article(string title, string publisher, string published, string language, string text) =>
        Some.Article(title, text, publisher, DateTimeOffset.Parse(published, null)) with { Language = language, Url = $"https://{StableId.Of(publisher)[..6]}.example/{StableId.Of(title)[..6]}?a=1&b=(2)" };

    private static Claim Claim(string id, ClaimKind kind, string text, params Evidence[] evidence) => new()
    {
        Id = id,
        Kind = kind,
        Text = text,
        Language = Script.LanguageOf(text),
        Evidence = evidence,
    };

    private static Claim Counted(string id, string text, Figure[] figures, string[]? articles = null) =>
        Claim(id, ClaimKind.Computed, text) with { Figures = figures, Articles = articles ?? [] };

    private static Evidence Quote(Article article, string quotation) =>
        new(article.Id, Passage.Text, article.Text.IndexOf(quotation, StringComparison.Ordinal), quotation);

    private static Evidence QuoteTitle(Article article, string quotation) =>
        new(article.Id, Passage.Title, article.Title.IndexOf(quotation, StringComparison.Ordinal), quotation);

    private static string[] Ids(IEnumerable<Article> articles) => [.. articles.Select(article => article.Id)];
}
