using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis;

/// <summary>Tells text that speaks to a language model, or gives its readers orders, from text that reports.</summary>
/// <remarks>
/// It is not what keeps a digest clean: that is the gate, which lets nothing pass that the cited passages do not say. It keeps the
/// attempt itself from being shown, cited or printed. It may err on the careful side: a report on such attacks loses a sentence.
/// </remarks>
internal static partial class Addressed
{
    public static bool Matches(string text)
    {
        var plain = Undisguised(text);
        return English().IsMatch(plain) || Chinese().IsMatch(plain) || Machine().IsMatch(plain);
    }

    /// <summary>Whether it speaks to a machine, or gives its readers orders.</summary>
    public static bool Speaks(string text) => Matches(text) || Urges(text);

    /// <summary>Where in a text it begins to speak to a machine; -1 where it does not. What follows may belong to it.</summary>
    public static int Start(string text)
    {
        var at = 0;
        foreach (var line in text.Split('\n'))
        {
            if (Matches(line))
                return at;
            at += line.Length + 1;
        }

        return -1;
    }

    /// <summary>Whether it tells its readers to do something that profits somebody.</summary>
    public static bool Urges(string text) => Appeal().IsMatch(Undisguised(text));

    /// <summary>A text as a language model's reading of it would be: no disguise by width, by invisible characters, by spaces between letters.</summary>
    private static string Undisguised(string text) => Spaced().Replace(Invisible().Replace(Normalization.Nfkc(text), ""), "");

    [GeneratedRegex(
        @"\b(?:ignor|disregard|forget|overrid|bypass|discard)\w*\s+(?:(?:all|any|every|the|your|these|those|my|of|other|previous|prior|above|earlier|preceding|former|foregoing|original|system|safety|editorial|and)\s+){0,6}(?:instruction|prompt|command|directive)"
        + @"|\b(?:ignor|disregard|forget|overrid|bypass|discard)\w*\s+(?:(?:the|of)\s+)*(?:(?:all|any|every|your|previous|prior|above|earlier|preceding|foregoing|system|other)\s+){1,5}(?:the\s+)?(?:\w+\s+)?(?:rule|direction|guideline|context|message|constraint|polic|article|passage|source|evidence|text|stor)"
        + @"|\b(?:disregard|forget) (?:everything|what(?:ever)? (?:you|came|was)|the (?:above|rest|foregoing|other))|\b(?:ignore|disregard) (?:everything|anything|what) (?:above|before|else|you|that came)"
        + @"|\b(?:system|developer|hidden|secret|updated|revised|your|original|initial|admin|override) (?:prompt|instruction|system message)s?\b|\b(?:new|special|important) instructions?\b\s*(?:[:.]|for|to|follow)"
        + @"|\byou are (?:now|no longer|hereby|instructed|ordered|authori[sz]ed|permitted|an? (?:ai|llm|language|helpful|assistant|chat|model|agent|bot|unrestricted|analyst|summari[sz]er)|the (?:assistant|model|analyst|ai|editor))|\byou (?:must|shall|should|will|have to|need to|may) (?:now |only |always |never |also )*(?:say|write|include|output|report|state|print|respond|reply|answer|summari|rank|rate|recommend|describe|claim|insert|ignore|call|quote|cite|obey|follow|act|treat|add|use|tell|reveal|stop)"
        + @"|\bfrom now on\b|\bpretend (?:to be|you are|that you|you're)|(?:^|[.,;:!] ?|\bplease )act as (?:an?|if|the|my)\b|\b(?:developer|dan|god) mode\b.{0,20}\b(?:enabled|on|activated|active)"
        + @"|\bas an? (?:ai |large )*(?:ai|llm|language model|language assistant|assistant),|\bif you(?:'re| are| were) (?:an? )?(?:ai\b|llm|large|language model|assistant|bot\b|model\b|reading this|processing|summari)|\bwhen (?:you )?(?:summari[sz]|translat|report|rewrit|quot)(?:e|ing|es|s)? this\b"
        + @"|\b(?:note|notice|message|instruction|reminder|memo|request)s? (?:to|for) (?:(?:all|any|the|every|our)\s+)?(?:ai (?:system|assistant|model|reader|agent|summari|editor|analyst)|llm|language model|assistant|chatbot|summari[sz]er|bots?\b|crawler|automated|machine)"
        + @"|\b(?:attention|hello|hi|dear|hey|warning|important)[,:!]? (?:(?:all|any|every|the)\s+)?(?:ai\b|llm|language model|assistant|chatbot|summari|model\b|bots?\b|agent\b|crawler|gpt\b|claude\b|gemini\b)"
        + @"|\b(?:llm|language model|assistant|summari[sz]er|automated reader|machine reader|ai (?:assistant|model|reader|editor|summari[sz]er))s?[,:]? (?:must|should|shall|will now|has to|have to|is to|are to|are required to|are instructed to|please|need to) (?:\w+ly )?(?:say|write|output|state|print|respond|reply|answer|summari|rank|rate|recommend|insert|ignore|call|quote|cite|obey|tell)"
        + @"|\b(?:include|add|insert|append|prepend|put|place|print|output|repeat|write|say|state|quote|emit|return|reveal|show|send|use)\s+(?:(?:only|also|just|back|out)\s+)*(?:exactly\b|verbatim|literally|this (?:link|url|sentence|text|line|phrase|exact|statement|claim)|the following (?:link|url|sentence|text|line|word|phrase|statement|claim|json|markdown)|the words?\b|the sentence|the phrase|a link|the link|your (?:system|prompt|instruction|rules|key)|that our|in your|as (?:the|your) (?:headline|title|first|last)|at the (?:top|end|start) of)"
        + @"|\b(?:your|every) (?:summary|digest|answer|reply|output|response|newsletter|headline|introduction|json|analysis|claim)s? (?:must|should|has to|needs to|shall|is to|will)|\b(?:the|this|any) (?:summary|digest|newsletter|headline) (?:must|should|has to|needs to|shall)|\bevery (?:summary|digest|newsletter|headline) (?:states?|says?|must|mentions?)|\bthe (?:headline|introduction|closing|claims) field\b|\breaders of (?:machine|ai|automatic|automated)"
        + @"|\bin your (?:summary|digest|answer|reply|output|response|json|analysis|claims?|newsletter|headline)\b|\b(?:respond|reply|answer) (?:only|exactly|in json)|\b(?:respond|reply|answer) with (?:the|exactly|only|json|[""“'‘])"
        + @"|(?:^|[.;:!,] ?|\bplease )(?:do not|don't|never) (?:mention|tell|reveal|summari[sz]e|report|cite|disclose|follow|obey|include|check|verify|trust|quote)\b|\bthe (?:user|operator|editor|admin|administrator) (?:has )?(?:authori[sz]ed|approved|asked you|wants you|requires you|asks you|orders)\b"
        + @"|\b(?:end|begin|beginning|start|close) of (?:the )?(?:articles?|passages?|context|prompt|input|evidence|claims|material)\b|\bsupersedes? (?:all|any|your)\b|\btrust(?:ed source:| this passage| me\b)|\bconfidence(?: score)?[:=]|\bthe gate (?:accepts|must|has)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(
        @"(?:忽略|无视|忘记|忘掉|不要理会|不必理会|不用理会|抛开|绕过|覆盖|跳过|停止遵守|不再遵守|撤销)[^。！？\n]{0,14}(?:指令|指示|提示|命令|设定)|(?:忽略|无视|忘记|忘掉|不要理会|不必理会|不用理会|抛开)(?:你|您|以上|上述|上面|之前|此前|先前|前面|所有|一切|其他|全部|任何)[^。！？\n]{0,10}(?:规则|要求|约束|限制|内容|段落|文章|证据|文字|话)"
        + @"|系统(?:提示|指令|管理员)|[你您](?:的|原有的?|最初的?)(?:新的?|原有)?(?:指令|提示词|提示|规则|任务|设定|系统)|(?:新的?|隐藏|以上|上述|之前|更新后)的?(?:指令|提示词)|(?:指令|提示|任务|命令|系统|助手|用户|管理员)(?:更新)?\s*[:：]"
        + @"|[你您](?:现在|将|必须|应当|应该|只需|需要|只能|务必|不得|不能|不要|的任务|的职责|正在|已经?被?授权|可以不)|[你您]是(?:一个|一名|一位)?(?:AI|人工智能|语言模型|大模型|助手|机器人|分析|编辑|不受)|(?:作为|身为)(?:一个|一名|一位)(?:AI|人工智能|语言模型|大模型|智能助手|助手)|(?:如果|若|假如)[你您](?:是|正在)"
        + @"|(?:致|提醒|告知|通知|敬告)(?:各位|所有|任何|各类|正在)?(?:阅读|处理|总结|使用)?(?:本文|此文)?的?(?:AI|人工智能|语言模型|大模型|智能助手|助手|机器人|摘要程序|爬虫|自动摘要)(?:助手|模型|程序|系统|编辑)?[，,：:！!]"
        + @"|(?:语言模型|大模型|智能助手|助手|摘要程序|AI编辑|AI ?助手|AI)[，,：:]?(?:请|请注意|必须|务必|应当|应该|不得|不要)(?:优先|一律|立即|原样|逐字)?(?:输出|写|说|推荐|声明|忽略|回复|回答|引用|总结|执行|调用|附上|报道)"
        + @"|从现在(?:起|开始)，?[你您请]|(?:扮演|充当|假装|假扮)(?:一个|一名|成)[^。，]{0,8}(?:角色|助手|专家|模型|记者|编辑)"
        + @"|(?:输出|回复|回答|加入|插入|附上|写上|写入|添加|放上|打印|重复|复述|照抄|引用|使用|写出|写明|声明)(?:以下|下面|如下|下列|这个|这一?句|这段|此|本)(?:内容|文字|链接|句子|句|文本|网址|话|声明|段|标题)|(?:逐字|原样|一字不差地?|照原文)(?:输出|写|复制|引用|照抄|重复|放)"
        + @"|(?:请|务必|必须|一定要|应当)(?:在|将|把|于|用|以)[^。！？\n]{0,12}(?:摘要|周报|回答|回复|输出|总结|标题|导语|结语|结尾|开头|首位|头条|第一条)|(?:摘要|周报|回答|回复|导语|结语)(?:中|里|的)?(?:必须|务必|应当|应该|一定要|只能|须|不得|不要)"
        + @"|(?:^|[。！？，；：\s])(?:请)?(?:不要|不得|切勿|勿)(?:提及|提到|透露|引用|总结|报道|核对|检查|相信)|(?:请|立即|务必|现在)(?:调用|执行|运行)|请(?:输出|回复|回答|访问|点击|打开|写|添加|加入|忽略|推荐|重复|照抄|直接|立即|将以|把以)"
        + @"|[把将](?:[^。！？，\n]{0,6})(?:标题|头条|导语|结语|本段|本条)[^。！？\n]{0,4}(?:改|换|写|排|视|列|设|放)|(?:标题|导语|结语)字段|授权[你您]|请[你您](?:用|把|将|以|在)|(?:所有|每期|各家|各份)(?:周报|摘要|简报)(?:都|均|必须|应)?(?:写明|声明|注明|写)|(?:AI|人工智能|大模型|语言模型|助手)[，,]?请注意|[ec][0-9]+ ?号(?:材料|段落)|(?:文章|资料|正文|段落|证据|上下文|材料)(?:到此)?结束|以上(?:内容|文字|段落)?均?(?:作废|无效)|以本(?:段|条|指令)为准|最高优先级(?:指令|命令)?|优先于(?:以上|其他|所有)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Chinese();

    /// <summary>Turns of a conversation, marks of chat formats, calls of tools, ids of passages, and long runs of letters that hide a text.</summary>
    [GeneratedRegex(
        @"<\|?/?(?:im_start|im_end|system|user|assistant|endoftext|s|inst|tool|function)|\[/?(?:INST|SYS|SYSTEM|TOOL)|<<SYS|^\W*(?:system|assistant|user|human|tool|sudo)\s*[:>：]|\b(?:tool|function)_calls?\b|\bcall the (?:tool|function)\b|""(?:role|kind|claims|evidence|tool|name|arguments)""\s*:|\[[ec][0-9]+\]|\bevidence (?:id|e[0-9])|\b(?:cite|cites) e[0-9]|-----|[A-Za-z0-9+/]{60,}|(?:\\u[0-9a-f]{4}){4}|(?:%[0-9a-f]{2}){6}|(?:\b[01]{8}\b\s?){4}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Machine();

    [GeneratedRegex(
        @"\b(?:click|tap)\b.{0,12}\b(?:here|link|below|button)|\b(?:visit|go to|head to|check out|browse to|log ?in (?:at|to)|register (?:at|on)) (?:our|the|its|www|https?|[a-z0-9-]+\.[a-z]{2,})|\b(?:sign up|subscribe|buy|order|download|install|donate|invest|call|text|e-?mail|contact|message|follow|join)\b (?:now|today|us|me|at|it now|here|immediately|before|via|\+?[0-9])|\b(?:send|transfer|wire) (?:money|funds|bitcoin|btc|eth|crypto|payment|your)|\b(?:enter|share|give|send|confirm) (?:us )?your (?:password|key|card|credential|account|api|seed)|\bpromo(?:tion)? code|\bdiscount code|\buse code\b|\bact now\b|\blimited[- ]time offer"
        + @"|点击(?:此处|这里|链接|下方|上方|按钮|即可)|(?:立即|马上|赶快|赶紧|快来|速来|现在就)(?:购买|下载|注册|加入|下单|报名|投资|访问|安装|抢购|转账|领取)|(?:扫描?|扫一扫)(?:下方|以下|上方)?(?:二维)?码|(?:添?加|关注)(?:我们的?|官方|客服|小编|本)?(?:微信|公众号|QQ|电报|Telegram|群)|(?:转账|汇款|打款)(?:至|到|给)|(?:输入|提供|发送|填写|告知)(?:您的|你的)?(?:密码|账号|密钥|银行卡|验证码|私钥)|优惠码|折扣码|邀请码|限时(?:优惠|抢购|特价)|访问(?:官网|网站|网址|以下|下方|我们)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Appeal();

    [GeneratedRegex(@"[\p{Cf}\p{Mn}]", RegexOptions.CultureInvariant)]
    private static partial Regex Invisible();

    /// <summary>The space after a single letter before a single letter (i g n o r e), and any between Han characters.</summary>
    [GeneratedRegex(@"(?<=(?<![A-Za-z])[A-Za-z])[ .\-_*](?=[A-Za-z](?![A-Za-z]))|(?<=[\u4E00-\u9FFF])[ .\-_*]+(?=[\u4E00-\u9FFF])", RegexOptions.CultureInvariant)]
    private static partial Regex Spaced();
}
