using System.CommandLine;
using System.Text.Json.Nodes;
using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Host.Commands.Inspect;

internal static class InspectFeed
{
    private const string Examples =
        """
        pipeline inspect feed feed.xml
        pipeline inspect feed --list feeds.jsonl
        """;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "feed files", Arity = ArgumentArity.ZeroOrMore };
        var list = new Option<string?>("--list") { Description = "JSON Lines with a row {file} per feed", HelpName = "FILE.jsonl" };
        var command = new ExampledCommand("feed", "Read feeds: {file, kind, title, link, entries, error}.", Examples) { files, list };
        command.SetAction((parsed, cancellation) => Exit.Guard(() => Task.FromResult(Run(InputList.Read(parsed.GetValue(files) ?? [], parsed.GetValue(list), null, null), cancellation))));
        return command;
    }

    private static int Run(IReadOnlyList<Input> inputs, CancellationToken cancellation)
    {
        JsonLines.Write(inputs, Read, cancellation);
        return Exit.Done;
    }

    private static JsonObject Read(Input input)
    {
        try
        {
            var feed = FeedParser.Parse(input.Bytes(), charset: null, url: null);
            return Row(input.File, feed, error: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Row(input.File, feed: null, exception.Message);
        }
    }

    private static JsonObject Row(string file, Feed? feed, string? error) => new()
    {
        ["file"] = file,
        ["kind"] = feed?.Kind,
        ["title"] = feed?.Title,
        ["link"] = feed?.Link,
        ["entries"] = Output.Array(feed?.Entries ?? [], Row),
        ["error"] = error,
    };

    private static JsonObject Row(Entry entry) => new()
    {
        ["id"] = entry.Id,
        ["url"] = entry.Url,
        ["title"] = entry.Title,
        ["author"] = entry.Author,
        ["published"] = Output.Instant(entry.Published?.ToUniversalTime()),
        ["updated"] = Output.Instant(entry.Updated?.ToUniversalTime()),
        ["summary"] = entry.Summary,
        ["content"] = entry.Content,
        ["categories"] = Output.Array(entry.Categories, category => category),
    };
}
