using Pipeline.Analysis.Prompting;

namespace Pipeline.Tests.Analysis;

/// <summary>What ruins or sells somebody has to be said by a passage, in whatever word or language.</summary>
public class WeightyWordsTests
{
    [Theory]
    [InlineData("网络安全的军备竞赛正在加速。", "The cybersecurity arms race is accelerating.")]
    [InlineData("这一发布加强了安全。", "The release strengthens security.")]
    [InlineData("研究人员发现 22 个漏洞。", "Researchers found 22 vulnerabilities.")]
    [InlineData("服务出现故障。", "The service had an outage.")]
    [InlineData("所有用户均可免费使用。", "It is free for all users.")]
    [InlineData("公司已公开承认这一错误。", "The company acknowledged the mistake.")]
    [InlineData("公司承诺投资。", "The company committed to invest.")]
    [InlineData("该项目已被终止。", "The project was discontinued.")]
    [InlineData("产品于第一季度上市。", "The product goes on sale in the first quarter.")]
    [InlineData("平台将展示广告。", "The platform will show ads.")]
    [InlineData("这是一座里程碑。", "It is a milestone.")]
    [InlineData("The programme exposed the poisoning of answers.", "节目曝光了对回答的投毒。")]
    [InlineData("The authorities said so on Tuesday.", "主管部门周二表示。")]
    [InlineData("Prices rose, leading to complaints about delays.", "价格上涨，引发对延误的投诉（complaints）。")]
    [InlineData("Customers went back to the old version.", "客户改用旧版。")]
    [InlineData("Hackers got in.", "黑客侵入。")]
    public void A_word_for_it_bears_it(string claim, string passage) => Assert.Empty(WeightyWords.Faults(claim, [passage]));

    [Theory]
    [InlineData("启隆的模型最安全。", "Quillon sells a model.")]
    [InlineData("Quillon is forging its figures.", "Quillon publishes its figures.")]
    [InlineData("Quillon is reshaping the market.", "Quillon built a Transformer for the market.")]
    [InlineData("A hacker read the figures.", "A customer read the figures.")]
    [InlineData("启隆领先于所有对手。", "A rival says that prices fell, leading to losses at Quillon.")]
    [InlineData("Lindmar approved Atlas 3.", "The authorities of Lindmar looked at Atlas 3.")]
    [InlineData("Lindmar backs Quillon.", "Lindmar went back to Quillon.")]
    [InlineData("启隆被列为第一。", "产品于第一季度上市。")]
    public void And_another_word_does_not(string claim, string passage) => Assert.NotEmpty(WeightyWords.Faults(claim, [passage]));
}
