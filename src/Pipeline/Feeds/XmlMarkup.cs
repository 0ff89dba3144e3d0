using System.Text.RegularExpressions;
using System.Xml;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>A feed's XML before it is parsed: is it well-formed, what does it declare, where does it start.</summary>
internal static partial class XmlMarkup
{
    /// <summary>Feeds nest some ten deep, with XHTML some thirty; parsers recurse.</summary>
    internal const int Deepest = 200;

    /// <summary>No DTD is ever read, so no entity expands and nothing is loaded.</summary>
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The charset of the XML declaration, for <see cref="Linguistics.TextDecoder"/>.</summary>
    public static string? Charset(string head) => Declaration().Match(head) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>Well-formed XML without a DTD: the text itself where it is so, else repaired.</summary>
    /// <exception cref="TroubleException">It is no feed, or past repair.</exception>
    public static string Sound(string text)
    {
        var trimmed = text.TrimStart();
        if (Fault(trimmed) is null)
            return trimmed;
        var repaired = XmlRepair.Repair(FromRoot(text));
        return Fault(repaired) is { } fault ? throw new TroubleException($"not readable as XML: {fault}") : repaired;
    }

    private static string? Fault(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Safe);
            while (reader.Read())
                if (reader.Depth > Deepest)
                    return $"elements nested more than {Deepest} deep";
            return null;
        }
        catch (XmlException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Without what stands before the root: white space, a PHP warning, a declaration, a DTD.</summary>
    private static string FromRoot(string text)
    {
        var root = Root().Match(text);
        if (!root.Success || Page().IsMatch(text[..root.Index]))
            throw new TroubleException(Page().IsMatch(text) ? "a web page, not a feed" : "not a feed: no rss, feed or RDF element");
        return text[root.Index..];
    }

    [GeneratedRegex("""\A\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']\s*([A-Za-z0-9._:\-]{1,40})""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"<(?:[A-Za-z][\w.\-]{0,30}:)?(?:rss|feed|rdf)(?=[\s>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Root();

    [GeneratedRegex(@"<(?:html|!doctype\s+html)(?=[\s>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Page();
}
