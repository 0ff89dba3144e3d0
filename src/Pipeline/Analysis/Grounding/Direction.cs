namespace Pipeline.Analysis.Grounding;

/// <summary>Finds a claim that turns its source round: up for down, sold for bought.</summary>
internal static class Direction
{
    private const double Near = 0.5;

    private static readonly Opposites Movement = new(
        new Lexicon(
            "rise|rises|rose|risen|rising|increase*|increasing|grow|grows|grew|grown|growing|growth|raise|raises|raised|gain|gains|gained|climb*|surge*|jump*|soar*|expand*|up by|up from|higher|double*|doubling|triple*|widen*|advance*|swell*|swelled|strengthen*",
            "上升|增长|增加|上涨|提高|提升|扩大|增至|升至|涨至|上调|攀升|翻番|飙升|大涨|走高|再涨|涨价|调高|走强|扩张|两倍|倍增", "higher education|raised $|raise $|raises $|raising $|raised us$|raised €|raised £|raised ¥|raised funds|raised money|raised capital|raise about|raised about|raise around|raise at least|raise nearly|raise up to|raise more than|raise as much as"),
        new Lexicon(
            "fall|falls|fell|fallen|falling|drop|drops|dropped|shrunk|decline*|decrease*|lower*|cut|cuts|cutting|reduc*|shrink*|shrank|slump*|plunge*|slash*|down by|down from|tumble*|halve*|lower|slip*|slid|slide*|dip|dips|dipped|sink*|sank|narrow*|eased|weaken*|lay off|lays off|laid off|layoff*|shed|sheds",
            "下降|减少|下跌|降低|下滑|缩小|降至|跌至|下调|削减|缩减|回落|大跌|走低|降价|裁员|裁减|再跌|收窄|调低|走弱|收缩|萎缩"));

    private static readonly Opposites[] Others =
    [
        new(new Lexicon("buy|buys|bought|acquire*|acquiring|acquisition", "收购|买入|买下"), new Lexicon("sell|sells|sold|selling|divest*", "出售|卖出|卖给"), IsConverse: true),
        new(new Lexicon("win|wins|won", "胜诉|获胜|赢得"), new Lexicon("lose|loses|lost", "败诉|落败|失去")),
        new(new Lexicon("approve*|approving|approval", "批准|通过|同意"), new Lexicon("reject*|veto*|block|blocks|blocked", "否决|驳回|拒绝|反对", "反对党|反对派")),
        new(new Lexicon("support*|back|backs|backed", "支持|赞成"), new Lexicon("oppose*|opposing|opposition", "反对|抵制", "反对党|反对派")),
        new(new Lexicon("before|ahead of", "之前|以前"), new Lexicon("after|following", "之后|以后"), IsConverse: true),
        new(
            new Lexicon("above|exceed*|more than|at least|no less than|no fewer than|not less than", "超过|高于|多于|至少|以上|不低于|不少于|不小于", "no more than|not more than|not exceed*|not to exceed|not above|不超过|不高于|不多于"),
            new Lexicon("below|less than|fewer than|at most|no more than|not more than|not exceed*|not to exceed", "低于|不足|少于|至多|以下|不超过|不高于|不多于", "no less than|no fewer than|not less than|not below|不低于|不少于")),
        new(new Lexicon("east|eastern", "东部|东侧|东线"), new Lexicon("west|western", "西部|西侧|西线")),
        new(new Lexicon("north|northern", "北部|北侧|北线"), new Lexicon("south|southern", "南部|南侧|南线")),
        new(new Lexicon("allow*|permit*|lift|lifts|lifted", "允许|准许|解除"), new Lexicon("ban|bans|banned|prohibit*|forbid*|bar|bars|barred", "禁止|不得|封禁")),
        new(new Lexicon("profit*", "盈利|净利润"), new Lexicon("loss|losses", "亏损|净亏损")),
        new(new Lexicon("faster|accelerat*|speed up|speeds up", "加快|加速|更快"), new Lexicon("slower|slow|slows|slowed|delay*", "放缓|减慢|更慢|推迟|延期")),
        new(new Lexicon("more", "更多", "more than|no more|once more|more and more|more likely|any more|more or less"), new Lexicon("less|fewer", "更少", "less than|fewer than|no less|less likely|more or less")),
        new(new Lexicon("all|every", "全部|所有", "at all|all but|after all|not all|all the same"), new Lexicon("none|neither", "无一")),
        new(new Lexicon("extend*|lengthen*", "延长"), new Lexicon("shorten*|curtail*", "缩短")),
        new(new Lexicon("weight gain|gained weight", "增重"), new Lexicon("weight loss|lost weight", "减重")),
        new(new Lexicon("must not", "不得"), new Lexicon("must", "必须|须|应当", "must not|无须|毋须|须知")),
        new(new Lexicon("widen*", "扩大"), new Lexicon("narrow*", "收窄")),
        new(new Lexicon("bring* forward|ahead of schedule", "提前"), new Lexicon("postpone*|push* back|behind schedule|delay*", "推迟|延期|延后|延迟")),
        new(new Lexicon("strengthen*|tighten*", "加强|收紧"), new Lexicon("weaken*|loosen*|relax*|ease|eases|eased", "减弱|放宽|削弱|放松")),
        new(new Lexicon("open|opens|opened|reopen*", "开设|开业|开放|重开"), new Lexicon("close|closes|closed|shut|shuts", "关闭|关停|停业")),
        new(new Lexicon("start|starts|started|begin|begins|began|resume*", "启动|开始|恢复"), new Lexicon("stop|stops|stopped|end|ends|ended|halt*|suspend*|pause*", "停止|终止|暂停|中止|结束")),
        new(new Lexicon("accept*", "接受"), new Lexicon("decline|declines|declined|refuse*", "拒绝|谢绝")),
        new(new Lexicon("join|joins|joined", "加入"), new Lexicon("leave|leaves|left|quit|quits", "退出|离开|离职")),
        new(new Lexicon("succeed*|success*|passed", "成功|通过"), new Lexicon("fail|fails|failed|failure", "失败|未能")),
        new(new Lexicon("confirm*", "证实|确认"), new Lexicon("deny|denies|denied", "否认")),
        new(
            new Lexicon("likely|probably|probable", "可能|大概率", "unlikely|not likely|more likely|less likely|as likely|likely not|likely won't|likely will not|probably not|probably won't|probably will not|不太可能|不大可能|不可能|可能性|尽可能|可能不|可能无法|可能没|大概率不"),
            new Lexicon("unlikely|not likely|improbable|likely not|likely won't|likely will not|probably not|probably won't|probably will not", "不太可能|不大可能|不可能|可能性不大|可能性很小|未必|可能不|可能无法|可能没|大概率不")),
        new(new Lexicon("cheaper", "更便宜"), new Lexicon("dearer|more expensive|costlier", "更贵")),
        new(new Lexicon("most|majority", "多数"), new Lexicon("minority", "少数")),
        new(new Lexicon("best|highest|largest|biggest|fastest", "最高|最大|最快|最好"), new Lexicon("worst|lowest|smallest|slowest", "最低|最小|最慢|最差")),
        new(new Lexicon("upgrade*", "升级|调高"), new Lexicon("downgrade*", "降级|调低")),
        new(new Lexicon("hire|hires|hired|hiring", "招聘|扩招"), new Lexicon("lay off|lays off|laid off|layoff*", "裁员|解雇")),
    ];

    /// <summary>The pairs of contrary words that may stand beside a number. What is bought is sold, and what is before one thing is after another.</summary>
    public static IReadOnlyList<Opposites> OfNumbers { get; } = [Movement, .. Others.Where(pair => !pair.IsConverse)];

    /// <summary><c>l</c> for a word of rising, <c>r</c> of falling; null for others.</summary>
    public static char? CourseOf(string word) => Movement.Left.Matches(word) ? 'l' : Movement.Right.Matches(word) ? 'r' : null;

    /// <summary>The same of a clause; null too where it goes both ways.</summary>
    public static char? OnlyCourseOf(string clause) => (Movement.Left.Matches(clause), Movement.Right.Matches(clause)) switch { (true, false) => 'l', (false, true) => 'r', _ => null };

    public static IEnumerable<string> Faults(Statement claim, IReadOnlyList<Statement> passages)
    {
        if (Movement.Turned(claim, passages) is { } movement)
            yield return movement;
        var near = passages.Where(passage => passage.Language != claim.Language || passage.Holds(claim) >= Near).ToList();
        foreach (var fault in Others.Select(pair => pair.Turned(claim, near)).OfType<string>())
            yield return fault;
    }
}

/// <summary>Words that pull one way, and words that pull the other.</summary>
/// <param name="IsConverse">Both may be true of one event.</param>
internal sealed record Opposites(Lexicon Left, Lexicon Right, bool IsConverse = false)
{
    private const double Alike = 0.6;

    /// <summary>Of a clause that moves, so much has to stand in the clause that moves the other way.</summary>
    private const double Shared = 0.3;

    /// <summary>Why the claim goes the other way than the passages; null where it does not.</summary>
    public string? Turned(Statement claim, IReadOnlyList<Statement> passages)
    {
        var said = Course(claim);
        if (said.Length == 0)
            return null;
        var courses = passages.Select(passage => (Passage: passage, Course: Course(passage))).Where(pair => pair.Course.Length > 0).ToList();
        if (courses.Count == 0)
            return null;
        var missing = said.Distinct().FirstOrDefault(way => !courses.Any(pair => pair.Course.Contains(way, StringComparison.Ordinal)) && IsAnswered(claim, way, passages));
        if (missing != default)
            return $"the claim says '{Word(claim, missing)}', the cited passage the contrary";
        var closest = courses.MaxBy(pair => pair.Passage.Holds(claim));
        return said.Distinct().Count() == 1 && closest.Passage.Holds(claim) >= Alike && Contradicts(said, closest.Course)
            ? $"the claim says '{Word(claim, said[0])}' where the cited passage says the contrary" : null;
    }

    /// <summary>Whether the other way is said of the same: where several things move, each clause has its own.</summary>
    private bool IsAnswered(Statement claim, char way, IReadOnlyList<Statement> passages)
    {
        var said = Clause.In(claim.Text).Where(clause => Course(clause.Text).Contains(way, StringComparison.Ordinal)).Select(clause => new Statement(clause.Text)).ToList();
        var others = passages.SelectMany(passage => Clause.In(passage.Text)).Where(clause => Course(clause.Text).Length > 0).Select(clause => new Statement(clause.Text)).ToList();
        return said.Count == 0 || said.Exists(clause => others.Exists(other => other.Language != clause.Language || other.Holds(clause) >= Shared));
    }

    private static bool Contradicts(string said, string course) =>
        said.Length == course.Length ? said != course : said.Distinct().Any(way => !course.Contains(way, StringComparison.Ordinal));

    /// <summary>The ways in their order, as a word of l and r.</summary>
    private string Course(Statement statement) => Course(statement.Text);

    private string Course(string text) => string.Concat(
        Left.In(text).Select(span => (span.Start, Way: 'l')).Concat(Right.In(text).Select(span => (span.Start, Way: 'r')))
            .OrderBy(pair => pair.Start).Select(pair => pair.Way));

    /// <summary>The way of the word that stands nearest to a place; null where there is none.</summary>
    public char? Nearest(string text, int place)
    {
        var words = Left.In(text).Select(span => (span, Way: 'l')).Concat(Right.In(text).Select(span => (span, Way: 'r'))).ToList();
        return words.Count == 0 ? null : words.MinBy(word => Math.Abs(word.span.Start - place)).Way;
    }

    private string Word(Statement statement, char way) => (way == 'l' ? Left : Right).In(statement.Text).First().Of(statement.Text);
}
