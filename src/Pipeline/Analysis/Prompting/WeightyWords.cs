namespace Pipeline.Analysis.Prompting;

/// <summary>Statements so grave, or so flattering, that the cited passages have to make them in as many words, in either language.</summary>
/// <remarks>
/// The gate asks how many of a claim's words are in the passages, and a short claim has few: "Quillon is bankrupt" shares half of
/// its words with any report on Quillon. What ruins or sells somebody hangs on one word, so that one is looked up.
/// </remarks>
internal static class WeightyWords
{
    private static readonly Lexicon[] Matters =
    [
        new("bankrupt*|insolven*|liquidat*", "破产|倒闭|清算|资不抵债"),
        new("cancel*|scrap|scraps|scrapped|abandon*|call off|called off|halt|halts|halted|suspend*|shelve*", "取消|叫停|中止|搁置|终止|暂停|放弃"),
        new("resign*|step down|steps down|stepped down|quit|quits|oust*|sack|sacked|dismiss*|fired", "辞职|下台|离职|卸任|罢免|解雇|免职|开除"),
        new("fake*|forge*|fabricat*|falsif*|fraud*|scam*|hoax*|swindl*", "伪造|造假|捏造|虚构|欺诈|诈骗|骗子|骗局|作假"),
        new("sue|sues|sued|suing|lawsuit*|litigation|complaint*|indict*|prosecut*", "起诉|诉讼|控告|状告|提告|公诉"),
        new("arrest*|detain*|jail*|imprison*|convict*", "逮捕|拘留|入狱|判刑|被捕|定罪"),
        new("leak|leaks|leaked|leaking|breach*|hack|hacks|hacked|hackers|expose*|stolen|steal*", "泄露|泄漏|外泄|入侵|被盗|窃取|黑客"),
        new("danger*|harmful|unsafe|toxic|hazard*|poison*", "危险|有害|不安全|有毒|危害"),
        new("safest|safe|safety|secure|no risk|risk-free|riskless", "安全|无风险|零风险|稳赚"),
        new("die|dies|died|death*|dead|kill*|fatal*|injur*", "死亡|身亡|丧生|遇难|致命|受伤|死于"),
        new("ban|bans|banned|prohibit*|outlaw*|forbid*|forbidden", "禁止|取缔|封禁|禁用|不得"),
        new("recall*|defect*|fault*|flaw*|bug|bugs", "召回|缺陷|故障|漏洞|瑕疵"),
        new("best|finest|greatest|leading|unrivalled|unmatched|perfect|number one|world-class|visionary", "最好|最佳|第一|领先|完美|无与伦比|顶尖|世界级|高瞻远瞩|引领"),
        new("most important|historic|revolution*|unprecedented|landmark|game-chang*|reshape*", "最重要|历史性|革命性|前所未有|里程碑|颠覆|彻底改变"),
        new("sponsor*|paid for by|advertis*", "赞助|冠名|广告"),
        new("endors*|backed|backs|back|backing|certif*|guarantee*|approv*|authori*", "背书|认证|担保|批准|授权|认可|核准"),
        new("acqui*|take over|takes over|taken over|takeover|buy|buys|bought|buyout|merge*|merger", "收购|并购|合并|兼并|买下|购得"),
        new("collapse*|crash*|plunge*|soar*|skyrocket*", "崩盘|暴跌|大跌|暴涨|大涨|崩溃|飙升"),
        new("promise*|pledge*|vow*", "承诺|保证|许诺"),
        new("praise*|acclaim*|hail|hailed|applaud*", "赞誉|好评|称赞|盛赞|赞扬|赞美"),
        new("winner*|loser*|victor*", "赢家|输家|胜利"),
        new("at once|immediately|right away|urgent*", "立即|立刻|马上|即刻|紧急"),
        new("apolog*|admit*|confess*", "道歉|致歉|承认"),
        new("free of charge|for free|giveaway", "免费|赠送"),
    ];

    public static IEnumerable<string> Faults(string claim, IReadOnlyList<string> passages) =>
        Matters.Where(matter => matter.Matches(claim) && !passages.Any(matter.Matches))
            .Select(matter => $"no cited passage says '{matter.In(claim).First().Of(claim)}', or a word for it");
}
