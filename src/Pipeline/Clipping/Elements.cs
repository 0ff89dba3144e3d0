using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Pipeline.Clipping;

/// <summary>What HTML's elements are to a reader.</summary>
internal static class Elements
{
    private static readonly FrozenSet<string> Unread = Set(
        "script style noscript template iframe frame svg canvas object embed applet audio video map head title meta link base button select option " +
        "input textarea datalist dialog progress meter");

    private static readonly FrozenSet<string> Inline = Set(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup " +
        "time tt u var wbr amp-img picture source o:p st1:place");

    /// <summary>What is never read: no text, or text for a form or a machine.</summary>
    public static bool IsUnread(IElement element) => Unread.Contains(element.LocalName);

    public static bool IsInline(string tag) => Inline.Contains(tag);

    /// <summary>A table of data, not of layout: nothing nested, and two short cells in two rows.</summary>
    public static bool IsDataTable(IElement table)
    {
        var rows = table.QuerySelectorAll("tr");
        return rows.Length > 1 && table.QuerySelector("table,h1,h2,ul,div p,p+p") is null
            && rows.Count(row => row.ChildElementCount > 1) * 2 > rows.Length
            && table.TextContent.Length < 120 * rows.Sum(row => row.ChildElementCount);
    }

    /// <summary>Hidden until a script shows it, or for good.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        var style = element.GetAttribute("style");
        return style is not null && style.Replace(" ", "", StringComparison.Ordinal) is var folded
            && (folded.Contains("display:none", StringComparison.OrdinalIgnoreCase) || folded.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
