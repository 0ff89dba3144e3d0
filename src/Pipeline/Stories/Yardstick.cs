using Pipeline.Linguistics;

namespace Pipeline.Stories;

/// <summary>
/// What the cosines of an embedding model mean: every model has its own, so it is asked for texts of which we know which tell of
/// one event. Two events of one kind (two rounds of funding, two fines) are how near strangers come; a model that does not put
/// tellings of one event nearer than those has nothing to say, which is found for each pair of languages.
/// </summary>
internal sealed class Yardstick
{
    /// <summary>The least by which tellings of one event must be nearer than strangers: less is no scale to read off.</summary>
    private const double Least = 0.05;

    /// <summary>Invented: each event twice in English and twice in Chinese, beside another one of its kind.</summary>
    private static readonly string[][] Events =
    [
        [
            "Harbourline raises $80 million for warehouse robots\nHarbourline, which builds robots that sort parcels, has raised 80 million dollars from a group of investors and will hire engineers for a second plant.",
            "Parcel-sorting robot maker closes large funding round\nInvestors have put 80 million dollars into Harbourline. The money pays for another factory and more engineering staff.",
            "港线科技融资 8000 万美元，扩建仓储机器人工厂\n生产包裹分拣机器人的港线科技获得一批投资者 8000 万美元投资，将招聘工程师并建设第二座工厂。",
            "分拣机器人企业获巨额投资\n港线科技宣布完成 8000 万美元融资，资金用于新工厂和扩充研发团队。",
        ],
        [
            "Meadow Genetics secures $25 million to bring seed tests to farmers\nThe start-up Meadow Genetics has raised 25 million dollars in a round led by a pension fund, and plans to sell its seed tests in five countries.",
            "Seed-testing start-up wins backing of pension fund\nA pension fund leads a 25 million dollar round for Meadow Genetics, whose kits tell farmers what will grow.",
            "草甸基因获 2500 万美元融资，向农户推广种子检测\n初创公司草甸基因完成由一家养老基金领投的 2500 万美元融资，计划在五个国家销售种子检测产品。",
            "养老基金领投种子检测公司\n草甸基因获得 2500 万美元投资，其检测盒能帮助农民判断种子质量。",
        ],
        [
            "Competition watchdog fines search company over app store terms\nThe authority found that the company made phone makers install its apps, and fined it 300 million euros. The company will appeal.",
            "Search firm to appeal against 300 million euro penalty\nForcing phone makers to preinstall apps broke competition law, regulators decided.",
            "搜索公司因应用商店条款被反垄断机构处罚\n监管机构认定该公司强迫手机厂商预装其应用，罚款 3 亿欧元，公司表示将上诉。",
            "强制预装应用违法，搜索企业被罚 3 亿欧元\n监管部门裁定其违反竞争法，该企业称将提起上诉。",
        ],
        [
            "Privacy regulator penalises hospital chain after patient records leak\nThe records of two million patients stood open on the internet for months; the chain must pay 9 million and change its systems.",
            "Hospitals must pay for exposing two million patients' files\nA data protection authority has fined the operator 9 million for leaving medical files unprotected.",
            "医院集团泄露患者病历，被隐私监管机构处罚\n两百万名患者的病历在网上公开数月，该集团须缴纳 900 万罚款并整改系统。",
            "两百万份病历外泄，医院运营方被罚\n数据保护机构因医疗档案缺乏保护，对该运营方罚款 900 万。",
        ],
        [
            "Open speech model understands ninety languages\nA university lab has published the weights of a speech recognition model that works in ninety languages and runs on a phone.",
            "University releases free speech recogniser for phones\nThe lab's new model transcribes ninety languages without a server, and anyone may download it.",
            "开源语音模型支持九十种语言\n一所大学的实验室公开了一款语音识别模型的权重，支持九十种语言，可在手机上运行。",
            "大学发布免费手机语音识别模型\n该实验室的新模型无需服务器即可转写九十种语言，任何人都可以下载。",
        ],
        [
            "New image generator draws readable text\nThe company's latest image model writes signs and posters without spelling mistakes, and is sold to advertising agencies first.",
            "Advertisers get first access to model that spells correctly in pictures\nPosters made by the new image generator no longer contain garbled letters, its maker says.",
            "新图像生成模型能写对文字\n该公司最新的图像模型可以在招牌和海报上准确写字，首先向广告公司销售。",
            "广告商率先用上不写错字的绘图模型\n开发商称，新图像生成器制作的海报不再出现乱码。",
        ],
        [
            "Cloud outage stops trains and payment terminals for six hours\nA faulty configuration at a data centre took down ticket machines and card payments across the country on Monday.",
            "Monday's six-hour breakdown traced to wrong data centre setting\nTrains stood still and shops could take only cash while the cloud provider repaired its configuration.",
            "云服务中断六小时，列车和支付终端停摆\n周一，一处数据中心的错误配置导致全国售票机和刷卡支付瘫痪。",
            "周一大面积故障源于数据中心配置错误\n云服务商修复期间，列车停运，商店只能收现金。",
        ],
        [
            "Cable damage cuts island off from the internet\nA ship's anchor tore the only undersea cable to the island; repairs will take two weeks, and a satellite link serves the hospital.",
            "Anchor severs island's only undersea line\nResidents will be offline for about two weeks, while the hospital uses a satellite connection.",
            "海底光缆受损，岛屿与互联网断联\n一艘船的船锚拉断了通往该岛的唯一海底光缆，维修需要两周，医院暂用卫星线路。",
            "船锚扯断岛上唯一海缆\n居民将断网约两周，医院改用卫星连接。",
        ],
    ];

    private readonly (double Chance, double Same)?[] _scales;

    private Yardstick((double Chance, double Same)?[] scales) => _scales = scales;

    /// <summary>What a model has to be asked for.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Events.SelectMany(tellings => tellings)];

    public static Yardstick Of(Func<string, MeaningVector?> vectors)
    {
        var events = Array.ConvertAll(Events, tellings => Array.ConvertAll(tellings, text => vectors(text)));
        return new Yardstick([Scale(events, (0, 1), (0, 1)), Scale(events, (2, 3), (2, 3)), Scale(events, (0, 1), (2, 3))]);
    }

    /// <summary>How alike a cosine says that two texts are: 0 as two events of one kind, 1 as two tellings of one; null where the model can't tell.</summary>
    public double? Read(string language, string other, double cosine) =>
        _scales[language != other ? 2 : language == "zh" ? 1 : 0] is not { } scale ? null : Math.Clamp((cosine - scale.Chance) / (scale.Same - scale.Chance), 0, 1);

    private static (double Chance, double Same)? Scale(MeaningVector?[][] events, (int, int) mine, (int, int) theirs)
    {
        var (strange, same) = (new List<double>(), new List<double>());
        for (var at = 0; at < events.Length; at++)
        {
            same.AddRange(Cosines(events[at], mine, events[at], theirs, except: mine == theirs));
            strange.AddRange(Cosines(events[at], mine, events[at ^ 1], theirs, except: false));
        }

        if (same.Count == 0 || strange.Count == 0)
            return null;
        var scale = (Chance: strange.Average(), Same: same.Average());
        return scale.Same - scale.Chance < Least ? null : scale;
    }

    private static IEnumerable<double> Cosines(MeaningVector?[] one, (int First, int Second) mine, MeaningVector?[] other, (int First, int Second) theirs, bool except) =>
        from i in new[] { mine.First, mine.Second }
        from j in new[] { theirs.First, theirs.Second }
        where !(except && i >= j) && one[i] is not null && other[j] is not null
        select one[i]!.Cosine(other[j]!);
}
