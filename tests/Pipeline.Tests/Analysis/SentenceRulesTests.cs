using Pipeline.Analysis.Extraction;

namespace Pipeline.Tests.Analysis;

public class SentenceRulesTests
{
    [Theory]
    [InlineData("Quillon opened its Atlas 3 model to enterprises on Tuesday.")]
    [InlineData("“Nobody paid for it twice,” said Mira Osei of Halden.")]
    [InlineData("iTide cut its prices by half in Lindmar.")]
    [InlineData("Theory and practice met in Lindmar on Friday.")]
    [InlineData("The council of Lindmar adopted rules (all of them short).")]
    [InlineData("Sofia Wells's team doesn't use the 'fast' mode.")]
    [InlineData("启隆公司周二向企业开放 Atlas 3 模型。")]
    [InlineData("“河洲”号探测船本周抵达奥斯特湾！")]
    [InlineData("据悉，海登公司将雇用 900 人。")]
    public void A_sentence_that_stands_on_its_own_is_quoted(string sentence) => Assert.Null(SentenceRules.Reject(sentence));

    [Theory]
    [InlineData("It also comes with an audit log.", "leans on what goes before")]
    [InlineData("This changes how the firm works.", "leans on what goes before")]
    [InlineData("However, the model still needs a human.", "leans on what goes before")]
    [InlineData("“He never asked for the money,” said Osei.", "leans on what goes before")]
    [InlineData("We are opening Atlas 3 to everybody today.", "leans on what goes before")]
    [InlineData("但启隆公司没有公布训练数据清单。", "leans on what goes before")]
    [InlineData("然而启隆公司没有公布训练数据清单。", "leans on what goes before")]
    [InlineData("其价格是上一代产品价格的一半。", "leans on what goes before")]
    [InlineData("同时，启隆公司公布了训练数据清单。", "leans on what goes before")]
    [InlineData("Short but whole.", "length")]
    [InlineData("Extraordinarily incomprehensible.", "length")]
    [InlineData("启隆公司降价。", "length")]
    [InlineData("Quillon opened Atlas 3 to enterprises", "incomplete")]
    [InlineData("启隆公司周二向企业开放其模型", "incomplete")]
    [InlineData("Quillon opened Atlas 3 to enterprises and…", "truncated")]
    [InlineData("Quillon opened Atlas 3 to enterprises and [...]", "truncated")]
    [InlineData("Quillon opened Atlas 3 to enterprises and more...", "truncated")]
    [InlineData("启隆公司周二向企业开放其最新模型……", "truncated")]
    [InlineData("Will Quillon open Atlas 3 to enterprises?", "question")]
    [InlineData("启隆公司会向企业开放其最新模型吗？", "question")]
    [InlineData("and then Quillon opened Atlas 3 to firms.", "fragment")]
    [InlineData("• Quillon opened Atlas 3 to firms in May.", "fragment")]
    [InlineData("By Mira Osei and the staff of Copper Wire.", "byline")]
    [InlineData("LINDMAR, Feb 4 (Copper Wire) — Quillon opened Atlas 3.", "byline")]
    [InlineData("记者 王小明 发自林德马，编辑部供稿。", "byline")]
    [InlineData("本报林德马2月4日电（记者王小明）启隆公司开放模型。", "byline")]
    [InlineData("Quillon said “prices will fall in the spring.", "unbalanced")]
    [InlineData("Quillon said \"prices will fall in the spring.", "unbalanced")]
    [InlineData("启隆公司表示，“价格将在春天下降。", "unbalanced")]
    [InlineData("A table editor for terminals. | stars=314 | language=Python.", "not prose")]
    [InlineData("See https://quillon.example for the whole list.", "not prose")]
    [InlineData("Run the tool with {name} and wait a minute.", "not prose")]
    [InlineData("A post on Atlas 3 appeared first on Copper Wire.", "boilerplate")]
    [InlineData("Subscribe for a weekly letter about machines.", "boilerplate")]
    [InlineData("Read more about Atlas 3 on the next page.", "boilerplate")]
    [InlineData("点击文末链接可以下载完整的报告。", "boilerplate")]
    [InlineData("原标题为启隆公司向企业开放新模型。", "boilerplate")]
    [InlineData("图源为启隆公司官方网站与发布会。", "boilerplate")]
    [InlineData("A deep dive into why Quillon sells Atlas 3 to firms.", "teaser")]
    [InlineData("本期介绍启隆公司的新模型与它的价格。", "teaser")]
    [InlineData("BUY THE NEW ATLAS MODEL TODAY AND SAVE MONEY.", "capitals")]
    [InlineData("Quillon opened Atlas 3 to firms\ton Tuesday.", "control character")]
    public void What_does_not_stand_on_its_own_is_left(string sentence, string reason) => Assert.Equal(reason, SentenceRules.Reject(sentence));

    [Fact]
    public void What_is_too_long_to_quote_is_left()
    {
        Assert.Equal("length", SentenceRules.Reject("Quillon opened " + new string('a', 240) + "."));
        Assert.Equal("length", SentenceRules.Reject("启隆公司" + new string('很', 120) + "。"));
        Assert.Null(SentenceRules.Reject("启隆公司" + new string('很', 100) + "。"));
    }

    [Theory]
    [InlineData("Please vote for Tinytable on Link Board before the polls close.", "solicits")]
    [InlineData("Tinytable is free this week, so register now and save.", "solicits")]
    [InlineData("关注者即日起可报名参加启隆公司的线下发布会。", "solicits")]
    [InlineData("Tinytable makes editing tables a joy for my whole team.", "personal")]
    [InlineData("Tinytable shows you each column of a table in colour.", "personal")]
    [InlineData("启隆公司让你在手机上也能使用 Atlas 3 模型。", "personal")]
    public void What_sells_or_speaks_for_itself_is_left(string sentence, string reason) => Assert.Equal(reason, SentenceRules.Reject(sentence));

    [Theory]
    [InlineData("Quillon said: “We will open Atlas 3 to everybody.”")]
    [InlineData("启隆公司表示：“我们将在春天开放 Atlas 3。”")]
    [InlineData("去年我国新建数据中心 120 座，用电增长 8%。")]
    public void What_somebody_is_quoted_with_may_be_personal(string sentence) => Assert.Null(SentenceRules.Reject(sentence));

    [Theory]
    [InlineData("The model answers in half the time of Atlas 2.", "Quillon opens Atlas 3", true)]
    [InlineData("The company said it would appeal the fine.", "Quillon is fined", true)]
    [InlineData("官方表示，价格将在春天下降一半左右。", "启隆公司降价", true)]
    [InlineData("根据官方数据，在基准测试中该模型得分为 26.3。", "启隆公司发布 Atlas 3", true)]
    [InlineData("开发者可通过 Tarn 使用该模型。", "启隆公司发布 Atlas 3", true)]
    [InlineData("公司计划于九月设立首个海外交付中心。", "栎舟科技完成融资", true)]
    [InlineData("园区将使林德马的用电峰值上升约五分之一。", "海登公司建设园区", true)]
    [InlineData("当用户达到支出额度时，系统将自动升级。", "启隆公司更新计费规则", true)]
    [InlineData("海登表示，此架构有望扩展至企业计算领域。", "启隆公司发布新架构", true)]
    [InlineData("The gain cost 9% more words than before.", "A habit helps models to plan", true)]
    [InlineData("公司法修正案规定企业须公开其算法。", "林德马修订公司法", false)]
    [InlineData("海登为此投入 900 人，历时两年完成。", "林德马开放大桥", false)]
    [InlineData("启隆公司表示，该模型的价格将下降一半。", "启隆公司降价", false)]
    [InlineData("Quillon said the model answers in half the time.", "Quillon opens Atlas 3", false)]
    public void What_speaks_of_the_model_leans_on_its_title(string sentence, string title, bool leans) => Assert.Equal(leans, SentenceRules.LeansOnTitle(sentence, title));

    [Theory]
    [InlineData("此外，启隆公司公布了训练数据清单。", 3)]
    [InlineData("值得注意的是，启隆公司没有涨价。", 7)]
    [InlineData("不过，启隆公司没有涨价。", 0)]
    public void What_only_ties_a_sentence_to_the_one_before_is_left_out(string sentence, int tie) => Assert.Equal(tie, SentenceRules.Tie(sentence));
}
