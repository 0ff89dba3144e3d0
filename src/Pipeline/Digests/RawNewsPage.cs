using System.Globalization;
using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>The week's items as a page, each with the anchor that the digest's evidence links to.</summary>
internal sealed class RawNewsPage(DigestData data, Week week, SitePaths paths)
{
    private readonly Wording wording = Wording.Of(data.Language);
    private readonly Dictionary<string, DataItem> items = data.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, DataTheme> told = data.Themes.Where(theme => theme.Claims.Count > 0).ToDictionary(theme => theme.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, string?> since = data.Stories.ToDictionary(story => story.Id, story => story.Since, StringComparer.Ordinal);

    private string Title => $"{paths.Site.RawNewsTitle} — {week.Label}";

    public string Write(Templates templates) => Front() + "\n" + templates.News.Render(View());

    private FrontMatter Front() => new FrontMatter(paths.Site)
        .Text("title", Title)
        .Text("description", wording.NewsDescription(LabelText.Of(week.Label), data.Coverage.Items, data.Coverage.Publishers))
        .Date(data.Week.Date)
        .Layout()
        .Switches(paths.NewsFolder, FrontMatter.Inert);

    private NewsView View() => new(paths.Profile.Heading, paths.Profile.AnchorHeadings, MarkdownEscaper.Escape(FrontMatter.Harmless(Title)), Coverage(), [.. data.Items.Select(Item)]);

    private CoverageView Coverage()
    {
        var publishers = data.Items.CountBy(item => item.Publisher).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToArray();
        var coverage = data.Coverage;
        return new CoverageView(
            coverage.Items, publishers.Length, Names(publishers), coverage.Read.Count, Names(coverage.Read), coverage.Failed.Count, Names(coverage.Failed));
    }

    private string Names(IEnumerable<string> names) => string.Join(wording.Comma, names.Select(MarkdownEscaper.Escape));

    private ItemView Item(DataItem item) => new(
        item.Id,
        Linked(item),
        MarkdownEscaper.Escape(item.Publisher),
        Day(item.Published),
        item.Excerpt is { } excerpt ? MarkdownEscaper.Escape(excerpt) : null,
        // One of each publisher: a story of hundreds of items would make a page of their squares.
        Links(item.Also.DistinctBy(id => items[id].Publisher).Select(id => (items[id].Publisher, $"#{id}"))),
        Links(item.Themes.Where(told.ContainsKey).Select(id => (told[id].Title, $"{paths.DigestFromNews}#{id}"))),
        item.Story is { } story && since[story] is { } week ? LabelText.Of(week) : null);

    private string Linked(DataItem item)
    {
        var title = MarkdownEscaper.Escape(item.Label);
        var linked = item.Target is { } target ? $"[{title}]({target})" : title;
        return wording.Mark(item) is { } mark ? $"{linked}{wording.Open}{MarkdownEscaper.Escape(mark)}{wording.Close}" : linked;
    }

    private string? Links(IEnumerable<(string Text, string Target)> links) =>
        string.Join(wording.Comma, links.Select(link => $"[{MarkdownEscaper.Escape(link.Text)}]({link.Target})")) is { Length: > 0 } text ? text : null;

    private string Day(string instant)
    {
        var published = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return TimeZoneInfo.ConvertTime(published, week.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
