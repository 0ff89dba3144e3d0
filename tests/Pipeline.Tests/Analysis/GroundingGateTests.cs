using Pipeline.Analysis;

namespace Pipeline.Tests.Analysis;

public class GroundingGateTests
{
    private const string Price = "Quillon opened Atlas 3 to 1,200 firms on March 5 at $4 million a year, and costs fell by 5%.";
    private const string Plan = "Quillon plans to launch a phone version by the end of April 2026.";
    private const string Doubt = "Quillon may delay its phone version, two engineers told the paper.";
    private const string Denial = "Quillon did not raise prices but launched a cheaper tier.";
    private const string Spoken = "Mira Osei said the rules are “long overdue” for Lindmar.";
    private const string Fine = "启隆公司 3 月 5 日向 1200 家企业开放 Atlas 3，融资 12 亿美元，成本下降百分之五。";
    private const string Intent = "启隆公司计划于 2026 年第二季度推出手机版。";
    private const string Rumour = "据知情人士透露，启隆公司已放弃手机版。";
    private const string Refusal = "启隆公司未上调价格，并推出低价套餐。";
    private const string Maybe = "启隆公司可能推迟手机版的发布。";

    [Theory]
    [InlineData(Price, Price)]
    [InlineData(Fine, Fine)]
    [InlineData("Quillon opened Atlas 3 to 1,200 firms.", Price)]
    [InlineData("Quillon opened Atlas 3 to 1200 firms.", Price)]
    [InlineData("Quillon opened Atlas 3 to １２００ firms.", Price)]
    [InlineData("Quillon opened Atlas-3 to firms on 5 March.", Price)]
    [InlineData("Quillon's Atlas 3 opened at $4,000,000 a year.", Price)]
    [InlineData("Costs fell by five percent at Quillon.", Price)]
    [InlineData("Costs fell 5 per cent.", Price)]
    [InlineData("Costs dropped by 5%.", Price)]
    [InlineData("启隆公司于 3月5日 开放 Atlas 3。", Fine)]
    [InlineData("启隆公司融资 12 亿美元，成本降低 5%。", Fine)]
    [InlineData("启隆公司向一千二百家企业开放 Atlas 3。", Fine)]
    [InlineData("Atlas 3 raised $1.2 billion.", Fine)]
    [InlineData("Atlas 3 opened to 1,200 on March 5.", Fine)]
    [InlineData("Atlas 3 于 3 月 5 日开放，每年 400 万美元。", Price)]
    [InlineData("Atlas 3 的成本下降 5%。", Price)]
    [InlineData("Quillon plans a phone version for April 2026.", Plan)]
    [InlineData("Quillon will launch a phone version by the end of April 2026.", Plan)]
    [InlineData("Quillon could delay the phone version.", Doubt)]
    [InlineData("Quillon may be delaying its phone version, according to two engineers.", Doubt)]
    [InlineData("Quillon launched a cheaper tier.", Denial)]
    [InlineData("Quillon didn't raise prices.", Denial)]
    [InlineData("Osei called the rules “long overdue”.", Spoken)]
    [InlineData("The rules are \"long overdue\", said Mira Osei.", Spoken)]
    [InlineData("启隆公司计划于 2026 年 Q2 推出手机版。", Intent)]
    [InlineData("启隆公司将在 2026 年二季度推出手机版。", Intent)]
    [InlineData("据知情人士称，启隆公司放弃手机版。", Rumour)]
    [InlineData("启隆公司没有上调价格。", Refusal)]
    [InlineData("启隆公司推出低价套餐。", Refusal)]
    [InlineData("启隆公司或将推迟手机版。", Maybe)]
    [InlineData("The firm grew steadily, without a break.", "The firm grew steadily, without a break, for nine years.")]
    [InlineData("GPUs of Halden are sold out.", "Every GPU that Halden makes is sold out.")]
    [InlineData("Northlight-backed Fern is out.", "Fern, backed by Northlight, is out.")]
    [InlineData("Reporters heard that Halden is hiring.", "Halden is hiring, reporters heard.")]
    [InlineData("销量增长不断加快。", "销量增长不断加快，海登公司说。")]
    [InlineData("Growth was 5% to 10%.", "Growth was 5-10% in spring.")]
    [InlineData("The prize is worth 500,000 euros.", "The prize is worth half a million euros.")]
    [InlineData("The prize is worth €2.5 million.", "The prize is worth two and a half million euros.")]
    [InlineData("The prize is worth 1.5 million euros.", "The prize is worth a million and a half euros.")]
    [InlineData("The trial ran for 26 months.", "The trial ran for twenty-six months.")]
    [InlineData("The trial ran for half a year.", "The trial ran for six months.")]
    [InlineData("海登公司拟募资至多 38 亿元。", "海登公司拟募资不超过 38 亿元。")]
    [InlineData("海登公司将供应至少 60 亿元的产品。", "海登公司将供应不低于 60 亿元的产品。")]
    [InlineData("The plant makes 6 GWh of cells a year.", "The plant makes 6 gigawatt-hours of cells a year.")]
    [InlineData("The lights were out for nearly four hours.", "The lights were out for 3 hours 40 minutes.")]
    [InlineData("海登公司前 11 个月营收 20 亿元。", "海登公司前 11 月营收 20 亿元。")]
    [InlineData("海登公司前 9 个月营收 20 亿元。", "海登公司前三季度营收 20 亿元。")]
    [InlineData("The party stands 3 percentage points behind.", "The party stands at 29%, three points behind.")]
    [InlineData("Requests came close to 3 times those of last year.", "Requests reached 14 gigawatts, against 5 gigawatts last year.")]
    [InlineData("海登公司的软件获批上市。", "监管部门批准海登公司的软件上市。")]
    [InlineData("试验历时 12.5 年。", "试验历时十二年半。")]
    [InlineData("试验历时 2.5 小时。", "试验历时两个半小时。")]
    [InlineData("Forty per cent of the 250 workers, or 100, left.", "Of the 250 workers, 100 left.")]
    [InlineData("2026 年半导体销量为 5 万片。", "2026年半导体销量达到5万片。")]
    [InlineData("Cover shrank over 20 years.", "Cover shrank over two decades.")]
    [InlineData("The shop closes at 8 p.m.", "The shop closes at 20:00.", "晚8时打烊。")]
    [InlineData("The port shut from 8 p.m. on the 6th.", "港口6日晚20时起关闭。")]
    [InlineData("Sales fell 12%.", "销量下滑一成二。")]
    [InlineData("Prices fell for a third straight month.", "Prices fell for three months running.")]
    [InlineData("Prices have fallen for three months.", "价格连续第三个月下跌。")]
    [InlineData("Nine in ten patients recovered.", "患者中有九成康复。")]
    [InlineData("The fund beat its goal by 300 million yuan.", "基金募集 23 亿元，目标为 20 亿元。")]
    [InlineData("Its partner holds the remaining 49%.", "It holds 51%, its partner the rest.")]
    [InlineData("The plant has 600 megawatts.", "电站装机60万千瓦。")]
    [InlineData("He gave the buyers a month to pay.", "He gave the buyers 30 days to pay.")]
    [InlineData("Halden spent 3.1 billion euros and got 420 million euros in aid.", "Halden spent 3.1 billion euros and got 420 million in aid.")]
    [InlineData("It opened at No. 1 for Halden.", "Halden opened in first place.")]
    [InlineData("晟曜科技下月迁往鹿川。", "晟曜科技將於下月遷往鹿川。")]
    [InlineData("Shengyao Technology will move next month.", "晟曜科技将于下月搬迁。")]
    [InlineData("Zhi'an's Zhulang-2 rose.", "智安的逐浪2号升空。")]
    [InlineData("Halden's profit was $1.2bn.", "Halden's profit was $1.24 billion.")]
    [InlineData("Halden cut its forecast to 3-4% from 5%.", "Halden cut its forecast from 5% to between 3 and 4 percent.")]
    [InlineData("海登公司去年营收增长逾两成。", "海登公司去年营收增长23%。")]
    [InlineData("海登公司的三分之二员工离职。", "海登公司约67%的员工离职。")]
    [InlineData("海登公司上半年售出4.5万辆车。", "海登公司1至6月售出45000辆车。")]
    [InlineData("海登公司第三季度售出4.5万辆车。", "海登公司7月至9月售出45000辆车。")]
    [InlineData("The Halden mine opened in the 1990s.", "The Halden mine opened in 1991.")]
    [InlineData("海登公司的工厂每天生产两千台。", "海登公司的工厂日产两千台。")]
    [InlineData("反对党“公民黎明”将上诉。", "The opposition party Civic Dawn will appeal.")]
    [InlineData("创始人没有说明海外版何时上市。", "创始人没有说明海外版上市时间。")]
    [InlineData("灯塔港: Quillon 发布 Atlas 3", "灯塔港", "Quillon 发布 Atlas 3")]
    [InlineData("灯塔港：Quillon 发布 Atlas 3", "灯塔港", "Quillon 发布 Atlas 3")]
    [InlineData("The model has 7 billion parameters.", "It is a 7B model with open parameters.")]
    [InlineData("The port shut at 8 p.m.", "港口当晚8时关闭。")]
    [InlineData("The port shut at 20:00.", "港口傍晚8时关闭，即20:00。")]
    [InlineData("The test took 1.5 minutes.", "The test took 90 seconds.")]
    [InlineData("Halden plans to acquire Fernlight.", "Halden to acquire Fernlight")]
    [InlineData("Halden is to buy Fernlight.", "Halden to acquire Fernlight")]
    [InlineData("Halden 宣布将收购 Fernlight。", "Halden to acquire Fernlight")]
    [InlineData("Halden has found leaks in old pipes with Atlas.", "Halden uses Atlas to find leaks in old pipes.")]
    [InlineData("Halden 用 Atlas 查找旧管道的泄漏。", "Halden uses Atlas to find leaks in old pipes.")]
    [InlineData("Lindmar's mayor calls for a ban on drones by the council.", "Lindmar's mayor wants the council to ban drones.")]
    [InlineData("Lindmar 市长希望市议会禁止无人机。", "Lindmar's mayor wants the council to ban drones.")]
    [InlineData("监管机构敦促 Halden 召回 Atlas。", "Regulators urge Halden to recall Atlas.")]
    [InlineData("Regulators call on Haideng to recall the toys.", "监管机构呼吁海登公司召回玩具。")]
    [InlineData("Halden 是一项开放标准，用于披露软件项目中的测试。", "Halden is an open standard for disclosing tests in software projects.")]
    public void An_honest_claim_passes(string claim, params string[] passages) =>
        Assert.Empty(GroundingGate.Examine(claim, passages).Reasons);

    [Theory]
    [InlineData("Quillon opened Atlas 3 to 1,300 firms.", Price, "1,300")]
    [InlineData("Requests came to 0 times those of last year.", "Requests reached 14 gigawatts, against 5 gigawatts last year.", "0 times")]
    [InlineData("Requests are nearly 0% of those of last year.", "Requests reached 14 gigawatts, against 50 gigawatts last year.", "0%")]
    [InlineData("海登公司裁员一成。", "每 0 人中有 9 人离开海登公司。", "10%")]
    [InlineData("The party stands 3 points behind.", "The party stands at 29%, 123456789012345678901234567890123456 points behind.", "3")]
    [InlineData("Sales of Halden grew 12.34%.", "Sales of Halden grew 12%.", "12.34%")]
    [InlineData("Halden sold 1.2 million phones.", "Halden sold 1,262,000 phones.", "1.2 million")]
    [InlineData("Zhi'an's Zhulang-3 rose.", "智安的逐浪2号升空。", "Zhulang-3")]
    [InlineData("The western region was down on Monday.", "The eastern region was down on Monday.", "western")]
    [InlineData("海登公司募资不低于 38 亿元。", "海登公司募资不超过 38 亿元。", "不低于")]
    [InlineData("Requests came close to 4 times those of last year.", "Requests reached 14 gigawatts, against 5 gigawatts last year.", "4 times")]
    [InlineData("Quillon opened Atlas 4 to 1,200 firms.", Price, "4")]
    [InlineData("Quillon opened Atlas-4 to 1,200 firms.", Price, "Atlas-4")]
    [InlineData("Quillon opened Atlas 3 on March 6.", Price, "6")]
    [InlineData("Quillon opened Atlas 3 on April 5.", Price, "4月")]
    [InlineData("Quillon opened Atlas 3 at $4 billion a year.", Price, "$4 billion")]
    [InlineData("Quillon opened Atlas 3 at €4 million a year.", Price, "€4 million")]
    [InlineData("Costs fell by 50%.", Price, "50%")]
    [InlineData("Costs fell by 5 percentage points.", Price, "5 percentage points")]
    [InlineData("Five firms saw costs fall.", Price, "the number 5")]
    [InlineData("Costs rose by 5%.", Price, "rose")]
    [InlineData("Costs did not fall by 5%.", Price, "denies")]
    [InlineData("Halden opened Atlas 3 to 1,200 firms.", Price, "Halden")]
    [InlineData("Quillon opened Atlas 3 to 1,200 firms in Lindmar.", Price, "Lindmar")]
    [InlineData("启隆公司 3 月 6 日开放 Atlas 3。", Fine, "6 日")]
    [InlineData("启隆公司 4 月 5 日开放 Atlas 3。", Fine, "4 月")]
    [InlineData("启隆公司融资 12 亿元。", Fine, "12 亿元")]
    [InlineData("启隆公司融资 12 万美元。", Fine, "12 万美元")]
    [InlineData("启隆公司成本上升 5%。", Fine, "上升")]
    [InlineData("启隆公司向 1200 家企业开放 Atlas 4。", Fine, "4")]
    [InlineData("启隆公司与 Halden 向 1200 家企业开放 Atlas 3。", Fine, "Halden")]
    [InlineData("启隆公司未向企业开放 Atlas 3。", Fine, "denies")]
    [InlineData("启隆公司向二十家企业开放 Atlas 3。", Fine, "20")]
    [InlineData("Quillon launched a phone version in April 2026.", Plan, "plan")]
    [InlineData("Quillon plans to launch a phone version by the end of April 2027.", Plan, "2027")]
    [InlineData("Quillon will delay its phone version.", Doubt, "not sure")]
    [InlineData("Quillon delayed its phone version.", Doubt, "not sure")]
    [InlineData("Quillon raised prices and launched a cheaper tier.", Denial, "denies")]
    [InlineData("Quillon did not launch a cheaper tier.", Denial, "denies")]
    [InlineData("Osei called the rules “a disaster”.", Spoken, "a disaster")]
    [InlineData("Ines Osei called the rules “long overdue”.", Spoken, "Ines")]
    [InlineData("启隆公司计划于 2026 年第三季度推出手机版。", Intent, "3季度")]
    [InlineData("启隆公司计划于 2027 年第二季度推出手机版。", Intent, "2027")]
    [InlineData("启隆公司已推出手机版。", Intent, "plan")]
    [InlineData("启隆公司已放弃手机版。", Rumour, "hearsay")]
    [InlineData("启隆公司上调价格，并推出低价套餐。", Refusal, "denies")]
    [InlineData("启隆公司推迟手机版的发布。", Maybe, "not sure")]
    [InlineData("The phone version is delayed.", Maybe, "not sure")]
    [InlineData("Halden sold the mine.", "Halden bought the mine in spring.", "sold")]
    [InlineData("The court approved the merger.", "The court rejected the merger.", "approved")]
    [InlineData("More than 40 schools take part.", "Fewer than 40 schools take part.", "More than")]
    [InlineData("议会否决了条例。", "议会周三通过了条例。", "否决")]
    [InlineData("海登公司亏损扩大。", "海登公司盈利扩大。", "亏损")]
    [InlineData("Revenue fell 4% while costs rose 2%.", "Revenue rose 4% while costs fell 2%.", "contrary")]
    [InlineData("Growth takes 3 hours.", "Growth takes 3 days.", "3 hours")]
    [InlineData("The disk holds 3 TB.", "The disk holds 3 GB.", "3 TB")]
    [InlineData("Version 2.1.4 is out.", "Version 2.1.3 is out.", "2.1.4")]
    [InlineData("The talks began on Monday.", "The talks began on Tuesday.", "the number")]
    [InlineData("会议于星期一开始。", "会议于星期二开始。", "the number")]
    [InlineData("Fishing villages want quieter nights.", "A bakery won a prize for bread.", "answers to")]
    [InlineData("The prize is worth a million euros.", "The prize is worth half a million euros.", "the number")]
    [InlineData("The trial ran for six months.", "The trial ran for twenty-six months.", "the number")]
    [InlineData("试验历时 2.5 年。", "试验历时十二年半。", "the number")]
    [InlineData("Prices fell for a third straight month.", "Prices fell for five months running.", "third")]
    [InlineData("Atlas 3 has been deployed in every clinic.", "Atlas 3 was not deployed in any clinic.", "denies")]
    [InlineData("Maintainers repaired the cable and its branches.", "Maintainers expect to repair the cable and its branches.", "plan")]
    [InlineData("Revenue at the harbour shops climbed in the cold spring.", "Revenue at the harbour shops dropped in the cold spring, profit at the inns climbed.", "other way")]
    [InlineData("Halden's profit was $1.3bn.", "Halden's profit was $1.24 billion.", "the number")]
    [InlineData("海登公司去年营收增长逾两成。", "海登公司去年营收增长33%。", "the number")]
    [InlineData("海登公司第二季度售出4.5万辆车。", "海登公司7月至9月售出45000辆车。", "the number")]
    [InlineData("Its partner holds 49%.", "It holds 51%, its partner wants more.", "the number")]
    [InlineData("The share of the Quillon plant was 99.8%.", "The Quillon plant, of 2022, was sold in 2026.", "the number")]
    [InlineData("The share of the Quillon plant was 40%.", "The Quillon plant closed from May 12 to May 30.", "the number")]
    [InlineData("Halden has acquired Fernlight.", "Halden to acquire Fernlight", "plan")]
    [InlineData("Halden 已完成对 Fernlight 的收购。", "Halden to acquire Fernlight", "plan")]
    [InlineData("Halden 收购了 Fernlight。", "Halden to acquire Fernlight", "plan")]
    [InlineData("Halden 已收购 Fernlight。", "Halden to acquire Fernlight", "plan")]
    [InlineData("Halden has bought a unit of Quillon for $3 billion.", "Halden to Buy Quillon Unit for $3 Billion", "plan")]
    [InlineData("The council has banned drones in Lindmar.", "Lindmar's mayor wants the council to ban drones.", "plan")]
    [InlineData("Lindmar 市议会已禁止无人机。", "Lindmar's mayor wants the council to ban drones.", "plan")]
    [InlineData("Halden 已召回 Atlas。", "Regulators urge Halden to recall Atlas.", "plan")]
    [InlineData("海登公司已召回玩具。", "监管机构呼吁海登公司召回玩具。", "plan")]
    [InlineData("Haideng has recalled the toys.", "监管机构呼吁海登公司召回玩具。", "plan")]
    [InlineData("Halden made a profit of $3 million.", "Halden projects a profit of $3 million.", "plan")]
    [InlineData("Quillon opened Atlas 3.", " ", "cites nothing")]
    public void A_corrupted_claim_is_refused_and_the_reason_names_it(string claim, string passage, string reason)
    {
        var verdict = GroundingGate.Examine(claim, [passage]);

        Assert.False(verdict.Accepted);
        Assert.Contains(verdict.Reasons, said => said.Contains(reason, StringComparison.Ordinal));
    }

    /// <summary>What the gate takes for the same in other words is shown as such.</summary>
    [Theory]
    [InlineData("Two weeks.", "A fortnight.", "number", "2 weeks")]
    [InlineData("About 1,200 firms.", "Some 1,213 firms.", "number", "1,200")]
    [InlineData("WMA.", "The Wheat Marketing Agency.", "name", "WMA")]
    public void What_is_compared_is_found_as_the_gate_finds_it(string claim, string passage, string what, string value)
    {
        Assert.Equal([new Comparison(what, value, 2)], GroundingGate.Compare(claim, ["Nothing.", passage]));
        Assert.Equal([new Comparison(what, value, null)], GroundingGate.Compare(claim, ["Nothing."]));
    }

    /// <summary>"Every" is no word of the passage, and so is the cause; honest claims have the one or the other.</summary>
    [Theory]
    [InlineData("Every Quillon shop in the harbour closed in spring and the stock went to a rival.", true)]
    [InlineData("Quillon closed its shops in the harbour in spring after storms wrecked roofs and sold the stock to a rival.", true)]
    [InlineData("Quillon closed every shop in the harbour in spring after storms wrecked roofs and sold the stock to a rival.", false)]
    public void A_weak_sign_refuses_only_with_a_second(string claim, bool accepted) =>
        Assert.Equal(accepted, GroundingGate.Examine(claim, ["Quillon closed its shops in the harbour in spring and sold the stock and the furniture to a rival."]).Accepted);

    [Fact]
    public void Every_cited_passage_counts()
    {
        Assert.True(GroundingGate.Examine("Halden employs 900 in Ostrava Bay.", ["Halden employs 900 people.", "The plant in Ostrava Bay is new."]).Accepted);
        Assert.False(GroundingGate.Examine("Halden employs 900 in Ostrava Bay.", ["Halden employs 900 people."]).Accepted);
    }

    [Theory]
    [InlineData("9", 200_000)]
    [InlineData("9.", 100_000)]
    [InlineData("三", 200_000)]
    [InlineData("A-", 50_000)]
    [InlineData("“", 300_000)]
    [InlineData("may not rise, ", 5_000)]
    [InlineData("Quillon may not raise prices. ", 5_000)]
    [InlineData("启隆可能不涨价。", 5_000)]
    public void A_passage_of_any_length_and_kind_is_read(string scrap, int times) =>
        Assert.False(GroundingGate.Examine("Halden sold 12 mines.", [string.Concat(Enumerable.Repeat(scrap, times))]).Accepted);

    [Fact]
    public void A_word_that_is_denied_in_one_passage_and_said_in_another_may_be_said() =>
        Assert.True(GroundingGate.Examine("Halden raised prices in May 2026.", ["Halden did not raise prices in spring.", "Halden raised prices in May 2026."]).Accepted);
}
