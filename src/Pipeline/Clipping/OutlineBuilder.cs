using AngleSharp.Dom;
using Pipeline.Linguistics;

namespace Pipeline.Clipping;

/// <summary>Walks a DOM once, without recursion, and writes down its elements and lines.</summary>
internal sealed class OutlineBuilder
{
    /// <summary>In letters; a Chinese one counts for three.</summary>
    private const int LongestLink = 800;
    private const int MostLinkNodes = 400;

    private readonly List<Part> _parts = [];
    private readonly List<Line> _lines = [];
    private readonly LineBuffer _buffer = new();
    private readonly Stack<Part> _open = new();
    private int _links;
    private int _code;
    private int _tables;
    private int _emphases;

    public static Outline Build(IElement root)
    {
        var builder = new OutlineBuilder();
        builder.Walk(root);
        var outline = new Outline(builder._parts, builder._lines);
        outline.Count();
        return outline;
    }

    private void Walk(IElement root)
    {
        Enter(root);
        for (INode? node = root.FirstChild ?? Leave(root, root); node is not null;)
        {
            if (node is IElement element && !Elements.IsUnread(element))
            {
                Enter(element);
                node = element.FirstChild ?? Leave(element, root);
                continue;
            }

            if (node is IText text)
                Write(text.Data);
            node = node.NextSibling ?? Leave(node.ParentElement!, root);
        }
    }

    /// <summary>Closes an element and those that end with it; gives the node that follows.</summary>
    private INode? Leave(IElement element, IElement root)
    {
        for (; ; element = element.ParentElement!)
        {
            Exit();
            if (element == root)
                return null;
            if (element.NextSibling is { } next)
                return next;
        }
    }

    private void Enter(IElement element)
    {
        if (Breaks(element.LocalName))
            Flush();
        var part = new Part(element, _parts.Count, _open.TryPeek(out var parent) ? parent.Index : -1) { FirstLine = _lines.Count };
        _parts.Add(part);
        _open.Push(part);
        Step(element, 1);
    }

    private void Exit()
    {
        var part = _open.Peek();
        if (Breaks(part))
            Flush();
        else if (part.Tag is "td" or "th")
            _buffer.EndCell();
        _open.Pop();
        Step(part.Element, -1);
        part.End = _parts.Count;
        part.EndLine = _lines.Count;
    }

    private void Step(IElement element, int by)
    {
        if (element.LocalName == "a" && IsLink(element))
            _links += by;
        else if (element.LocalName is "b" or "strong" or "i" or "em")
            _emphases += by;
        else if (element.LocalName is "img" && by > 0)
            _buffer.AppendImage();
        else if (element.LocalName == "pre")
            _code += by;
        else if (element.LocalName == "table" && (by < 0 ? _tables > 0 : Elements.IsDataTable(element)))
            _tables += by;
    }

    /// <summary>The root holds its lines whatever it is: an editor's selector may name an inline element.</summary>
    private bool Breaks(Part part) => part.Parent < 0 || Breaks(part.Tag);

    /// <summary>A link that was never closed holds the article itself. Few nodes are looked at: nested links must not cost their square.</summary>
    private static bool IsLink(IElement element)
    {
        if (element.FirstChild == element.LastChild)
            return true;
        int length = 0, nodes = 0;
        for (var node = element.FirstChild; node is not null && length < LongestLink && nodes < MostLinkNodes; node = Next(node, element), nodes++)
            length += node is IText text ? Length(text.Data) : 0;
        return length < LongestLink;
    }

    private static int Length(string text) => text.Length > LongestLink ? LongestLink : text.Length + (2 * text.Count(Script.IsHan));

    private static INode? Next(INode node, INode root)
    {
        if (node.FirstChild is { } child)
            return child;
        while (node != root && node.NextSibling is null)
            node = node.Parent!;
        return node == root ? null : node.NextSibling;
    }

    private bool Breaks(string tag) => !(Elements.IsInline(tag) || _tables > 0 && tag is not ("tr" or "table" or "caption"));

    private void Write(string text)
    {
        if (_code == 0)
        {
            _buffer.Append(text, _links > 0, _emphases > 0);
            return;
        }

        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (index > 0)
                Flush();
            _buffer.AppendCode(line);
        }
    }

    private void Flush()
    {
        if (_buffer.IsEmpty || _open.Count == 0)
            return;
        var block = _open.First(Breaks);
        _lines.Add(_buffer.Take(block, _lines.Count));
    }
}
