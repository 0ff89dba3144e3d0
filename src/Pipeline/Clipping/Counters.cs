using System.Buffers;
using System.Text.RegularExpressions;

namespace Pipeline.Clipping;

/// <summary>The counters that aggregators add to an entry and that tick for days: "Points: 12", "# Comments: 3", 评论(5), 阅读 1.2万.</summary>
/// <remarks>Only where nothing else stands between two breaks or ends of sentences: a number in prose is news.</remarks>
internal static partial class Counters
{
    /// <summary>Beginnings of all labels: most texts have none, and are done with.</summary>
    private static readonly SearchValues<string> Beginnings = SearchValues.Create(
        ["point", "score", "vote", "like", "comment", "repl", "view", "read", "share",
         "阅读", "浏览", "点击", "访问", "播放", "评论", "回复", "回帖", "跟帖", "点赞", "推荐", "收藏", "转发", "分享", "热度"],
        StringComparison.OrdinalIgnoreCase);

    private const string Label =
        "(?:points?|scores?|votes?|upvotes?|likes?|comments?|replies|views?|reads?|shares?" +
        "|阅读|浏览|点击|访问|播放|评论|回复|回帖|跟帖|点赞|推荐|收藏|转发|分享|热度)";

    private const string Number = @"[0-9][0-9,.]{0,15}\s{0,2}[km万千亿]?\+?";

    private const string Space = @"(?>(?:[\s,，、/;；#]|&(?:nbsp|middot|bull|#160|#183);){0,12})";

    /// <summary>Never taken apart again: what several counters in a row could be read as would double with each.</summary>
    private const string Counter =
        "(?>" + Label + @"[数量]?\s{0,3}[:：(（\[]?\s{0,3}" + Number + @"\s{0,3}[)）\]]?" +
        @"|[(（]?(?:已有|共)?\s{0,3}" + Number + @"\s{0,3}(?:[次条个人]\s{0,3})?" + Label + "[)）]?)";

    /// <summary>Longer than a row of counters with their tags ever is: prose.</summary>
    private const int Longest = 1000;

    /// <summary>The text without them, to be hashed: its breaks are gone.</summary>
    public static string? Without(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAnyInRange('0', '9') || !text.AsSpan().ContainsAny(Beginnings))
            return text;
        var parts = text.Contains('<', StringComparison.Ordinal) ? MarkupBreak().Split(text) : TextBreak().Split(text);
        return string.Join('\n', parts.Where(part => part.Length > Longest || !OnlyCounters().IsMatch(Tag().Replace(part, ""))));
    }

    [GeneratedRegex(@"\A" + Space + "(?:" + Counter + Space + @")+\.?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyCounters();

    /// <summary>A line break in markup is a space.</summary>
    [GeneratedRegex(@"[|·•。！？]|[.!?](?=\s)|</?(?:p|br|div|li|ul|ol|td|th|tr|dd|dt|h[1-6]|hr|table|tbody|blockquote|section|footer)(?:[\s/][^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MarkupBreak();

    [GeneratedRegex(@"[|·•。！？\r\n]|[.!?](?=\s)")]
    private static partial Regex TextBreak();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();
}
