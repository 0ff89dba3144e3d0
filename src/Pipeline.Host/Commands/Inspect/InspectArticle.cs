using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Clipping;
using Pipeline.Clipping.Scoring;
using Pipeline.Model;

namespace Pipeline.Host.Commands.Inspect;

internal static class InspectArticle
{
    private const string Examples =
        """
        pipeline inspect article page.html --url https://lab.example/page
        pipeline inspect article page.html --explain   why it was clipped so
        pipeline inspect article --list pages.jsonl --folder pages
        """;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "saved pages", Arity = ArgumentArity.ZeroOrMore };
        var url = new Option<string?>("--url") { Description = "where the page came from" };
        var selector = new Option<string?>("--selector") { Description = "where the article stands on the page, as under 'selector' in sources.yaml", HelpName = "CSS" };
        var list = new Option<string?>("--list") { Description = "JSON Lines with a row {file, url} per page", HelpName = "FILE.jsonl" };
        var folder = new Option<string?>("--folder") { Description = "where the listed files lie", HelpName = "DIR" };
        var explain = new Option<bool>("--explain") { Description = "say for each page why: the candidates for the body, each line's score, where title, byline and date come from" };
        var features = new Option<bool>("--features") { Description = "print what the line scorer is trained on instead: {file, names, lines, rows}", Hidden = true };
        var command = new ExampledCommand("article", "Clip pages: {file, url, kind, title, byline, published, updated, language, site, text, error}.", Examples) { files, url, selector, list, folder, explain, features };
        command.SetAction((parsed, cancellation) => Exit.Guard(() => Task.FromResult(Run(
            InputList.Read(parsed.GetValue(files) ?? [], parsed.GetValue(list), parsed.GetValue(folder), parsed.GetValue(url)),
            parsed.GetValue(features) ? Features : input => Clip(input, parsed.GetValue(selector), parsed.GetValue(explain)), cancellation))));
        return command;
    }

    private static int Run(IReadOnlyList<Input> inputs, Func<Input, JsonObject> row, CancellationToken cancellation)
    {
        JsonLines.Write(inputs, row, cancellation);
        return Exit.Done;
    }

    private static JsonObject Features(Input input)
    {
        var rows = TrainingRows.Of(input.Bytes(), charset: null, Uri.TryCreate(input.Url, UriKind.Absolute, out var url) ? url : null);
        return new()
        {
            ["file"] = input.File,
            ["names"] = new JsonArray([.. rows.Names.Select(name => (JsonNode)name)]),
            ["lines"] = new JsonArray([.. rows.Lines.Select(line => (JsonNode)line)]),
            ["rows"] = rows.Rows,
        };
    }

    private static JsonObject Clip(Input input, string? selector, bool explain)
    {
        try
        {
            var url = Uri.TryCreate(input.Url, UriKind.Absolute, out var parsed) ? parsed : null;
            var page = input.Bytes();
            if (!explain)
                return Row(input, Clipper.Clip(page, charset: null, url, selector), error: null);
            var explanation = Clipper.Explain(page, charset: null, url, selector);
            var row = Row(input, explanation.Clip, error: null);
            row["explanation"] = ClipExplanationRow.Of(explanation);
            return row;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Row(input, clip: null, exception.Message);
        }
    }

    private static JsonObject Row(Input input, Clip? clip, string? error) => new()
    {
        ["file"] = input.File,
        ["url"] = input.Url,
        ["kind"] = clip is null ? null : clip.Kind.ToString().ToLowerInvariant(),
        ["title"] = clip?.Title,
        ["byline"] = clip?.Byline,
        ["published"] = Date(clip?.Published),
        ["updated"] = Date(clip?.Updated),
        ["language"] = clip?.Language,
        ["site"] = clip?.Site,
        ["text"] = clip?.Text,
        ["error"] = error,
    };

    private static string? Date(PageDate? date) => date is { DayOnly: true }
        ? date.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Output.Instant(date?.Instant);
}
