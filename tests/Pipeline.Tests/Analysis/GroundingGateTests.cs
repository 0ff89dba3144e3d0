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
    [InlineData("The model has 7 billion parameters.", "It is a 7B model with open parameters.")]
    public void An_honest_claim_passes(string claim, string passage) =>
        Assert.Empty(GroundingGate.Examine(claim, [passage]).Reasons);

    [Theory]
    [InlineData("Quillon opened Atlas 3 to 1,300 firms.", Price, "1,300")]
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
    [InlineData("Quillon opened Atlas 3.", " ", "cites nothing")]
    public void A_corrupted_claim_is_refused_and_the_reason_names_it(string claim, string passage, string reason)
    {
        var verdict = GroundingGate.Examine(claim, [passage]);

        Assert.False(verdict.Accepted);
        Assert.Contains(verdict.Reasons, said => said.Contains(reason, StringComparison.Ordinal));
    }

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
