using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>HTML to a DOM, within limits.</summary>
internal static class PageParser
{
    /// <summary>Selectors and the text of an element are read recursively: what is deeper than this is refused.</summary>
    private const int Deepest = 2 * Limits.Depth;

    /// <summary>Made once: to list the services that no page here ever asks for took as long as to parse a feed's summary.</summary>
    private static readonly IConfiguration Bare = Configuration.Default;

    /// <exception cref="TroubleException">The page is beyond a limit.</exception>
    public static IHtmlDocument Parse(string html)
    {
        if (html.Length > Limits.Bytes)
            throw new TroubleException($"the page is longer than {Limits.Bytes} characters");
        TagScan.Check(html);
        var document = new HtmlParser(default, BrowsingContext.New(Bare)).ParseDocument(html);
        if (Depth(document) > Deepest)
            throw new TroubleException($"the page has more than {Deepest} elements inside each other");
        return document;
    }

    private static int Depth(INode root)
    {
        var (depth, deepest) = (0, 0);
        for (var node = root; ;)
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                deepest = Math.Max(deepest, ++depth);
                continue;
            }

            for (; node.NextSibling is null || node == root; node = node.Parent!, depth--)
                if (node == root)
                    return deepest;
            node = node.NextSibling;
        }
    }
}
