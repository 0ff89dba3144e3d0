using System.Text.Json;
using Pipeline.Analysis;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

public class ExtractiveAnalystTests
{
    private static readonly Digest Chinese = ExtractiveAnalyst.Write(SomeWeek.News("zh-CN"));
    private static readonly Digest English = ExtractiveAnalyst.Write(SomeWeek.News("en"));

    public static TheoryData<string> Languages => ["zh-CN", "en"];

    [Theory, MemberData(nameof(Languages))]
    public void Every_claim_passes_the_gate(string language)
    {
        var digest = Of(language);
        var articles = digest.News.Articles.ToDictionary(article => article.Id);

        Assert.All(digest.Claims, claim => Assert.Empty(GroundingGate.Examine(claim, articles, digest.News).Reasons));
        Assert.All(digest.Claims, claim => Assert.True(claim.Verdict.Accepted));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_sentence_is_quoted_letter_for_letter(string language)
    {
        var digest = Of(language);
        var articles = digest.News.Articles.ToDictionary(article => article.Id);
        var quoted = digest.Claims.Where(claim => claim.Kind is ClaimKind.Case or ClaimKind.Impact or ClaimKind.Advice or ClaimKind.Signal).ToList();

        Assert.NotEmpty(quoted);
        Assert.All(quoted, claim =>
        {
            Assert.NotEmpty(claim.Evidence);
            Assert.Contains(claim.Text, new[] { claim.Evidence[0].Quotation, string.Join("：", claim.Evidence.Select(evidence => evidence.Quotation)), string.Join(": ", claim.Evidence.Select(evidence => evidence.Quotation)) });
            Assert.All(claim.Evidence, evidence => Assert.True(evidence.StandsIn(articles[evidence.Article])));
            Assert.Equal(articles[claim.Evidence[0].Article].Language, claim.Language);
        });
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_sentence_and_no_id_is_used_twice(string language)
    {
        var claims = Of(language).Claims.ToList();

        Assert.Equal(claims.Count, claims.Select(claim => claim.Id).Distinct().Count());
        Assert.Equal(claims.Count, claims.Select(claim => claim.Text).Distinct().Count());
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_article_is_quoted_more_than_three_times(string language) =>
        Assert.All(Of(language).Claims.SelectMany(claim => claim.Evidence.Select(evidence => evidence.Article).Distinct()).GroupBy(article => article), quotations => Assert.True(quotations.Count() <= 3));

    [Theory, MemberData(nameof(Languages))]
    public void The_order_of_arrival_leaves_no_trace(string language)
    {
        var written = Print(Of(language));

        Assert.Equal(written, Print(ExtractiveAnalyst.Write(SomeWeek.News(language, articles => articles.Reverse()))));
        Assert.Equal(written, Print(ExtractiveAnalyst.Write(SomeWeek.News(language, articles => articles.OrderBy(article => article.Id, StringComparer.Ordinal)))));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Nothing_of_the_feeds_machinery_is_said(string language) =>
        Assert.All(Of(language).Claims, claim => Assert.DoesNotContain(
            new[] { "stars=", "Points:", "appeared first", "newsletter", "图源", "[…]", "?", "？", "It also", "However", "此外", "该模型" },
            scrap => claim.Text.Contains(scrap, StringComparison.Ordinal)));

    [Fact]
    public void A_Chinese_digest_says_this() => Assert.Equal(
        [
            "headline: 模型与价格；治理与合规；芯片",
            "intro-1: 本周共收录 16 条消息，来自 9 家发布方、2 种语言，归并为 8 个事件。",
            "intro-2: 其中 7 个事件汇成 3 条主轴。",
            "intro-3: 报道最广的事件中有“启隆发布 Atlas 3，面向企业开放且价格减半”，共有 3 家发布方报道。",
            "t1-extent: 本主轴汇集 2 个事件、5 家发布方的报道。",
            "t1-case-1: 启隆公司周二向企业开放 Atlas 3 模型，每百万词元 4 美元，价格是上一代的一半。",
            "t1-case-2: 北光实验室开源了 30 亿参数的小模型 Fern，可在手机上离线运行。",
        ],
        Lines(Chinese).Take(7));

    [Fact]
    public void An_English_digest_says_this() => Assert.Equal(
        [
            "headline: Models and prices; Rules; Chips",
            "intro-1: The week brought 16 items from 9 publishers in 2 languages, which tell 8 stories.",
            "intro-2: Of these, 7 stories make up 3 themes.",
            "intro-3: The stories told most widely, by 3 publishers each, include “Quillon opens Atlas 3 to enterprises at half the price”.",
            "t1-extent: This theme draws together 2 stories told by 5 publishers.",
            "t1-case-1: Quillon opened its Atlas 3 model to enterprises on Tuesday at $4 per million tokens, half of what Atlas 2 costs.",
            "t1-case-2: Northlight Lab released Fern, an open model with 3 billion parameters that runs on phones without a network.",
        ],
        Lines(English).Take(7));

    [Fact]
    public void The_closing_tells_what_rests_on_one_publisher_alone()
    {
        Assert.Equal(
            ["closing-1: 本周 8 个事件中，5 个有多家发布方报道，其余 3 个仅见于一家。", "closing-2: 参与报道的发布方最多的主轴是“芯片”，共 6 家。"],
            Lines(Chinese).TakeLast(2));
        Assert.Equal(
            ["closing-1: Of the week's 8 stories, 5 were told by more than one publisher; the other 3 rest on one alone.", "closing-2: The theme with the most publishers is “Chips”, with 6."],
            Lines(English).TakeLast(2));
    }

    [Fact]
    public void A_copy_that_holds_the_very_sentence_is_evidence_too() =>
        Assert.Equal(["Brightmoor", "Copper Wire"], Publishers(English, "t1-case-1"));

    [Fact]
    public void A_telling_that_does_not_say_so_is_no_evidence() => Assert.Equal(["明川科技报"], Publishers(Chinese, "t1-case-1"));

    [Fact]
    public void The_digests_own_language_is_preferred_and_another_is_quoted_where_there_is_no_other()
    {
        Assert.Equal("zh", Claim(Chinese, "t3-case-1").Language);
        Assert.Equal("en", Claim(Chinese, "t3-case-2").Language);
        Assert.Equal("zh", Claim(English, "t2-case-2").Language);
    }

    [Fact]
    public void Impact_says_what_follows()
    {
        Assert.Contains("条例将影响约 600 家企业，违规企业最高面临营收 2% 的罚款。", Texts(Chinese.Briefs[1].Impact));
        Assert.Contains("Halden builds a chip plant that runs on river water: The plant will lower the energy cost of each chip by 18%, and it risks a shortage of water in dry summers.", Texts(English.Briefs[2].Impact));
        Assert.All(Chinese.Briefs.Concat(English.Briefs), brief => Assert.True(brief.Impact.Count <= 4));
    }

    [Fact]
    public void A_theme_without_consequences_has_no_impact()
    {
        var brief = Assert.Single(ExtractiveAnalyst.Write(SomeWeek.Themed("en", Some.Article("Halden paints a bridge", "Halden painted the old bridge of Lindmar in green."))).Briefs);

        Assert.Single(brief.Chain);
        Assert.Empty(brief.Impact);
    }

    [Fact]
    public void Every_role_that_the_week_advises_is_advised()
    {
        Assert.Equal(["企业", "开发者", "研究者", "政策制定者"], Chinese.Advice.Select(advice => advice.Role));
        Assert.Equal(["Enterprises", "Builders", "Researchers", "Policy makers"], English.Advice.Select(advice => advice.Role));
        Assert.Equal("企业应在接入 Atlas 3 之前完成数据分级，并保留人工复核。", Chinese.Advice[0].Claims[0].Text);
        Assert.All(Chinese.Advice.Concat(English.Advice), advice => Assert.InRange(advice.Claims.Count, 1, 2));
    }

    [Fact]
    public void A_role_that_nobody_advises_is_left_out()
    {
        var digest = ExtractiveAnalyst.Write(SomeWeek.Loose("en", Some.Article("Halden pins versions", "Developers must pin the version of Fern before summer.")));

        Assert.Equal(["Builders"], digest.Advice.Select(advice => advice.Role));
    }

    [Fact]
    public void Signals_lie_after_the_week()
    {
        Assert.Equal(
            ["启隆公司计划于 2026 年 4 月底前推出手机版 Atlas 3。", "征求意见截止日期为 2026 年 3 月 15 日。"],
            Chinese.Outlook.Where(outlook => outlook.Theme is "模型与价格" or "治理与合规").Select(outlook => outlook.Signal.Text).Take(2));
        Assert.Equal(Enumerable.Range(1, English.Outlook.Count).Select(number => $"outlook-{number}"), English.Outlook.Select(outlook => outlook.Signal.Id));
    }

    [Fact]
    public void There_are_no_more_signals_than_eight_and_two_of_a_theme()
    {
        Theme[] themes = [.. Enumerable.Range(1, 5).Select(theme => new Theme($"Theme {theme}", [.. Enumerable.Range(1, 4).Select(story => Some.Story(Plan(theme, story)))]) { Id = $"t{theme}" })];
        var digest = ExtractiveAnalyst.Write(SomeWeek.Of("en", [.. themes.SelectMany(theme => theme.Articles)], themes, []));

        Assert.Equal(["Theme 1", "Theme 1", "Theme 2", "Theme 2", "Theme 3", "Theme 3", "Theme 4", "Theme 5"], digest.Outlook.Select(outlook => outlook.Theme));
    }

    [Fact]
    public void One_event_told_in_two_languages_is_said_once()
    {
        var digest = ExtractiveAnalyst.Write(SomeWeek.Of("en", SomeWeek.Articles, [new Theme("Chips", [Some.Story(SomeWeek.Articles[9], SomeWeek.Articles[11])]) { Id = "t1" }], []));

        Assert.DoesNotContain(digest.Claims, claim => claim.Text.Contains("2027 年第三季度", StringComparison.Ordinal));
        Assert.Contains(digest.Outlook, outlook => outlook.Signal.Text.Contains("third quarter of 2027", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chain_has_six_stories_at_most() =>
        Assert.Equal(6, ExtractiveAnalyst.Write(SomeWeek.Themed("en", [.. Enumerable.Range(1, 9).Select(story => Plan(1, story))])).Briefs[0].Chain.Count(claim => claim.Kind == ClaimKind.Case));

    [Theory]
    [InlineData("Article URL: https://velm.example/clay Comments URL: https://board.example/1 Points: 3 # Comments: 0")]
    [InlineData("It has a link. Read more about it in our newsletter.")]
    [InlineData("Bread prices in the old harbour were mostly stable.")]
    [InlineData("")]
    public void Where_no_sentence_will_do_the_title_stands_in(string text)
    {
        var brief = Assert.Single(ExtractiveAnalyst.Write(SomeWeek.Themed("en", Some.Article("A clay chip that remembers | Link Board", text))).Briefs);

        var evidence = Assert.Single(Assert.Single(brief.Chain).Evidence);
        Assert.Equal((Passage.Title, 0, "A clay chip that remembers"), (evidence.Passage, evidence.Start, evidence.Quotation));
    }

    [Theory]
    [InlineData("en", "Switchleaf admitted on Saturday that its agent leaked 2.3 million chats between 22 and 29 January.", "Regulators of four cities opened a joint inquiry on Monday into Switchleaf, a maker of support agents, whose agent leaked 2.3 million chats between 22 and 29 January.")]
    [InlineData("zh-CN", "栖叶公司 1 月 31 日承认，其客服智能体在 1 月 22 日至 29 日之间泄露了 230 万段客户对话。", "四个城市的监管机构 2 月 2 日对栖叶公司展开联合调查，该公司的客服智能体在 1 月 22 日至 29 日间泄露了 230 万段对话。")]
    public void A_chain_tells_no_story_twice(string language, string first, string second)
    {
        var other = language == "en" ? "Halden painted the old bridge of Lindmar in green." : "海登公司把林德马的旧桥漆成了绿色。";
        Article[] articles = [.. new[] { first, second, other }.Select((text, place) => Some.Article(text[..^1], text, $"Paper {place}"))];

        var brief = ExtractiveAnalyst.Write(SomeWeek.Themed(language, articles)).Briefs[0];
        var told = brief.Chain.Where(claim => claim.Kind == ClaimKind.Case).Select(claim => claim.Text).ToList();

        Assert.Equal(2, told.Count);
        Assert.Contains(other, told);
        Assert.DoesNotContain(brief.Impact, claim => claim.Text == first || claim.Text == second);
    }

    [Fact]
    public void What_leads_up_to_the_news_is_no_case_where_there_is_news()
    {
        var digest = ExtractiveAnalyst.Write(SomeWeek.Themed("en", Some.Article("Halden opens Tarn 2 to river towns", "Cooling chips with river water has traditionally taken Halden and its Tarn 2 towns 9 pumps.\nHalden opened Tarn 2 to six towns on Tuesday.")));

        Assert.Equal("Halden opened Tarn 2 to six towns on Tuesday.", digest.Briefs[0].Chain[0].Text);
    }

    [Fact]
    public void A_sentence_that_leans_on_its_title_is_read_after_it()
    {
        var digest = ExtractiveAnalyst.Write(SomeWeek.Themed("zh-CN", Some.Article("海登公司发布河水冷却芯片 Tarn 2", "海登公司发布河水冷却芯片 Tarn 2。\n该芯片将使数据中心的用电成本降低 18%。")));

        var impact = Assert.Single(Assert.Single(digest.Briefs).Impact);
        Assert.Equal("海登公司发布河水冷却芯片 Tarn 2：该芯片将使数据中心的用电成本降低 18%。", impact.Text);
        Assert.Equal([Passage.Title, Passage.Text], impact.Evidence.Select(evidence => evidence.Passage));
        Assert.True(impact.Verdict.Accepted);
    }

    [Fact]
    public void Titles_fill_a_chain_up_to_three_cases_and_no_further()
    {
        Article[] told = [.. Enumerable.Range(1, 3).Select(story => Plan(1, story))];
        Article[] bare = [Some.Article("Lindmar counts its herons"), Some.Article("Velm University sells a library"), Some.Article("Ostrava Bay opens a lighthouse"), Some.Article("Divers map the old wharf")];

        Assert.DoesNotContain(Cases([.. told, .. bare]), claim => claim.Evidence[0].Passage == Passage.Title);
        Assert.Equal(3, Cases(bare).Count);
    }

    [Theory]
    [InlineData("Show HN: A heron counter for your harbour", "A heron counter that runs in the browser was opened today.")]
    [InlineData("quill/tinytable", "Tinytable is a small editor for tables in terminals.")]
    public void An_entry_of_a_list_is_no_case(string title, string text) =>
        Assert.Empty(ExtractiveAnalyst.Write(SomeWeek.Themed("en", Some.Article(title, text))).Briefs);

    [Theory]
    [InlineData("en", 2, "The story told most widely is “Halden opens a bridge of glass”, by 2 publishers.")]
    [InlineData("zh-CN", 2, "报道最广的事件是“Halden opens a bridge of glass”，共有 2 家发布方报道。")]
    [InlineData("en", 3, "The stories told most widely, by 3 publishers each, include “Halden opens a bridge of glass”.")]
    [InlineData("zh-CN", 3, "报道最广的事件中有“Halden opens a bridge of glass”，共有 3 家发布方报道。")]
    public void What_was_told_most_widely_is_said_where_it_stands_out(string language, int publishers, string expected)
    {
        Article[] Told(string title, int count) => [.. Enumerable.Range(1, count).Select(n => Some.Article(title, publisher: $"Paper {n}"))];
        var (first, second) = (Told("Halden opens a bridge of glass", publishers), Told("Velm University sells its library", publishers == 3 ? 3 : 1));
        var digest = ExtractiveAnalyst.Write(SomeWeek.Of(language, [.. first, .. second], [], [Some.Story(first), Some.Story(second)]));

        Assert.Equal(expected, digest.Introduction[^1].Text);
    }

    [Fact]
    public void A_signal_says_when_it_is_due()
    {
        var outlook = Chinese.Outlook.First(outlook => outlook.Theme == "模型与价格");

        Assert.Equal(("启隆公司计划于 2026 年 4 月底前推出手机版 Atlas 3。", "2026-04"), (outlook.Signal.Text, outlook.Due?.ToString()));
        Assert.All(Chinese.Outlook.Concat(English.Outlook), each => Assert.NotNull(each.Due));
    }

    [Theory]
    [InlineData(true, "启隆公司发布 Atlas 3，价格为 4 美元。")]
    [InlineData(false, "启隆公司发布Atlas 3，价格为4美元。")]
    public void Han_and_Latin_are_spaced_as_the_editor_wants(bool spaced, string expected)
    {
        var week = SomeWeek.Themed("zh-CN", Some.Article("启隆公司发布新模型", "启隆公司发布 Atlas 3,价格为4 美元。")) with { Spaced = spaced };
        var claim = Assert.Single(Assert.Single(ExtractiveAnalyst.Write(week).Briefs).Chain);

        Assert.Equal((expected, true), (claim.Text, claim.Verdict.Accepted));
    }

    [Fact]
    public void The_headline_drops_themes_that_do_not_fit()
    {
        var (a, b) = (Plan(1, 1), Plan(2, 2));
        Theme[] themes = [new(new string('长', 25), [Some.Story(a)]), new(new string('宽', 25), [Some.Story(b)])];

        Assert.Equal(new string('长', 25), ExtractiveAnalyst.Write(SomeWeek.Of("zh-CN", [a, b], themes, [])).Headline.Text);
    }

    [Theory]
    [InlineData("zh-CN", "芯片、治理", "芯片", "治理")]
    [InlineData("zh-CN", "芯片、治理、模型", "芯片", "治理", "模型", "机器人")]
    [InlineData("zh-CN", "治理与合规；模型", "治理与合规", "模型")]
    [InlineData("en", "Chips", "Chips")]
    [InlineData("en", "Chips and Rules", "Chips", "Rules")]
    [InlineData("en", "Chips, Rules and Models", "Chips", "Rules", "Models", "Robots")]
    [InlineData("en", "Chips; Rules and fines", "Chips", "Rules and fines")]
    public void The_headline_joins_the_weightiest_themes(string language, string headline, params string[] names)
    {
        Article[] articles = [.. names.Select((_, place) => Plan(1, place + 1))];
        Theme[] themes = [.. names.Select((name, place) => new Theme(name, [Some.Story(articles[place])]))];
        var digest = ExtractiveAnalyst.Write(SomeWeek.Of(language, articles, themes, []));

        Assert.Equal(headline, digest.Headline.Text);
        Assert.Equal(Math.Min(3, names.Length), digest.Headline.Articles.Count);
    }

    [Theory]
    [InlineData("en", "Halden paints a bridge", "It was a quiet week, with only 1 item.")]
    [InlineData("zh-CN", "本周收录 1 条消息", "本周较为平静，只收录到 1 条消息。")]
    public void A_week_without_themes_is_told_as_far_as_it_goes(string language, string headline, string closing)
    {
        var digest = ExtractiveAnalyst.Write(SomeWeek.Loose(language, Some.Article("Halden paints a bridge", "Halden painted the old bridge of Lindmar in green.")));

        Assert.Equal(headline, digest.Headline.Text);
        Assert.Equal(closing, Assert.Single(digest.Closing).Text);
        Assert.Single(digest.Introduction);
        Assert.Empty(digest.Briefs);
        Assert.All(digest.Claims, claim => Assert.True(claim.Verdict.Accepted));
    }

    [Theory]
    [InlineData("en", "A week without news")]
    [InlineData("zh-CN", "本周没有收录到消息")]
    public void An_empty_week_is_empty(string language, string headline)
    {
        var digest = ExtractiveAnalyst.Write(SomeWeek.Loose(language));

        Assert.Equal(headline, Assert.Single(digest.Claims).Text);
        Assert.True(GroundingGate.Examine(digest.Headline, new Dictionary<string, Article>(), digest.News).Accepted);
    }

    [Fact]
    public void A_theme_without_an_anchor_is_known_by_its_place()
    {
        var articles = new[] { Plan(1, 1), Plan(1, 2) };
        var digest = ExtractiveAnalyst.Write(SomeWeek.Of("en", articles, [.. articles.Select(article => new Theme("Plans", [Some.Story(article)]))], []));

        Assert.Contains("t2-case-1", digest.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void A_text_of_megabytes_is_read_as_far_as_news_goes()
    {
        var text = "Halden painted the old bridge of Lindmar in green.\n" + string.Concat(Enumerable.Repeat("“(Halden will 9,9", 300_000));
        var digest = ExtractiveAnalyst.Write(SomeWeek.Themed("en", Some.Article("Halden paints a bridge", text)));

        Assert.Equal("Halden painted the old bridge of Lindmar in green.", digest.Briefs[0].Chain[0].Text);
    }

    private static Digest Of(string language) => language == "en" ? English : Chinese;

    private static Article Plan(int theme, int story) => Some.Article(
        $"Firm{theme}x{story} plans a plant", $"Firm{theme}x{story} plans a plant for {theme * 100 + story} people.\nThe Bay{theme}x{story} works of Mine{theme}x{story} will open in May 2027.", $"Paper {story}");

    private static List<Claim> Cases(Article[] articles) =>
        [.. ExtractiveAnalyst.Write(SomeWeek.Themed("en", articles)).Briefs[0].Chain.Where(claim => claim.Kind == ClaimKind.Case)];

    private static Claim Claim(Digest digest, string id) => digest.Claims.Single(claim => claim.Id == id);

    private static IEnumerable<string> Publishers(Digest digest, string id) =>
        Claim(digest, id).Evidence.Select(evidence => digest.News.Articles.Single(article => article.Id == evidence.Article).Publisher);

    private static IEnumerable<string> Texts(IEnumerable<Claim> claims) => claims.Select(claim => claim.Text);

    private static IEnumerable<string> Lines(Digest digest) => digest.Claims.Select(claim => $"{claim.Id}: {claim.Text}");

    private static string Print(Digest digest) => JsonSerializer.Serialize(new { Claims = digest.Claims.ToList(), Roles = digest.Advice.Select(advice => advice.Role), Themes = digest.Outlook.Select(outlook => outlook.Theme) });
}
