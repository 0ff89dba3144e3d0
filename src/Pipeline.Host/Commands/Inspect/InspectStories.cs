using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Linguistics;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Stories;
using Pipeline.Themes;

namespace Pipeline.Host.Commands.Inspect;

internal static class InspectStories
{
    private const string Examples =
        """
        pipeline inspect stories week.jsonl
        pipeline inspect stories week.jsonl --guides sources.yaml --explain
        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE.jsonl") { Description = "one week's articles: rows {id, title, text?, source?, url?, published?, language?}" };
        var guides = new Option<string?>("--guides") { Description = "a sources.yaml whose themes guide the grouping (default: no guides)", HelpName = "FILE" };
        var explain = new Option<bool>("--explain") { Description = "say besides, of each article, what it was joined with, by which features, and what it came close to" };
        var command = new ExampledCommand("stories", "Group articles: {id, story, theme, language}; theme is null for what belongs to none.", Examples) { file, guides, explain };
        command.SetAction((parsed, _) => Exit.Guard(() => Task.FromResult(Run(parsed.GetValue(file)!, parsed.GetValue(guides), parsed.GetValue(explain)))));
        return command;
    }

    private static int Run(string file, string? guides, bool explain)
    {
        var rows = InputList.Rows(file).ToList();
        var articles = rows.Select((row, at) => Article(row, at, file)).ToList();
        var settings = guides is null ? null : SettingsFile.Load(guides);
        var options = new StoryOptions { Aliases = Aliases.Standard.With(settings?.Aliases ?? []) };
        var grouping = ThemeGrouper.Group(StoryGrouper.Group(articles, options), settings?.Themes ?? [], settings?.Site.Language ?? Majority(articles));
        var traces = explain ? new StoryTraces(StoryGrouper.Explain(articles, options), articles, rows) : null;
        var story = new Dictionary<string, string>(StringComparer.Ordinal);
        var theme = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in grouping.Stories)
            foreach (var article in one.Articles)
                story[article.Url] = one.Id;
        foreach (var one in grouping.Themes)
            foreach (var article in one.Articles)
                theme[article.Url] = one.Name;
        JsonLines.Write([.. rows.Zip(articles)], pair =>
        {
            var line = new JsonObject
            {
                ["id"] = pair.First["id"]?.DeepClone(),
                ["story"] = story[pair.Second.Url],
                ["theme"] = theme.GetValueOrDefault(pair.Second.Url),
                ["language"] = pair.Second.Language,
            };
            traces?.AddTo(line, pair.Second);
            return line;
        }, CancellationToken.None);
        return Exit.Done;
    }

    private static string Majority(List<Article> articles) =>
        articles.Count(article => article.Language == "zh") * 2 > articles.Count ? "zh-CN" : "en";

    /// <summary>Every row is an article of its own, whatever URL it names: rows are grouped, never folded.</summary>
    private static Article Article(JsonObject row, int at, string file)
    {
        var title = InputList.Text(row, "title") ?? "";
        var text = InputList.Text(row, "text") ?? "";
        var publisher = InputList.Text(row, "source") ?? "";
        var published = Instant(row, at, file);
        return new Article
        {
            Url = string.Create(CultureInfo.InvariantCulture, $"{InputList.Text(row, "url") ?? "https://unknown.invalid/"}#{row["id"]?.ToString() ?? at.ToString(CultureInfo.InvariantCulture)}"),
            Title = title,
            Source = publisher,
            Publisher = publisher,
            Published = published,
            DatedBy = InputList.Text(row, "published") is null ? DatedBy.FirstSeen : DatedBy.Feed,
            FirstSeen = published,
            Language = Script.LanguageOf($"{title}\n{text}", InputList.Text(row, "language")),
            Text = text,
        };
    }

    private static DateTimeOffset Instant(JsonObject row, int at, string file)
    {
        if (InputList.Text(row, "published") is not { } text)
            return DateTimeOffset.UnixEpoch;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new UsageException($"{file}: row {at + 1}: 'published' is no RFC 3339 instant: {text}");
    }
}
