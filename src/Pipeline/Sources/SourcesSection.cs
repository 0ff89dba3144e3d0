using System.Globalization;
using AngleSharp.Css.Parser;
using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>The list under <c>sources:</c>.</summary>
/// <param name="variable">The environment's variables by name; null where values that name one stay as they are.</param>
internal sealed class SourcesSection(Func<string, string?>? variable)
{
    private static readonly string[] Keys =
        ["name", "url", "publisher", "language", "weight", "pages", "allow-private", "interval", "headers", "keep", "drop", "selector"];

    private static readonly DurationRange Intervals = new(TimeSpan.FromMinutes(5), TimeSpan.FromDays(7), ["m", "h", "d"], "30m");

    private readonly Dictionary<string, Place> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> urls = new(StringComparer.Ordinal);

    public IReadOnlyList<Source> Read(Section root)
    {
        root.Need("sources", "list at least one, with '- name: …' and 'url: https://…'");
        var sections = root.Sections("sources", "a source", Keys) ?? [];
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
            Language = source.Text("language", scalar => LanguageCode.Read(scalar, source.Faults)),
            Weight = source.Text("weight") is { } weight ? Weight(weight, source) : 1,
            Pages = source.Flag("pages") ?? true,
            AllowPrivate = source.Flag("allow-private") ?? false,
            Interval = source.Duration("interval", Intervals),
            Headers = new HeadersSection(variable).Read(source),
            Keep = RuleSection.Read(source, "keep"),
            Drop = RuleSection.Read(source, "drop"),
            Selector = source.Text("selector", scalar => Selector(scalar, source)),
        };
        return name is null || url is null ? null : rules;
    }

    private string Unique(Scalar name, Section source)
    {
        var key = SourceName.Key(name.Value);
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

    private static double Weight(Scalar scalar, Section source)
    {
        if (double.TryParse(scalar.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is > 0 and <= 10)
            return weight;
        source.Faults.Add(scalar.Place, $"the weight is {scalar.Shown}", "write a number over 0 and up to 10, such as 1.5; 1 is a source like any other");
        return 1;
    }

    private static string? Selector(Scalar scalar, Section source)
    {
        if (new CssSelectorParser().ParseSelector(scalar.Value) is not null)
            return scalar.Value;
        source.Faults.Add(scalar.Place, $"{scalar.Shown} is no CSS selector", "write one such as \"article .body\" or \"#content > p\"");
        return null;
    }

    private static string Line(Place place) => place.Line.ToString(CultureInfo.InvariantCulture);
}
