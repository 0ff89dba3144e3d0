using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Digests.Checking;

/// <summary>Keys, their order and their values in both pages' front matter.</summary>
internal sealed class FrontMatterCheck
{
    private readonly PublishedWeek week;
    private readonly Page page;
    private readonly YamlMappingNode mapping;
    private readonly List<Finding> findings = [];

    private FrontMatterCheck(PublishedWeek week, Page page)
    {
        (this.week, this.page) = (week, page);
        mapping = Parse();
    }

    public static IEnumerable<Finding> Run(PublishedWeek week) => OfDigest(week).Concat(OfNews(week));

    private static List<Finding> OfDigest(PublishedWeek week)
    {
        var check = new FrontMatterCheck(week, week.Digest);
        check.Common(["scheduled", "tags"], []);
        check.Is("title", FrontMatter.Harmless(week.Data.Title));
        check.Is("description", FrontMatter.Harmless(week.Data.Description));
        check.IsDay("scheduled");
        check.Tags();
        return check.findings;
    }

    private static List<Finding> OfNews(PublishedWeek week)
    {
        var check = new FrontMatterCheck(week, week.News);
        check.Common([], FrontMatter.Inert);
        return check.findings;
    }

    /// <summary>What both pages say, with keys of their own after the date, and switches of their own before the profile's.</summary>
    private void Common(string[] own, IReadOnlyList<(string Key, string Value)> switches)
    {
        if (findings.Count > 0)
            return;
        var profile = week.Profile;
        switches = [.. switches.Concat(profile.Switches.Except(switches))];
        string?[] all = ["title", "description", "date", profile.DateKey, .. own, profile.LayoutKey, .. switches.Select(one => one.Key), .. profile.Address("").Select(one => one.Key)];
        string[] keys = [.. all.OfType<string>()];
        string?[] optional = ["tags", profile.Layout is null ? profile.LayoutKey : null];
        foreach (var (key, value) in switches)
            Is(key, value);
        var there = mapping.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "").ToArray();
        if (!there.SequenceEqual(keys.Where(key => !optional.Contains(key) || there.Contains(key))))
            Add(1, $"front matter: the keys must be {string.Join(", ", keys)}, in this order; they are {string.Join(", ", there)}");
        foreach (var key in new[] { "title", "description", profile.LayoutKey }.Where(key => keys.Contains(key) && there.Contains(key) && string.IsNullOrWhiteSpace(Scalar(key)?.Value)))
            Add(LineOf(key), $"front matter: {key} must not be empty");
        IsDay("date");
    }

    private void Is(string key, string value)
    {
        if (Scalar(key)?.Value != value)
            Add(LineOf(key), $"front matter: {key} must be '{value}'");
    }

    private void IsDay(string key)
    {
        Is(key, week.Data.Week.Date);
        if (Scalar(key) is { Style: not ScalarStyle.Plain })
            Add(LineOf(key), $"front matter: {key} must not be quoted");
    }

    private void Tags()
    {
        if (!mapping.Children.TryGetValue("tags", out var node) || week.Profile.Metadata)
            return;
        var tags = (node as YamlSequenceNode)?.Children.OfType<YamlScalarNode>().Select(tag => tag.Value ?? "").ToArray() ?? [];
        if (tags.Length == 0 || tags.Any(tag => tag.Length == 0 || !Ascii.IsValid(tag)) || tags.Distinct(StringComparer.OrdinalIgnoreCase).Count() != tags.Length)
            Add(LineOf("tags"), "front matter: tags must be a list of ASCII words, no two alike");
    }

    private YamlScalarNode? Scalar(string key) => mapping.Children.TryGetValue(key, out var node) ? node as YamlScalarNode : null;

    /// <summary>YAML's first line is the page's second.</summary>
    private int LineOf(string key) => mapping.Children.TryGetValue(key, out var node) ? (int)node.Start.Line + 1 : 1;

    private void Add(int line, string what) => findings.Add(page.Finding(line, what));

    /// <summary>Python-Markdown's metadata: a key, a colon, and the text as it is.</summary>
    private static YamlMappingNode Metadata(string front)
    {
        var lines = front.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2).DistinctBy(pair => pair[0]);
        return new YamlMappingNode(lines.Select(pair => KeyValuePair.Create<YamlNode, YamlNode>(new YamlScalarNode(pair[0]), new YamlScalarNode(pair[1]) { Style = ScalarStyle.Plain })));
    }

    private YamlMappingNode Parse()
    {
        if (week.Profile.Metadata && page.Front is { } front)
            return Metadata(front);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(page.Front ?? ""));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return root;
            Add(1, "the page must begin with front matter between two lines of ---");
        }
        catch (YamlException failure)
        {
            Add((int)failure.Start.Line + 1, $"front matter: {failure.Message}");
        }
        catch (InvalidOperationException failure)
        {
            // YamlDotNet 18.1 throws this for a flow sequence that is never closed.
            Add(1, $"front matter: is no YAML: {failure.Message}");
        }

        return new YamlMappingNode();
    }
}
