using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Pipeline.Feeds;

/// <summary>Markup token by token, without a tree: in linear time, whatever stands inside what.</summary>
internal static class HtmlTokens
{
    public static IEnumerable<HtmlToken> In(string html)
    {
        var tokenizer = new HtmlTokenizer(new TextSource(html), HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            yield return token;
            // What stands in them is no markup, which a parser would tell the tokenizer.
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag } tag && Mode(tag.Name) is { } mode)
                tokenizer.State = mode;
        }
    }

    /// <summary>Whether what stands between the tags is for machines.</summary>
    public static bool IsUnread(string tag) => tag is "script" or "style" or "template" or "iframe" or "noframes" or "noembed" or "textarea";

    private static HtmlParseMode? Mode(string tag) => tag switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noframes" or "noembed" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => null,
    };
}
