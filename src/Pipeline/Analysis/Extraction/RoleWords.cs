namespace Pipeline.Analysis.Extraction;

/// <summary>A reader's role (对不同角色的短期建议), and the words by which a sentence speaks of it.</summary>
internal sealed record RoleWords(string Chinese, string English, Lexicon Words)
{
    public static IReadOnlyList<RoleWords> All { get; } =
    [
        new("企业", "Enterprises", new Lexicon(
            "company|companies|enterprise|enterprises|business|businesses|firm|firms|organisation|organisations|organization|organizations|employer|employers|vendors|providers|buyers|it teams|security teams|banks|hospitals|manufacturers|operators|suppliers",
            "企业|公司|商家|厂商|雇主|运营方|运营者|服务商|供应商|提供者|银行|医院|制造商|平台方|机构", "监管机构|研究机构|科研机构|企业版|企业级|企业微信|公司法")),
        new("开发者", "Builders", new Lexicon(
            "developer|developers|engineer|engineers|programmer|programmers|builders|maintainers|coders|development teams|engineering teams",
            "开发者|工程师|程序员|开发团队|研发团队|开发人员|维护者|研发人员")),
        new("研究者", "Researchers", new Lexicon(
            "researcher|researchers|scientist|scientists|academics|scholars|labs|laboratories|universities",
            "研究者|研究人员|科研人员|科学家|学者|学界|高校|研究团队|研究机构|科研机构|实验室")),
        new("政策制定者", "Policy makers", new Lexicon(
            "regulator|regulators|policymaker|policymakers|policy makers|policy-makers|lawmaker|lawmakers|government|governments|legislator|legislators|authorities|ministries|member states",
            "监管机构|监管部门|监管者|政策制定者|立法者|政府|主管部门|当局|议员|成员国")),
    ];
}
