using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Pipeline.Digests.Checking;

namespace Pipeline.Digests;

/// <summary>A page as HTML that stands on its own, in a feed or a letter: without front matter and title, its links absolute.</summary>
internal static class FeedContent
{
    private static readonly MarkdownPipeline Dialect = new MarkdownPipelineBuilder().UseGenericAttributes().Build();

    public static string Of(string page, Uri address)
    {
        var document = Markdown.Parse(PageReader.Body(page), Dialect);
        if (document is [HeadingBlock { Level: 1 } title, ..])
            document.Remove(title);
        foreach (var link in document.Descendants<LinkInline>())
            link.Url = new Uri(address, link.Url).AbsoluteUri;
        return document.ToHtml(Dialect).Replace("\r", "", StringComparison.Ordinal).Trim('\n');
    }
}
