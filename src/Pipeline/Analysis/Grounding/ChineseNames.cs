using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding;

/// <summary>Finds a Chinese name of an organisation or a place that no passage has, known by the word it ends in.</summary>
internal static partial class ChineseNames
{
    /// <summary>Names are made of rare words, or look like them.</summary>
    private const int Frequent = 9;

    public static IEnumerable<string> Faults(string claim, IReadOnlyList<string> cited)
    {
        if (!cited.All(passage => Script.LanguageOf(passage) == "zh"))
            yield break;
        foreach (var match in Pattern().Matches(claim).Concat(Person().Matches(claim)))
        {
            var own = match.Groups["own"].Value;
            if (!Generic().IsMatch(own) && !(match.Groups["before"].Success && (IsDeed(own) || CutsThrough(claim, match))) && IsWhole(claim, match.Groups["own"].Index) && !(match.Groups["before"].Success && HoldsGrammar(own)) && Glossary.MeaningOf(own) is null && !cited.Any(passage => passage.Contains(own, StringComparison.Ordinal)))
                yield return $"the name {match.Value} is in no cited passage";
        }
    }

    /// <summary>Whether a word may begin there: 时上市 is none in 何时上市.</summary>
    private static bool IsWhole(string claim, int start)
    {
        if (start == 0 || !Script.IsHan(claim[start - 1]))
            return true;
        if ("一二两三四五六七八九十几数".Contains(claim[start - 1], StringComparison.Ordinal))
            return false;
        var before = Math.Max(0, start - 3);
        return Enumerable.Range(before, start - before).All(at => !Script.IsHan(claim[at]) || ChineseWords.Find(claim[at..(start + 1)]) is null);
    }

    /// <summary>推动 in 推动云南, and what ends in a verb that takes another after it: 歌让 in 谷歌让智能体.</summary>
    private static bool IsDeed(string own) =>
        ChineseWords.Find(own) is { Kind: 'v', Frequency: >= Frequent } || "让使令叫请把将被给向用做是有为上".Contains(own[^1], StringComparison.Ordinal);

    /// <summary>Whether the text's most probable words have one that only begins in the match, or only ends in it.</summary>
    private static bool CutsThrough(string claim, Match match)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        while (start > 0 && Script.IsHan(claim[start - 1]))
            start--;
        while (end < claim.Length && Script.IsHan(claim[end]))
            end++;
        var (from, to) = (match.Index - start, match.Index + match.Length - start);
        var run = claim[start..end];
        return ChineseWords.Cut(run).Any(word => ChineseWords.Find(word.Of(run)) is { Text.Length: > 1, Frequency: >= Frequent } && ((word.Start < from && word.End > from) || (word.Start < to && word.End > to)));
    }

    /// <summary>Words of grammar before such an ending: 则因 in 则因保险.</summary>
    private static bool HoldsGrammar(string own) =>
        own.Any(character => ChineseWords.Find(character.ToString()) is { Kind: 'c' or 'p' or 'u' or 'r' or 'd', Frequency: > 12 });

    [GeneratedRegex("(?<before>)(?<own>[\u4E00-\u9FFF]{2})(?:半导体|电子|集团|科技|网络|重工|银行|大学|实验室|研究院|研究所|生物|医药|药业|能源|资本|汽车|航天|机器人|电力|医院|中学|小学|出行|物流|食品|软件|电器|净水|玩具|航空|铁路|证券|保险|基金|服装|家电|家居|教育|传媒|影业|游戏|餐饮|茶饮|酒店|地产|钢铁|化工|石油|燃气|水务|快递|速运|物业|通信|电信|光电|精密|材料|动力|智行|智能|书社|出版社|港|云|(?<![上城都股门楼超])市|省|县|镇)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    /// <summary>A person, known by the office before the name and the verb of speech behind it.</summary>
    [GeneratedRegex("(?:作者|总裁|负责人|教授|主任|创始人|发言人|董事长|总经理|研究员|部长|局长|院长|经理|律师|工程师|主席|校长|医生|分析师|执行官|技术官|总监|委员|市长|法官)(?<own>[一-鿿]{2,3}?)(?=说|表示|称|指出|认为|透露|告诉|强调|坦言|：|，)", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    /// <summary>Words that stand before such an ending without making a name of it.</summary>
    [GeneratedRegex("[该这那各多两几某本等新总分的和与在为家所个]|全国|国内|国外|国际|全球|地方|商业|人工|智能|高新|综合|公立|私立|一线|城乡|全市|全省|当地|中央|投资|清洁|新型|传统|电动|自动|工业|信息|消费|开源|公有|私有|混合", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();
}
