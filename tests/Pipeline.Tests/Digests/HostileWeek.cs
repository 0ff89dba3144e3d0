using System.Text.Json;
using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

/// <summary>A week in which every text from outside is one of the hostile strings: titles, excerpts, names, themes, claims, roles.</summary>
internal static class HostileWeek
{
    public static IReadOnlyList<string> Strings { get; } =
    [
        .. File.ReadLines(Path.Combine(Cases.Folder("hostile"), "strings.txt"))
            .Where(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => Text(line)),
    ];

    /// <summary>The week's files for a generator, with hostile tags and titles in its configuration too, where that takes them.</summary>
    public static IReadOnlyList<OutputFile> Files(string generator)
    {
        var site = new Site { Generator = generator, Title = "<b>{{ 7 * 191 }}</b> \"Weekly\": a #digest", Tags = Tags(), RawNewsTitle = "{% raw %} & [Raw] *news*" };
        var digest = Digest();
        return DigestWriter.Write(digest, Anchors(digest), site, SampleWeek.Templates("en"), null);
    }

    /// <summary>feed.json and atom.xml after several weeks, each with another hostile headline.</summary>
    public static IReadOnlyList<OutputFile> Feeds(int weeks)
    {
        var site = new Site { Url = new Uri("https://site.example/weekly/"), Language = "en", Title = "<b>{{ 7 * 191 }}</b> & \"Weekly\"" };
        var (pages, files) = (new Dictionary<string, string>(), (IReadOnlyList<OutputFile>)[]);
        for (var at = 0; at < weeks; at++)
        {
            var digest = Digest();
            var week = WeekRule.Default.WeekOf(WeekLabel.Of(new DateOnly(2026, 1, 8).AddDays(7 * at)));
            digest = digest with { News = digest.News with { Week = week }, Headline = Claim("headline", ClaimKind.Headline, digest.News.Articles[17 * at]) };
            var manifest = pages.TryGetValue(SitePaths.Manifest, out var earlier) ? Manifest.Parse(earlier) : null;
            files = DigestWriter.Write(digest, Anchors(digest), site, SampleWeek.Templates("en"), manifest, path => pages.GetValueOrDefault(path));
            foreach (var file in files)
                pages[file.Path] = System.Text.Encoding.UTF8.GetString(file.Content);
        }

        return [.. files.Where(file => file.Path is "feed.json" or "atom.xml")];
    }

    /// <summary>ASCII, as sources.yaml wants them, and without a comma, which parts tags for Pelican.</summary>
    private static string[] Tags() =>
        [.. Strings.Where(text => text.Length is > 2 and < 30 && text.All(character => character is >= ' ' and < '\u007f' and not ',') && text.Any(char.IsAsciiLetter) && text.Trim() == text && !text.Contains("  ", StringComparison.Ordinal)).DistinctBy(text => text.ToUpperInvariant()).Take(40)];

    private static Digest Digest()
    {
        var articles = Strings.Select((text, index) => Article(text, Strings[(index + 1) % Strings.Count], index)).ToArray();
        var themes = articles.Chunk(40).Select((some, index) => new Theme(some[index % some.Length].Title, [.. some.Select(article => Some.Story(article))])).ToArray();
        var grouping = new Grouping(themes, []);
        var anchors = Anchoring.Assign(Pipeline.Model.Anchors.None, articles, grouping);
        grouping = Anchoring.WithIds(grouping, anchors);
        return new Digest
        {
            News = SomeWeek.Of("en", articles, grouping.Themes, []),
            Headline = Claim("headline", ClaimKind.Headline, articles[3]),
            Introduction = [Claim("introduction-1", ClaimKind.Introduction, articles[1])],
            Briefs = [.. grouping.Themes.Select(Brief)],
            Advice = [.. articles.Take(20).Select((article, index) => new Advice(article.Title, [Claim($"advice-{index}", ClaimKind.Advice, article)]))],
            Outlook = [.. articles.TakeLast(20).Select((article, index) => new Outlook(article.Title, null, Claim($"outlook-{index}", ClaimKind.Signal, article)))],
            Analyst = "extractive",
        };
    }

    private static Anchors Anchors(Digest digest) =>
        Anchoring.Assign(Pipeline.Model.Anchors.None, digest.News.Articles, digest.News.Grouping);

    private static Brief Brief(Theme theme) => new(
        theme,
        [.. theme.Articles.Take(20).Select((article, index) => Claim($"{theme.Id}-case-{index}", ClaimKind.Case, article))],
        [.. theme.Articles.Skip(20).Select((article, index) => Claim($"{theme.Id}-impact-{index}", ClaimKind.Impact, article))]);

    private static Claim Claim(string id, ClaimKind kind, Article article) => new()
    {
        Id = id,
        Kind = kind,
        Text = article.Text,
        Language = "en",
        Evidence = [new Evidence(article.Id, Passage.Text, 0, article.Text)],
    };

    private static Article Article(string title, string text, int index)
    {
        var shown = PlainText.Fold(text) is { Length: > 0 } plain ? plain : "nothing";
        // A number, since a claim that is a mere "#" stands everywhere.
        return Some.Article(title, $"{shown} (statement {index})", PlainText.Fold(title) is { Length: > 0 } name ? name : "nobody", url: $"https://x.example/{index}") with { Language = "en" };
    }

    private static string Text(string line)
    {
        // JsonSerializer replaces halves of characters, which is what we want to write down.
        var text = JsonSerializer.Deserialize<JsonElement>($"\"{System.Text.RegularExpressions.Regex.Replace(line, @"\\u([dD][89a-fA-F][0-9a-fA-F]{2})", "\uE000$1")}\"").GetString()!;
        return System.Text.RegularExpressions.Regex.Replace(text, "\uE000([0-9a-fA-F]{4})", match => $"{(char)Convert.ToInt32(match.Groups[1].Value, 16)}");
    }
}
