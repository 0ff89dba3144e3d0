using System.Xml.Linq;

namespace Pipeline.Feeds;

/// <summary>
/// Puts a well-formed but oddly built feed into the form the parser expects: one channel with all items in it, no item inside
/// another, the feed's own elements in the usual namespace.
/// </summary>
internal static class FeedShape
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly XName Base = XNamespace.Xml + "base";

    /// <summary>The same feed in the usual form: Atom's feed element, or a channel with its items.</summary>
    public static XElement Usual(XElement root)
    {
        var item = XmlSurvey.ItemName(root.Name.LocalName.ToLowerInvariant());
        var usual = item == "entry"
            ? Flat(root, "feed", Atom, root, item)
            : Flat(root.Child("channel") ?? root, "channel", XNamespace.None, root, item);
        _ = new XDocument(usual);
        return usual;
    }

    /// <summary>The elements about the feed itself, then every item, in document order.</summary>
    private static XElement Flat(XElement head, string name, XNamespace target, XElement root, string item)
    {
        HashSet<XNamespace> own = [XNamespace.None, root.Name.Namespace, head.Name.Namespace];
        var about = head.Elements().Where(child => !Holds(child, item)).Select(child => Renamed(child, own, target));
        var items = root.Descendants().Where(child => Is(child, item) && own.Contains(child.Name.Namespace));
        // The parser looks for what is in the default namespace.
        return new XElement(target + name, new XAttribute("xmlns", target.NamespaceName), head.Attributes().Where(Stays), about, items.Select(child => Alone(child, item, own, target)));
    }

    private static bool Is(XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(XElement element, string item) => element.DescendantsAndSelf().Any(child => Is(child, item) || Is(child, "channel"));

    /// <summary>An item without the items inside it, and with the base that its place gave it.</summary>
    private static XElement Alone(XElement item, string name, HashSet<XNamespace> own, XNamespace target) => new(
        target + name,
        item.AncestorsAndSelf().Select(ancestor => ancestor.Attribute(Base)).OfType<XAttribute>().Take(1),
        item.Attributes().Where(attribute => Stays(attribute) && attribute.Name != Base),
        item.Elements().Where(child => !Holds(child, name)).Select(child => Renamed(child, own, target)));

    private static XElement Renamed(XElement element, HashSet<XNamespace> own, XNamespace target) => new(
        own.Contains(element.Name.Namespace) ? target + element.Name.LocalName : element.Name,
        element.Attributes().Where(Stays),
        element.Nodes().Select(node => node is XElement child ? Renamed(child, own, target) : node));

    /// <summary>Declarations would bring the old names back.</summary>
    private static bool Stays(XAttribute attribute) => !attribute.IsNamespaceDeclaration;
}
