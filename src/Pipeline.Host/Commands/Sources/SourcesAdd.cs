using System.CommandLine;
using System.Globalization;
using Pipeline.Fetching;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Host.Commands.Sources;

internal static class SourcesAdd
{
    public static Command Create()
    {
        var (common, wish) = (new CommonOptions(), new AddOptions());
        var command = new ExampledCommand("add", "Find the feed at an address, which may be a page's, and add it to the list.",
            """
            pipeline sources add https://lab.example/feed.xml          a feed
            pipeline sources add lab.example                           a site: its feed is looked for
            pipeline sources add https://lab.example/ --first          of several feeds the first
            pipeline sources add https://lab.example/feed.xml --name "Example Lab" --language en --weight 1.5
            """);
        command.Options.Add(common.Sources);
        wish.AddTo(command);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(parsed.GetValue(common.Sources)!, wish.Read(parsed), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string path, AddWish wish, CancellationToken cancellation)
    {
        var list = SourcesFile.Open(path).List;
        RefuseDouble(list, wish.Url, wish.Name, path);
        using var fetcher = new Fetcher(Desk.Options(Settings(list, path)));
        var found = await new FeedFinder(fetcher, wish.AllowPrivate).FindAsync(wish.Url, wish.First, cancellation);
        return found.Feed is { } feed ? Add(path, wish, feed) : Ask(wish.Url, found);
    }

    /// <summary>The file is opened anew: fetching took its time.</summary>
    private static int Add(string path, AddWish wish, FoundFeed found)
    {
        var file = SourcesFile.Open(path);
        var source = new Source(wish.Name ?? SourceName.Of(found.Feed.Title) ?? found.Url.Host, found.Url)
        {
            Language = wish.Language,
            Weight = wish.Weight,
            AllowPrivate = wish.AllowPrivate,
        };
        RefuseDouble(file.List, source.Url, source.Name, path);
        var edit = file.Add([source]);
        Console.WriteLine($"added to {path}, line {edit.Line}:");
        Console.Write(edit.Added);
        var newest = found.Feed.Entries.Max(entry => entry.Published ?? entry.Updated);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the feed has {found.Feed.Entries.Count} entries now{(newest is { } date ? $", the newest of {date.UtcDateTime:yyyy-MM-dd}" : "")}"));
        return Exit.Done;
    }

    private static int Ask(Uri url, FoundFeeds found)
    {
        Console.Error.WriteLine($"pipeline: {url} names several feeds; add one of them by its address, or take the first with --first");
        foreach (var link in found.Several)
            Console.WriteLine(SourceName.Of(link.Title) is { } title ? $"{link.Url}  {title}" : $"{link.Url}");
        return Exit.Failed;
    }

    /// <summary>An empty list is no settings yet; the defaults do.</summary>
    private static Settings Settings(SourceList list, string path) => list.Sources.Count > 0
        ? SettingsFile.Parse(SettingsFile.Text(path), path)
        : SettingsFile.Parse("sources: [{ name: none, url: 'https://none.invalid' }]", path);

    private static void RefuseDouble(SourceList list, Uri url, string? name, string path)
    {
        if (list.Find(url) is { } same)
            throw new TroubleException($"{url} is there already: '{same.Source.Name}' in {path}, line {same.UrlLine}; nothing was added");
        if (name is not null && list.Find(name) is { } namesake)
            throw new TroubleException($"there is already a source '{namesake.Source.Name}' in {path}, line {namesake.NameLine}; give this one another name with --name");
    }
}
