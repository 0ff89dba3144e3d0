using System.Collections.Frozen;

namespace Pipeline.Linguistics;

/// <summary>Names that are written differently in the two languages of the news: one line each, the term first, its spellings after it.</summary>
/// <remarks>A spelling all in capitals is matched in capitals only ("US" is no "us"). Han spellings are matched inside a run of characters.</remarks>
public static class Aliases
{
    /// <summary>The longest spelling, in words or in Han characters.</summary>
    public const int Longest = 6;

    private static readonly FrozenDictionary<string, string> Terms = Read("""
        us = US, U.S, USA, America, American, United States, 美国
        uk = UK, U.K, Britain, British, United Kingdom, 英国
        eu = EU, E.U, European Union, 欧盟
        un = UN, U.N, United Nations, 联合国
        china = China, Chinese, 中国
        japan = Japan, Japanese, 日本
        korea = South Korea, Korea, 韩国
        north-korea = North Korea, 朝鲜
        russia = Russia, Russian, 俄罗斯
        ukraine = Ukraine, Ukrainian, 乌克兰
        germany = Germany, German, 德国
        france = France, French, 法国
        italy = Italy, Italian, 意大利
        spain = Spain, Spanish, 西班牙
        netherlands = Netherlands, Dutch, 荷兰
        switzerland = Switzerland, Swiss, 瑞士
        sweden = Sweden, Swedish, 瑞典
        turkey = Turkey, Türkiye, Turkish, 土耳其
        india = India, Indian, 印度
        canada = Canada, Canadian, 加拿大
        australia = Australia, Australian, 澳大利亚
        brazil = Brazil, Brazilian, 巴西
        mexico = Mexico, Mexican, 墨西哥
        israel = Israel, Israeli, 以色列
        iran = Iran, Iranian, 伊朗
        saudi-arabia = Saudi Arabia, Saudi, 沙特
        uae = UAE, United Arab Emirates, 阿联酋
        singapore = Singapore, 新加坡
        vietnam = Vietnam, Vietnamese, 越南
        indonesia = Indonesia, Indonesian, 印度尼西亚, 印尼
        taiwan = Taiwan, Taiwanese, 台湾
        hong-kong = Hong Kong, 香港
        europe = Europe, European, 欧洲
        africa = Africa, African, 非洲
        london = London, 伦敦
        paris = Paris, 巴黎
        tokyo = Tokyo, 东京
        beijing = Beijing, 北京
        shanghai = Shanghai, 上海
        shenzhen = Shenzhen, 深圳
        brussels = Brussels, 布鲁塞尔
        california = California, 加州, 加利福尼亚
        silicon-valley = Silicon Valley, 硅谷
        white-house = White House, 白宫
        pentagon = Pentagon, 五角大楼
        congress = Congress, 国会
        apple = Apple, 苹果
        google = Google, 谷歌
        microsoft = Microsoft, 微软
        amazon = Amazon, 亚马逊
        nvidia = Nvidia, 英伟达
        intel = Intel, 英特尔
        qualcomm = Qualcomm, 高通
        tesla = Tesla, 特斯拉
        samsung = Samsung, 三星
        sony = Sony, 索尼
        toyota = Toyota, 丰田
        volkswagen = Volkswagen, 大众汽车
        alibaba = Alibaba, 阿里巴巴, 阿里
        tencent = Tencent, 腾讯
        baidu = Baidu, 百度
        bytedance = ByteDance, 字节跳动, 字节
        huawei = Huawei, 华为
        xiaomi = Xiaomi, 小米
        meituan = Meituan, 美团
        softbank = SoftBank, 软银
        tsmc = TSMC, 台积电
        smic = SMIC, 中芯国际
        qwen = Qwen, 千问, 通义千问
        kimi-maker = Moonshot AI, 月之暗面
        zhipu = Zhipu, 智谱
        musk = Elon Musk, Musk, 马斯克
        altman = Sam Altman, Altman, 奥特曼
        trump = Donald Trump, Trump, 特朗普
        artificial-intelligence = artificial intelligence, AI, A.I, 人工智能
        chip = semiconductor, semiconductors, chip, chips, chipmaker, 芯片, 半导体
        robot = robot, robots, robotics, robotic, 机器人
        language-model = large language model, large language models, LLM, LLMs, language model, 大模型, 大语言模型
        open-source = open source, open-source, open-sources, open-sourced, 开源
        autonomous-driving = self-driving, autonomous driving, driverless, robotaxi, 自动驾驶, 无人驾驶
        data-centre = data center, data centers, data centre, data centres, 数据中心
        regulator = regulator, regulators, regulation, regulatory, 监管, 监管机构
        privacy = privacy, 隐私
        antitrust = antitrust, anti-trust, 反垄断
        copyright = copyright, copyrights, 版权
        lawsuit = lawsuit, lawsuits, sues, sued, 诉讼, 起诉
        funding = funding, funding round, raises, raised, 融资
        acquisition = acquisition, acquires, acquire, acquired, takeover, 收购
        ipo = IPO, 上市
        layoffs = layoffs, lays off, job cuts, 裁员
        quake = earthquake, quake, 地震
        billing = pricing, price, prices, 定价, 价格
        battery = battery, batteries, 电池
        satellite = satellite, satellites, 卫星
        rocket = rocket, rockets, 火箭
        quantum = quantum, 量子
        vaccine = vaccine, vaccines, 疫苗
        security = cybersecurity, security, 网络安全, 安全
        vulnerability = vulnerability, vulnerabilities, 漏洞
        ban = ban, bans, banned, 禁止, 禁令
        fine = fine, fined, fines, 罚款
        tariff = tariff, tariffs, 关税
        strike = strike, strikes, 罢工
        court = court, judge, 法院, 法官
        agent = agent, agents, 智能体
        """);

    /// <summary>The term of a spelling; null where it is no alias.</summary>
    /// <param name="spelling">As written, words joined by one space.</param>
    public static string? TermOf(string spelling) =>
        Terms.TryGetValue(spelling, out var term) || Terms.TryGetValue(spelling.ToLowerInvariant(), out term) ? term : null;

    private static FrozenDictionary<string, string> Read(string table)
    {
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n'))
        {
            var (term, spellings) = (line[..line.IndexOf(" = ", StringComparison.Ordinal)], line[(line.IndexOf(" = ", StringComparison.Ordinal) + 3)..]);
            foreach (var spelling in spellings.Split(", ", StringSplitOptions.TrimEntries))
                terms.Add(spelling.All(c => !char.IsAsciiLetterLower(c)) ? spelling : spelling.ToLowerInvariant(), term);
        }

        return terms.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
