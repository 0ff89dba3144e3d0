using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline.Analysis;

/// <summary>A sentence that gives its source, taken apart: "The Harbour Post reports that Halden …", 据河洲晚报报道，….</summary>
/// <remarks>
/// Who published a passage stands beside it and not in it. So the name is looked up among the publishers of the cited passages, and what
/// is left of the sentence has to be borne by that publisher's passages alone: who is said to report it reports all of it.
/// </remarks>
/// <param name="Who">As the sentence writes it.</param>
/// <param name="Said">The sentence without the words that give the source.</param>
internal sealed partial record Attribution(string Who, string Said)
{
    /// <summary>The passages that <see cref="Who"/> published.</summary>
    public IReadOnlyList<CitedPassage> Passages { get; private init; } = [];

    /// <summary>Null where a sentence gives no source, or one that published none of the passages.</summary>
    public static Attribution? Among(string claim, IReadOnlyList<CitedPassage> passages) => In(claim)
        .Select(given => given with { Passages = [.. passages.Where(passage => IsOf(passage, given.Who))] })
        .FirstOrDefault(given => given.Passages.Count > 0);

    /// <summary>
    /// Whom a Chinese sentence says to have reported it, where that is none of the publishers and stands in no passage: a name in Han
    /// characters is no name to the gate. Passages that give a source themselves may name it in the other language.
    /// </summary>
    public static string? Stranger(string claim, IReadOnlyList<CitedPassage> passages) =>
        passages.Any(passage => Sourced().IsMatch(passage.Text)) ? null : Reporter().Matches(claim).Select(match => match.Groups["who"].Value.Trim())
            .FirstOrDefault(who => !Anybody().IsMatch(who) && !passages.Any(passage => IsOf(passage, who) || passage.Text.Contains(who, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<Attribution> In(string claim) => new[] { Leading(), Following(), ChineseLeading(), ChineseFollowing() }
        .SelectMany(form => form.Matches(claim)).Select(match => new Attribution(match.Groups["who"].Value.Trim(), match.Groups["said"].Value.Trim()));

    private static bool IsOf(CitedPassage passage, string who) => Plain(who) is { Length: > 0 } plain && plain == Plain(passage.Publisher);

    /// <summary>Letters and digits, without an article: "The Harbour Post" and "harbour-post" are one.</summary>
    private static string Plain(string name) => string.Concat(Article().Replace(name, "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Without "that" it could be the house's own doing: "The Harbour Post reports losses".</summary>
    [GeneratedRegex(
        @"^(?:An? (?:article|report|post|story|piece) (?:by|in|from|on) )?(?<who>[^,;:]{1,60}?) (?:reports?|reported|says?|said|writes?|wrote|notes?|noted|argues?|argued|explains?|explained) (?:that|how|why) (?<said>.+)$" +
        @"|^(?:According to|As reported by) (?<who>[^,;:]{1,60}), (?<said>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(
        @"^(?<said>.+?),? (?:according to|as reported by) (?<who>[^,;:]{1,60}?)\.?$|^(?<said>.+), (?<who>[^,;:]{1,60}?) (?:reports|reported|says|said|writes|wrote)\.?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Following();

    [GeneratedRegex(
        "^(?:据|根据|按) ?(?<who>[^，,。；：:]{1,30}?) ?的?(?:报道|消息|报告|介绍|文章)?(?:称|显示|说)?[，,：:] ?(?<said>.+)$" +
        "|^(?<who>[^，,。；：:]{1,30}?) ?(?:(?:报道|消息|介绍|写道|撰文|表示|称|指出)(?:称|说|指出)?[，,：:]|报道称|撰文称|称|指出) ?(?<said>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ChineseLeading();

    [GeneratedRegex("^(?<said>.+?)[，,] ?据 ?(?<who>[^，,。；：:]{1,30}?) ?的?报道[。.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseFollowing();

    [GeneratedRegex("据 ?(?<who>[^，,。；：:]{1,30}?) ?的?(?:报道|消息)|^(?<who>[^，,。；：:]{1,30}?) ?(?:报道(?:称|说|指出)?[，,：:]|报道称)", RegexOptions.CultureInvariant)]
    private static partial Regex Reporter();

    /// <summary>Nobody in particular: "the media", "several media".</summary>
    [GeneratedRegex("^(?:[多数几]家|[国境海]?外|[国境]内|当地|美国|中国|相关|据|有|另有|该|上述|媒体|外媒|消息人士|知情人士|最新)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Anybody();

    [GeneratedRegex("报道|消息|[A-Za-z] (?:reports|reported|said) |(?i:according to)", RegexOptions.CultureInvariant)]
    private static partial Regex Sourced();

    [GeneratedRegex("^(?i:the) ", RegexOptions.CultureInvariant)]
    private static partial Regex Article();
}
