using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Pipeline.Digests.Checking;

/// <summary>Takes a page apart with Markdig, all extensions on that a generator has by default: what is not ours shows as a stray.</summary>
internal sealed partial class PageReader
{
    private static readonly MarkdownPipeline Dialect = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseFootnotes().UseDefinitionLists().UseMathematics()
        .UseAbbreviations().UseCustomContainers().UseGenericAttributes()
        .Build();

    private readonly string path;
    private readonly int offset;
    private readonly List<PageBlock> blocks = [];
    private readonly List<Finding> strays = [];
    private int entries = -1;

    private PageReader(string path, int offset) => (this.path, this.offset) = (path, offset);

    public static Page Read(string path, string text)
    {
        var front = FrontMatterBlock().Match(text);
        var reader = new PageReader(path, text.AsSpan(0, front.Length).Count('\n'));
        reader.Visit(Markdown.Parse(text[front.Length..], Dialect), -1);
        return new Page(path, front.Success ? front.Groups[1].Value : null, reader.blocks, reader.strays);
    }

    /// <summary>The page without its front matter.</summary>
    public static string Body(string text) => text[FrontMatterBlock().Match(text).Length..];

    private void Visit(ContainerBlock container, int entry)
    {
        foreach (var block in container)
            switch (block)
            {
                case ListBlock list:
                    Visit(list, entry);
                    break;
                case ListItemBlock item:
                    Visit(item, entry >= 0 ? entry : ++entries);
                    // An empty item has no paragraph, but is seen.
                    if (item.Count == 0)
                        blocks.Add(new PageBlock(item.Line + 1 + offset, 0, entry >= 0 ? entry : entries, "", [], [], []));
                    break;
                case HeadingBlock or ParagraphBlock:
                    blocks.Add(Read((LeafBlock)block, entry));
                    break;
                default:
                    Stray(block, block.GetType().Name);
                    break;
            }
    }

    private PageBlock Read(LeafBlock block, int entry)
    {
        var reading = new Reading(block.Line + 1 + offset);
        if (block.Inline is { } inline)
            Visit(inline, reading);
        var level = block is HeadingBlock heading ? heading.Level : 0;
        return new PageBlock(reading.Line, level, entry, reading.Text.ToString(), reading.Links, reading.Anchors, reading.Strong) { Id = IdOf(block) };
    }

    /// <summary>Written as <c>{id="t1"}</c>: <c>{#t1}</c> opens a comment in Nunjucks.</summary>
    private static string? IdOf(LeafBlock block) =>
        block.TryGetAttributes()?.Properties?.FirstOrDefault(property => property.Key == "id").Value;

    private void Visit(ContainerInline container, Reading reading)
    {
        foreach (var inline in container)
            Visit(inline, reading);
    }

    private void Visit(Inline inline, Reading reading)
    {
        var start = reading.Text.Length;
        switch (inline)
        {
            case LiteralInline literal:
                reading.Append(literal.Content.ToString());
                break;
            case HtmlEntityInline entity:
                reading.Append(entity.Transcoded.ToString());
                break;
            case LinkInline { IsImage: false, IsAutoLink: false, Title: null or "" } link:
                Visit((ContainerInline)link, reading);
                reading.Links.Add(new PageLink(reading.Line, start, link.Url ?? "", reading.Text.ToString(start, reading.Text.Length - start)));
                break;
            case EmphasisInline { DelimiterChar: '*', DelimiterCount: 2 } strong:
                Visit((ContainerInline)strong, reading);
                reading.Strong.Add(reading.Text.ToString(start, reading.Text.Length - start));
                break;
            case HtmlInline html when Anchor().Match(html.Tag) is { Success: true } anchor:
                reading.Anchors.Add(new PageAnchor(anchor.Groups[1].Value, reading.Line));
                break;
            case HtmlInline { Tag: "</a>" }:
                break;
            default:
                Stray(inline, inline.GetType().Name);
                break;
        }
    }

    private void Stray(MarkdownObject thing, string kind) =>
        strays.Add(new Finding(path, thing.Line + 1 + offset, $"{kind}: only headings, paragraphs, lists, links, strong text and <a id> belong on a page"));

    private sealed record Reading(int Line)
    {
        public StringBuilder Text { get; } = new();

        public List<PageLink> Links { get; } = [];

        public List<PageAnchor> Anchors { get; } = [];

        public List<string> Strong { get; } = [];

        /// <summary>The joiner is ours: it keeps two braces apart.</summary>
        public void Append(string text) => Text.Append(text.Replace($"{PlainText.WordJoiner}", "", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\A---\n((?:(?!---\n).*\n)*)---\n", RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatterBlock();

    [GeneratedRegex(@"\A<a id=""([a-z][a-z0-9]*)"">\z", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();
}
