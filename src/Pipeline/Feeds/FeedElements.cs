using System.Xml.Linq;

namespace Pipeline.Feeds;

/// <summary>Reading a feed's elements by local name: generators misspell namespaces more often than names.</summary>
internal static class FeedElements
{
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    public static IEnumerable<XElement> Children(this XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first child of that name, one in the element's own namespace before a module's.</summary>
    public static XElement? Child(this XElement element, string name) =>
        element.Children(name).OrderBy(child => child.Name.Namespace == element.Name.Namespace ? 0 : 1).FirstOrDefault();

    /// <summary>The text of the first child of each name.</summary>
    public static IEnumerable<string> Values(this XElement element, params string[] names) =>
        names.Select(element.Child).OfType<XElement>().Select(child => child.Value);

    public static string? AttributeValue(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>What an element holds as HTML or text: markup that stands in it unescaped is kept as markup. Null where it is blank.</summary>
    public static string? Markup(this XElement? element)
    {
        var markup = element is { HasElements: true } ? Inner(element) : element?.Value;
        return string.IsNullOrWhiteSpace(markup) ? null : markup.Trim();
    }

    /// <summary>Without namespaces, and without the div that Atom asks for around XHTML (RFC 4287, section 3.1.1.3).</summary>
    private static string Inner(XElement element)
    {
        var only = element.Elements().Take(2).ToList() is [var single] && string.IsNullOrWhiteSpace(string.Concat(element.Nodes().OfType<XText>()));
        var holder = only && element.Elements().First() is { Name: { LocalName: "div", NamespaceName: Xhtml } } div ? div : element;
        return string.Concat(holder.Nodes().Select(node => Bare(node).ToString(SaveOptions.DisableFormatting)));
    }

    private static XNode Bare(XNode node) => node switch
    {
        XElement element => Bare(element),
        XCData data => new XText(data.Value),
        _ => node,
    };

    /// <summary>As HTML has it: an end tag even where nothing is inside, none for elements that can't hold anything.</summary>
    private static XElement Bare(XElement element)
    {
        var bare = new XElement(
            element.Name.LocalName,
            element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length == 0));
        if (!XmlTag.IsVoid(bare.Name.LocalName))
            bare.Add("", element.Nodes().Select(Bare));
        return bare;
    }
}
