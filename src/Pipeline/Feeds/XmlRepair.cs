using System.Text;

namespace Pipeline.Feeds;

/// <summary>
/// Reads broken XML the way browsers read broken HTML, and writes it down well-formed: every element closed, every ampersand
/// an entity, every prefix declared. One pass, linear; what follows the root is dropped.
/// </summary>
internal sealed class XmlRepair
{
    private readonly string text;
    private readonly StringBuilder body;
    private readonly Stack<string> open = new();
    private readonly XmlPrefixes prefixes = new();
    private int at;
    private int rootNameEnd;

    /// <summary>No section after this place is closed: not to be looked for again, or hostile input would cost its square.</summary>
    private bool lastSection;

    private XmlRepair(string text)
    {
        this.text = text;
        body = new StringBuilder(text.Length + 1024);
    }

    /// <param name="text">Starts with the root's tag.</param>
    public static string Repair(string text) => new XmlRepair(text).Run();

    private string Run()
    {
        while (at < text.Length && (open.Count > 0 || body.Length == 0))
            Next();
        while (open.Count > 0)
            Close();
        body.Insert(rootNameEnd, prefixes.Missing());
        return body.ToString();
    }

    private void Next()
    {
        if (text[at] != '<')
            Text(Until("<", at));
        else if (Starts("<![CDATA["))
            CharacterData();
        else if (Starts("<!--"))
            at = After("-->");
        else if (Starts("<?") || Starts("<!"))
            at = After(">");
        else if (Starts("</"))
            EndTag();
        else
            StartTag();
    }

    private void Text(int end)
    {
        XmlCharacters.AppendText(body, text.AsSpan(at, end - at));
        at = end;
    }

    /// <summary>An unclosed section would swallow the rest of the feed: it then ends before the next end tag.</summary>
    private void CharacterData()
    {
        var start = at + "<![CDATA[".Length;
        var close = lastSection ? -1 : text.IndexOf("]]>", start, StringComparison.Ordinal);
        lastSection = close < 0;
        var end = lastSection ? Until("</", start) : close;
        XmlCharacters.AppendEscaped(body, text.AsSpan(start, end - start));
        at = lastSection ? end : close + "]]>".Length;
    }

    private void EndTag()
    {
        var name = XmlTag.NameAt(text, at + 2);
        at = After(">");
        if (!open.Contains(name))
            return;
        while (open.Peek() != name)
            Close();
        Close();
    }

    private void StartTag()
    {
        if (!XmlTag.TryRead(text, at, out var tag))
        {
            body.Append("&lt;");
            at++;
            return;
        }
        at = tag.End;
        if (tag.IsWhole && open.Count < XmlMarkup.Deepest)
            Write(tag);
    }

    private void Write(XmlTag tag)
    {
        body.Append('<').Append(prefixes.Element(tag.Name));
        if (open.Count == 0)
            rootNameEnd = body.Length;
        foreach (var (name, value) in tag.Attributes)
            if (prefixes.Attribute(name, value, atRoot: open.Count == 0))
            {
                body.Append(' ').Append(name).Append("=\"");
                XmlCharacters.AppendText(body, value);
                body.Append('"');
            }
        if (tag.IsEmpty || XmlTag.IsVoid(tag.Name))
        {
            body.Append("/>");
            return;
        }
        body.Append('>');
        open.Push(tag.Name);
    }

    private void Close() => body.Append("</").Append(open.Pop()).Append('>');

    private bool Starts(string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    private int Until(string mark, int from) => text.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var found ? found : text.Length;

    private int After(string mark) => text.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : text.Length;
}
