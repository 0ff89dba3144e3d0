using Pipeline.Analysis;
using Pipeline.Analysis.Extraction;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

public class CounselTests
{
    private static readonly IReadOnlyList<RoleWords> Standard = RoleWords.Of(Role.Standard);

    [Fact]
    public void Roles_and_their_words_are_the_editors()
    {
        var week = SomeWeek.Loose("en", Some.Article("Pilots get charts", "Harbour pilots should keep paper charts until summer.\nCompanies must sign their charts by summer."));
        var digest = ExtractiveAnalyst.Write(week with { Roles = [new Role("引航员", ["pilots", "引航员"]) { Names = new Dictionary<string, string> { ["en"] = "Pilots" } }] });

        var advice = Assert.Single(digest.Advice);
        Assert.Equal(("Pilots", "Harbour pilots should keep paper charts until summer."), (advice.Role, Assert.Single(advice.Claims).Text));
    }

    /// <summary>Nobody is named, or nothing is said to whom is named: what concerns the role is better than silence, and is quoted all the same.</summary>
    [Theory]
    [InlineData("en", "Lindmar debates its harbour", "Draft legislation in Lindmar would ban night flights, which means that noise falls by 40%.", "legislation")]
    [InlineData("zh-CN", "林德马讨论港口规则", "林德马的立法草案将禁止夜间飞行，这意味着噪音会下降四成。", "立法")]
    public void A_role_that_nobody_advises_hears_what_matters_to_it(string language, string title, string text, string matter)
    {
        var week = SomeWeek.Loose(language, Some.Article(title, text));
        var role = new Role("Policy makers", ["regulators"]);

        var advice = Assert.Single(ExtractiveAnalyst.Write(week with { Roles = [role with { Matters = [matter] }] }).Advice);
        Assert.Equal(text, Assert.Single(advice.Claims).Text);
        Assert.Empty(ExtractiveAnalyst.Write(week with { Roles = [role] }).Advice);
    }

    [Fact]
    public void What_only_looks_like_a_role_is_none() =>
        Assert.Null(Counsel.RoleOf("启隆企业级产品应在五月上线。", RoleWords.Of([new Role("企业", ["企业"]) { Except = ["企业级"] }])));

    [Theory]
    [InlineData("Companies must name a responsible person by May.", "Enterprises")]
    [InlineData("Developers can now run Atlas 3 on one server.", "Builders")]
    [InlineData("Northlight recommends that developers pin the version.", "Builders")]
    [InlineData("Researchers need to repeat the test in summer.", "Researchers")]
    [InlineData("Regulators should publish a register of such systems.", "Policy makers")]
    [InlineData("Regulators said that companies must keep their logs.", "Enterprises")]
    [InlineData("企业应在接入之前完成数据分级。", "Enterprises")]
    [InlineData("启隆公司建议开发者固定版本。", "Builders")]
    [InlineData("开发者可直接下载权重。", "Builders")]
    [InlineData("研究人员需要在夏天重复试验。", "Researchers")]
    [InlineData("监管机构应公布抽查结果。", "Policy makers")]
    public void A_sentence_advises_whom_it_names(string sentence, string role) => Assert.Equal(role, Counsel.RoleOf(sentence, Standard)?.NameIn("en"));

    [Theory]
    [InlineData("Companies bought more chips in May.")]
    [InlineData("The bridge should open in May.")]
    [InlineData("Developers met in Lindmar, and it should rain on Sunday.")]
    [InlineData("企业应用市场增长 5%。")]
    [InlineData("企业版需管理员开启权限。")]
    [InlineData("企业可能推迟采购。")]
    [InlineData("大桥应在五月通车。")]
    [InlineData("监管机构的需求上升。")]
    public void A_sentence_that_advises_nobody_is_no_advice(string sentence) => Assert.Null(Counsel.RoleOf(sentence, Standard));
}
