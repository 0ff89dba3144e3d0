using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>A feed's XML before it is parsed: is it well-formed, what does it declare, where does it start.</summary>
internal static partial class XmlMarkup
{
    /// <summary>Feeds nest some ten deep, with XHTML some thirty; parsers recurse.</summary>
    internal const int Deepest = 200;

    /// <summary>Of one element. Roots declare some thirty namespaces.</summary>
    internal const int MostAttributes = 500;

    /// <summary>In characters: what is shorter need not be looked at before it is read.</summary>
    private const int LongTag = 64 * 1024;

    /// <summary>No DTD is ever read, so no entity expands and nothing is loaded.</summary>
    private static readonly XmlReaderSettings WithoutDtd = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private static readonly XmlReaderSettings IgnoringDtd = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>The charset of the XML declaration, for <see cref="Linguistics.TextDecoder"/>.</summary>
    public static string? Charset(string head) => Declaration().Match(head) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>Well-formed XML without a DTD: the text itself where it is so, else repaired.</summary>
    /// <exception cref="TroubleException">It is no feed, or past repair.</exception>
    public static XmlSurvey Sound(string text)
    {
        var trimmed = text.TrimStart();
        if (IsCrowded(trimmed))
            trimmed = XmlRepair.Repair(FromRoot(trimmed));
        if (Survey(trimmed, WithoutDtd, out _) is { } sound)
            return sound;
        var repaired = Survey(XmlRepair.Repair(FromRoot(text)), WithoutDtd, out var remaining);
        // A sound feed may be empty; of a broken one it would only hide that nothing could be read.
        if (repaired is { Items: > 0 } || (Survey(trimmed, IgnoringDtd, out var fault) is not null && repaired is not null))
            return repaired;
        throw new TroubleException($"not readable as XML: {remaining ?? fault}");
    }

    /// <summary>The document of a text that was found sound.</summary>
    public static XDocument Document(string sound)
    {
        using var reader = XmlReader.Create(new StringReader(sound), WithoutDtd);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Does a tag hold more attributes than may be? The reader takes half a minute for a million of them before anything can be said.</summary>
    private static bool IsCrowded(string text)
    {
        for (int at = text.IndexOf('<', StringComparison.Ordinal), next; at >= 0; at = next)
        {
            next = text.IndexOf('<', at + 1);
            if ((next < 0 ? text.Length : next) - at > LongTag && XmlTag.TryRead(text, at, out var tag) && tag.Attributes.Count >= MostAttributes)
                return true;
        }
        return false;
    }

    private static XmlSurvey? Survey(string text, XmlReaderSettings settings, out string? fault)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var survey = XmlSurvey.Of(reader, text);
            fault = survey is null ? $"elements nested more than {Deepest} deep, or with more than {MostAttributes} attributes" : null;
            return survey;
        }
        catch (XmlException broken)
        {
            fault = broken.Message;
            return null;
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
