namespace Pipeline.Model;

/// <summary>Who reads the digest for advice (对不同角色的短期建议), and the words by which a sentence speaks of them.</summary>
/// <param name="Words">In either language: English as whole words, Chinese anywhere.</param>
public sealed record Role(string Name, IReadOnlyList<string> Words) : Named(Name)
{
    /// <summary>What only looks like one of the words: 企业级 speaks of no 企业.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>What concerns them even where nobody is named; looked for where a week's news names them with nothing to say to them.</summary>
    public IReadOnlyList<string> Matters { get; init; } = [];

    /// <summary>Enterprises, builders, researchers, policy makers, where sources.yaml names no others.</summary>
    public static IReadOnlyList<Role> Standard { get; } =
    [
        Of("企业", "Enterprises",
            "company|companies|enterprise|enterprises|business|businesses|firm|firms|organisation|organisations|organization|organizations|employer|employers|vendors|providers|buyers|it teams|security teams|banks|hospitals|manufacturers|operators|suppliers|deployers|" +
            "企业|公司|商家|厂商|雇主|运营方|运营者|服务商|供应商|提供者|部署方|采购方|银行|医院|制造商|平台方|机构",
            "监管机构|研究机构|科研机构|企业版|企业级|企业微信|公司法|该公司|开源机构"),
        Of("开发者", "Builders",
            "developer|developers|engineer|engineers|programmer|programmers|builders|maintainers|coders|development teams|engineering teams|" +
            "开发者|工程师|程序员|开发团队|研发团队|开发人员|维护者|研发人员"),
        Of("研究者", "Researchers",
            "researcher|researchers|scientist|scientists|academics|scholars|research labs|laboratories|universities|" +
            "研究者|研究人员|科研人员|科学家|学者|学界|高校|研究团队|研究机构|科研机构|高校实验室|国家实验室|重点实验室",
            "chief scientist|data scientist|data scientists|首席科学家|数据科学家",
            "benchmark|benchmarks|dataset|datasets|training data|open weights|open-weight|preprint|preprints|peer review|leaderboard|leaderboards|reproducible|" +
            "基准|评测|数据集|训练数据|权重|论文|预印本|同行评审|榜单|复现"),
        Of("政策制定者", "Policy makers",
            "regulator|regulators|policymaker|policymakers|policy makers|policy-makers|lawmaker|lawmakers|government|governments|legislator|legislators|authorities|ministries|member states|congress|parliament|" +
            "监管机构|监管部门|监管者|政策制定者|立法者|政府|主管部门|当局|议员|成员国|国会|议会",
            "",
            "law|laws|legislation|legislative|bill|bills|regulation|regulations|policy guidance|export controls|copyright|antitrust|compliance|" +
            "立法|法律|法案|法规|条例|监管|出口管制|出口许可|版权|反垄断|合规|征求意见"),
    ];

    private static Role Of(string chinese, string english, string words, string except = "", string matters = "") => new(chinese, words.Split('|'))
    {
        Names = new Dictionary<string, string> { ["en"] = english },
        Except = except.Split('|', StringSplitOptions.RemoveEmptyEntries),
        Matters = matters.Split('|', StringSplitOptions.RemoveEmptyEntries),
    };
}
