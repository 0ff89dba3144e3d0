using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>The list under <c>sources:</c>.</summary>
internal sealed partial class SourcesSection
{
    private readonly Dictionary<string, Place> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> urls = new(StringComparer.Ordinal);

    public IReadOnlyList<Source> Read(Section root)
    {
        root.Need("sources", "list at least one, with '- name: …' and 'url: https://…'");
        var sections = root.Sections("sources", "a source", "name", "url", "publisher", "language", "weight", "pages", "allow-private") ?? [];
        return [.. sections.Select(ReadOne).OfType<Source>()];
    }

    private Source? ReadOne(Section source)
    {
        source.Need("name", "every source needs a name and a url").Need("url", "every source needs a name and a url");
        var name = source.Text("name", scalar => Unique(scalar, source));
        var url = source.Text("url", 2000) is { } address ? Unique(address, source, WebAddress.Read(address, source.Faults)) : null;
        var rules = new Source(name ?? "", url ?? new Uri("https://nowhere.invalid"))
        {
            Publisher = source.Text("publisher")?.Value ?? name ?? "",
            Language = source.Text("language", scalar => Language(scalar, source)),
            Weight = source.Text("weight") is { } weight ? Weight(weight, source) : 1,
            Pages = source.Flag("pages") ?? true,
            AllowPrivate = source.Flag("allow-private") ?? false,
        };
        return name is null || url is null ? null : rules;
    }

    /// <summary>Full-width letters and letter case make no other name.</summary>
    private string Unique(Scalar name, Section source)
    {
        var key = Normalization.Nfkc(name.Value).ToLowerInvariant();
        if (!names.TryAdd(key, name.Place))
            source.Faults.Add(name.Place, $"there is already a source {name.Shown} in line {Line(names[key])}", "rename one of the two");
        return name.Value;
    }

    private Uri? Unique(Scalar address, Section source, Uri? url)
    {
        if (url is null)
            return null;
        var key = WebAddress.Key(url);
        if (!urls.TryAdd(key, address.Place))
            source.Faults.Add(address.Place, $"the feed of line {Line(urls[key])} stands here again", "take one of the two sources out");
        return url;
    }

    /// <summary>The primary language alone: texts are told apart by nothing finer.</summary>
    private static string? Language(Scalar scalar, Section source)
    {
        var match = LanguageTag().Match(scalar.Value);
        if (match.Success)
            return match.Groups[1].Value.ToLowerInvariant();
        source.Faults.Add(scalar.Place, $"{scalar.Shown} is no language", "write a code such as en or zh");
        return null;
    }

    private static double Weight(Scalar scalar, Section source)
    {
        if (double.TryParse(scalar.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is > 0 and <= 10)
            return weight;
        source.Faults.Add(scalar.Place, $"the weight is {scalar.Shown}", "write a number over 0 and up to 10, such as 1.5; 1 is a source like any other");
        return 1;
    }

    private static string Line(Place place) => place.Line.ToString(CultureInfo.InvariantCulture);

    /// <summary>The start of a BCP 47 tag.</summary>
    [GeneratedRegex(@"\A([A-Za-z]{2,3})(-[A-Za-z0-9]{2,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
