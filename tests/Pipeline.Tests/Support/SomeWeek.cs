using Pipeline.Model;

namespace Pipeline.Tests.Support;

/// <summary>A made-up week in two languages: three themes, one story without a theme, copies, stubs, boilerplate.</summary>
internal static class SomeWeek
{
    public static IReadOnlyList<Article> Articles { get; } =
    [
        Tell("Brightmoor", "Quillon opens Atlas 3 to enterprises at half the price", """
            Quillon opened its Atlas 3 model to enterprises on Tuesday at $4 per million tokens, half of what Atlas 2 costs.
            It also comes with an audit log that customers had asked for. Atlas 3 will cut the cost of support desks by 30%, according to Quillon's own tests at nine customers.
            Developers can now run Atlas 3 on a single server with the open toolkit. Read more about Atlas 3 in our newsletter.
            Quillon plans to launch a version for phones by the end of April 2026. Is this the end of large data centres?
            """),
        Tell("Copper Wire", "Quillon's Atlas 3 goes on sale", """
            Quillon sells again.
            Quillon opened its Atlas 3 model to enterprises on Tuesday at $4 per million tokens, half of what Atlas 2 costs.
            However, the model still needs a human to check its sums. The post Quillon's Atlas 3 goes on sale appeared first on Copper Wire.
            """),
        Tell("明川科技报", "启隆发布 Atlas 3，面向企业开放且价格减半", """
            启隆公司周二向企业开放 Atlas 3 模型，每百万词元 4 美元，价格是上一代的一半。
            该模型还提供审计日志。启隆公司称，Atlas 3 将使客服成本降低 30%，已有九家客户参与测试。
            企业应在接入 Atlas 3 之前完成数据分级，并保留人工复核。图源：启隆公司官网。
            启隆公司计划于 2026 年 4 月底前推出手机版 Atlas 3。你会用它吗？
            """),
        Tell("Northlight Lab", "Northlight releases Fern, a small open model for phones", """
            Northlight Lab released Fern, an open model with 3 billion parameters that runs on phones without a network.
            We're excited to share Fern with the world! Fern lets developers translate speech in 40 languages on the phone itself.
            Developers should test Fern on old phones first, because memory below 6 GB slows it by half.
            """),
        Tell("河洲晚报", "北光实验室开源小模型 Fern，手机可离线运行", """
            北光实验室开源了 30 亿参数的小模型 Fern，可在手机上离线运行。
            此外，该团队公布了训练数据清单。开发者可直接下载 Fern 的权重，商用无需另行申请。
            手机厂商有望借此减少云端开销，北光实验室估计每部手机每年节省成本 12 元。
            """),
        Tell("Harbour Post", "Port city council adopts rules for automated decisions", """
            The council of Lindmar adopted rules on Wednesday that make every automated decision open to appeal.
            Companies must name a responsible person for each automated system by 1 September 2026.
            The rules mean that about 600 firms in Lindmar face fines of up to 2% of revenue. Regulators should publish a register of such systems within a year, the council said.
            """),
        Tell("明川科技报", "林德马市议会通过自动化决策条例", """
            林德马市议会周三通过自动化决策条例，任何自动作出的决定都可以申诉。
            条例将影响约 600 家企业，违规企业最高面临营收 2% 的罚款。
            条例自 2026 年 9 月 1 日起施行，企业须在此前为每个自动化系统指定负责人。
            """),
        Tell("Evening Ledger", "Lindmar's rules for machines: what changes", """
            Lindmar is the first port city with an appeal against machines, its council said on Wednesday.
            This is a big deal. Regulators in three neighbouring cities expect to decide on similar rules in the second quarter of 2026.
            """),
        Tell("河洲晚报", "河洲省就训练数据标注发布征求意见稿", """
            河洲省数据局发布训练数据标注征求意见稿，要求标注人员的姓名和工时留档三年。
            征求意见截止日期为 2026 年 3 月 15 日。监管机构应在四个月内公布抽查结果，征求意见稿写明。
            标注企业的成本预计上升 8%，小型标注团队受到的冲击最大。
            """),
        Tell("Copper Wire", "Halden builds a chip plant that runs on river water", """
            Halden began work on a chip plant in Ostrava Bay that cools its machines with river water alone.
            The plant will lower the energy cost of each chip by 18%, and it risks a shortage of water in dry summers.
            Halden will open the plant in the third quarter of 2027 and employ 900 people.
            """),
        Tell("Harbour Post", "Halden starts river-cooled chip plant", """
            Halden began work on a chip plant in Ostrava Bay that cools its machines with river water alone.
            Fishermen's groups asked Halden to publish the river's temperature every day. […]
            """),
        Tell("明川科技报", "海登动工建设河水冷却的芯片工厂", """
            海登公司在奥斯特湾动工建设芯片工厂，全部机器用河水冷却，总投资 12 亿美元。
            工厂计划 2027 年第三季度投产，届时雇用 900 人。
            """),
        Tell("Brightmoor", "Scientists at Velm University test memory chips made of clay", """
            Scientists at Velm University stored 64 bits in a chip made of clay for 200 days.
            Researchers need to repeat the test at higher temperatures before anyone builds a product, said Velm University.
            Clay chips could reduce the cost of sensors in soil to 5 cents.
            """),
        Tell("Pixel Almanac", "quill/tinytable", "A table editor for terminals. | stars=314 | language=Python | updatedAt=2026-02-03T14:30:23Z"),
        Tell("Link Board", "A clay chip that remembers", "Article URL: https://velm.example/clay Comments URL: https://board.example/1 Points: 3 # Comments: 0"),
        Tell("Harbour Post", "Lighthouse keepers' archive goes online", "The archive of the Lindmar lighthouse keepers went online with 12,000 scanned pages."),
    ];

    public static WeekNews News(string language = "zh-CN", Func<IEnumerable<Article>, IEnumerable<Article>>? order = null)
    {
        Article[] articles = [.. (order ?? (same => same))(Articles)];
        return Of(language, articles, Themes(language), [Story(15)]);
    }

    /// <summary>A week of the articles, each a story without a theme.</summary>
    public static WeekNews Loose(string language, params Article[] articles) =>
        Of(language, articles, [], [.. articles.Select(article => Some.Story(article))]);

    public static WeekNews Of(string language, IReadOnlyList<Article> articles, IReadOnlyList<Theme> themes, IReadOnlyList<Story> remainder) => new()
    {
        Week = Some.Week,
        Language = language,
        Articles = articles,
        Grouping = new Grouping(themes, remainder),
        Coverage = new Coverage(),
    };

    /// <summary>A theme of stories with one article each.</summary>
    public static WeekNews Themed(string language, params Article[] articles) =>
        Of(language, articles, [new Theme(language == "en" ? "Models" : "模型", [.. articles.Select(article => Some.Story(article))]) { Id = "t1" }], []);

    private static Theme[] Themes(string language) => language == "en"
        ?
        [
            new("Models and prices", [Story(0, 1, 2), Story(3, 4)]) { Id = "t1" },
            new("Rules", [Story(5, 6, 7), Story(8)]) { Id = "t2" },
            new("Chips", [Story(9, 10, 11), Story(12, 14), Story(13)]) { Id = "t3" },
        ]
        :
        [
            new("模型与价格", [Story(0, 1, 2), Story(3, 4)]) { Id = "t1" },
            new("治理与合规", [Story(5, 6, 7), Story(8)]) { Id = "t2" },
            new("芯片", [Story(9, 10, 11), Story(12, 14), Story(13)]) { Id = "t3" },
        ];

    private static Story Story(params int[] places) => Some.Story([.. places.Select(place => Articles[place])]);

    private static Article Tell(string publisher, string title, string text) => Some.Article(title, text.TrimEnd(), publisher);
}
