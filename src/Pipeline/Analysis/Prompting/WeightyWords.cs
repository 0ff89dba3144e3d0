namespace Pipeline.Analysis.Prompting;

/// <summary>Statements so grave, or so flattering, that the cited passages have to make them in as many words, in either language.</summary>
/// <remarks>
/// The gate asks how many of a claim's words are in the passages, and a short claim has few: "Quillon is bankrupt" shares half of
/// its words with any report on Quillon. What ruins or sells somebody hangs on one word, so that one is looked up.
/// </remarks>
internal static class WeightyWords
{
    private static readonly Matter[] Matters =
    [
        new("bankrupt*|insolven*|liquidat*", "破产|倒闭|清算|资不抵债",
            "chapter 11|receivership|went under|go under|goes under|shut down|shuts down|shutting down|winding up|wound up", "歇业|重整|关门"),
        new("cancel*|scrap|scraps|scrapped|scrapping|abandon*|call off|called off|halt|halts|halted|halting|suspend*|suspension*|shelve*|shelving", "取消|叫停|中止|搁置|终止|暂停|放弃",
            "pause*|pausing|stop|stops|stopped|stopping|discontinu*|terminat*|axe|axed|give up|gives up|gave up|pull the plug|no longer", "停止|停用|停产|下线|撤回|撤销|废止|作废"),
        new("resign*|step down|steps down|stepped down|stepping down|quit|quits|quitting|oust*|sack|sacked|sacking|dismiss*|fired|firing", "辞职|下台|离职|卸任|罢免|解雇|免职|开除",
            "depart|departs|departed|departing|departure*|leaves|leaving|laid off|lay off|lays off|layoff*", "离任|离开|出走|请辞|辞去|卸下|裁员"),
        new("fake*|faking|forge|forged|forges|forger*|forging|counterfeit*|fabricat*|falsif*|fraud*|scam*|hoax*|swindl*", "伪造|造假|捏造|虚构|欺诈|诈骗|骗子|骗局|作假",
            "deepfake*|deep-fake*|bogus|sham|phish*|made up|made-up|deceiv*|decepti*", "假冒|仿冒|冒充|虚假|深伪|换脸|编造|钓鱼|骗"),
        new("sue|sues|sued|suing|lawsuit*|litigat*|litigation|complaint*|indict*|prosecut*", "起诉|诉讼|控告|状告|提告|公诉",
            "suit|suits|class action|class-action|legal action|legal battle|legal fight|plaintiff*|in court|to court|charged with", "告上法庭|官司|诉至|提诉|诉状|原告|被告|立案"),
        new("arrest*|detain*|detention*|jail*|imprison*|convict*", "逮捕|拘留|入狱|判刑|被捕|定罪",
            "custody|prison|prison sentence|sentenced|found guilty|behind bars", "羁押|抓获|监禁|服刑|有罪|被判|落网"),
        new("leak|leaks|leaked|leaking|leakage*|breach*|hack|hacks|hacked|hacking|hacker|hackers|expose*|exposing|exposure*|stolen|stole|steal*|theft*", "泄露|泄漏|外泄|入侵|被盗|窃取|黑客",
            "cyberattack*|cyber-attack*|cyber attack*|intrusion*|intruder*|compromis*|exfiltrat*|uncover*|thieves", "曝光|暴露|揭露|曝出|攻破|攻陷|盗取|盗窃|失窃|偷|网络攻击|骇客"),
        new("danger*|harmful|unsafe|toxic|hazard*|poison*", "危险|有害|不安全|有毒|危害",
            "harm|harms|harmed|harming|risky|threat*|insecure|unsecure*|peril*|damag*", "投毒|毒害|毒性|下毒|损害|伤害|威胁|隐患"),
        new("safest|safer|safe|safely|safety|secure|no risk|risk-free|riskless", "安全|无风险|零风险|稳赚",
            "secured|securely|secures|securing|security|cybersecurity|biosecurity|infosec|safeguard*", "安保|网安|防护"),
        new("die|dies|died|dying|death*|dead|deadly|kill*|fatal*|injur*", "死亡|身亡|丧生|遇难|致命|受伤|死于",
            "lethal|casualt*|perish*|murder*|suicide*|homicide*|wound*|lives lost|lost their lives|lost his life|lost her life", "死|亡|遇害|去世|逝世|自杀|杀|伤"),
        new("ban|bans|banned|banning|prohibit*|outlaw*|forbid*|forbidden", "禁止|取缔|封禁|禁用|不得",
            "block|blocks|blocked|blocking|bar|bars|barred|barring|illegal|unlawful|disallow*|blacklist*|must not|may not|shall not|not allowed|not permitted", "禁|不准|不许|封杀|屏蔽|违法|下架"),
        new("recall*|defect*|fault*|flaw*|bug|bugs", "召回|缺陷|故障|漏洞|瑕疵",
            "vulnerab*|outage*|glitch*|malfunction*|failure*|failed|failing|exploit*|weakness*|loophole*|security hole*|zero-day*|zero day*|0-day*|cve*|went down|goes down|breakdown*|incident*|disruption*", "宕机|失灵|弱点|失效|崩溃|中断|异常|事故|错误|停摆|越狱"),
        new("best|finest|greatest|leading|unrivalled|unrivaled|unmatched|perfect|perfectly|number one|world-class|visionary", "最好|最佳|第一|领先|完美|无与伦比|顶尖|世界级|高瞻远瞩|引领",
            "lead|leads|leader*|ahead of|top|tops|topped|state of the art|state-of-the-art|sota|outperform*|surpass*|no 1|no. 1|unparalleled|optimal*|flawless*|rank first|ranks first|ranked first|in first place", "头部|龙头|最强|最优|最高|冠军|榜首|居首|登顶|领跑|领军|一流|超越|首位",
            "leading to|leading up to|at best|best known|best-known|best practice|best practices|第一季度|第一财季|第一次|第一个|第一批|第一步|第一阶段|第一代|第一轮|第一版|第一天|第一周|第一部|第一条|第一款|第一作者|第一方|第一时间"),
        new("most important|historic|revolution*|unprecedented|landmark|milestone*|game-chang*|game chang*|reshape*|reshaping", "最重要|历史性|革命性|前所未有|里程碑|颠覆|彻底改变|重塑",
            "transforms|transformed|transforming|transformative|transformation*|breakthrough*|disrupt*|redefin*|upend*|overhaul*|first-ever|first ever|never before|turning point|pivotal|epoch*|rewrit*|fundamentally", "划时代|史上|空前|变革|突破|转折|革新|改写|改造"),
        new("sponsor*|paid for by|advertis*|advertorial*", "赞助|冠名|广告",
            "ad|ads|advert|adverts|commercials|promoted post*|paid placement*|paid partnership*|underwrit*", "推广|投放|软文|资助"),
        new("endors*|backed|backs|back|backing|certif*|guarantee*|approv*|authori*", "背书|认证|担保|批准|授权|认可|核准",
            "licens*|permit|permits|permitted|permission*|green light*|green-light*|greenlight*|cleared|clearance*|ratif*|recogni*|accredit*|invest*|funded|sign off|signed off|signs off|vouch*|verif*", "获批|审批|许可|准许|放行|通过|同意|保证|保障|投资|认定|资质|证书|批",
            "authority|authorities|authoritative|authoritarian|back to|back in|back on|back from|back into|back up|back-up|back-end|back end|back and forth|go back|goes back|going back|went back|come back|comes back|coming back|came back|bring back|brings back|brought back|get back|gets back|push back|pushes back|pushed back|pull back|pulls back|pulled back|hold back|holds back|held back|roll back|rolls back|rolled back|scale back|scales back|scaled back|cut back|cuts back|dates back|fight back|fights back|bounce back|bounces back|look back|looks back"),
        new("acqui*|take over|takes over|taken over|taking over|took over|takeover*|buy|buys|bought|buying|buyout*|merge|merges|merged|merger*|merging", "收购|并购|合并|兼并|买下|购得",
            "purchas*|snap up|snaps up|snapped up|absorb*|sold|sells|sell|sale|selling", "购|买|入主|接手|吞并|控股|出售|卖给|转让|整合"),
        new("collapse*|collapsing|crash*|plunge*|plunging|soar*|skyrocket*", "崩盘|暴跌|大跌|暴涨|大涨|崩溃|飙升",
            "plummet*|tumbl*|slump*|nosedive*|nosediving|freefall|free fall|sank|meltdown*|fell apart|falls apart|fall apart|surg*|rocketed|rocketing|leap|leaps|leapt|spike*|spiking|explod*|balloon*|doubl*|tripl*|quadrupl*", "骤降|骤跌|重挫|跳水|狂跌|倒塌|瘫痪|破裂|死机|闪退|宕机|激增|猛增|剧增|猛涨|骤增|翻倍|翻番|井喷"),
        new("promise|promises|promised|pledge*|pledging|vow*", "承诺|保证|许诺",
            "commit|commits|committed|committing|commitment*|guarantee*|assur*|undertak*|undertook|ensur*|promising to", "誓言|答应|担保|表态|确保|保障"),
        new("praise*|praising|acclaim*|hail|hailed|hails|hailing|applaud*", "赞誉|好评|称赞|盛赞|赞扬|赞美",
            "laud*|tout*|commend*|celebrat*|admir*|welcomed|rave review*|compliment*", "点赞|推崇|表扬|喝彩|肯定|赞赏|赞"),
        new("winner*|loser*|victor*", "赢家|输家|胜利",
            "win|wins|won|winning|lose|loses|lost|losing|triumph*|champion*|defeat*", "胜|赢|输|败|冠军|夺冠"),
        new("at once|immediately|right away|urgent*", "立即|立刻|马上|即刻|紧急",
            "immediate|instant*|straight away|without delay|as soon as possible|emergenc*|urgency|promptly|with immediate effect", "当即|即时|随即|尽快|迅速|火速|即日|应急"),
        new("apolog*|admit*|confess*", "道歉|致歉|承认",
            "sorry|acknowledg*|conced*|concession*|admission*|recogni*|owns up|owned up", "抱歉|认错|谢罪|坦承|坦言|坦白|供认|认可"),
        new("free of charge|for free|giveaway*", "免费|赠送",
            "free|freely|freemium|no charge|without charge|no cost|zero cost|complimentary|gratis|give away|gives away|gave away", "零成本|不收费|无需付费|赠|0 元|零元"),
    ];

    public static IEnumerable<string> Faults(string claim, IReadOnlyList<string> passages) =>
        Matters.Where(matter => matter.Said.Matches(claim) && !passages.Any(matter.IsIn))
            .Select(matter => $"no cited passage says '{matter.Said.In(claim).First().Of(claim)}', or a word for it");

    /// <summary>A grave matter: the words by which a sentence states it, and more by which a passage may bear it.</summary>
    private sealed class Matter(string english, string chinese, string moreEnglish, string moreChinese, string exceptions = "")
    {
        private readonly Lexicon _more = new(moreEnglish, moreChinese);

        public Lexicon Said { get; } = new(english, chinese, exceptions);

        public bool IsIn(string passage) => Said.Matches(passage) || _more.Matches(passage);
    }
}
