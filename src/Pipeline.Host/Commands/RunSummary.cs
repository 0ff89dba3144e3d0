using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Digests;
using Pipeline.Digests.Adopting;
using Pipeline.Host.LanguageModel;
using Pipeline.Host.Reports;
using Pipeline.Model;
using Spectre.Console;

namespace Pipeline.Host.Commands;

/// <summary>How a run ended, for people or as JSON: a table of what was written, then the troubles, and their number last.</summary>
internal sealed class RunSummary(Desk desk, Request request)
{
    public static int ExitCode(Request request, CollectReport? collected, PublishReport? published, ModelUse? use = null) =>
        published?.Result == PublishResult.Refused || (request.Strict && (RunTroubles.Of(collected, published, use).Count > 0 || published?.Edits.Any(edit => edit.Why is not null) == true)) ? Exit.Failed : Exit.Done;

    public void Print(CollectReport? collected, PublishReport? published, ModelUse? use = null)
    {
        if (request.Json)
            Console.WriteLine(Json(collected, published, use).ToJsonString(Output.Readable));
        else
            PrintText(collected, published, use);
    }

    private void PrintText(CollectReport? collected, PublishReport? published, ModelUse? use)
    {
        var troubles = RunTroubles.Of(collected, published, use);
        foreach (var trouble in troubles)
            Console.Error.WriteLine($"trouble: {trouble}");
        if (published?.Embedding is { } embedding)
            PrintEmbedding(embedding);
        if (use is not null && published?.Digest?.Work is { } work)
            PrintWork(use, work, published.Digest.Refused.Count);
        if (published is not null)
            PrintPublished(published);
        Console.WriteLine((collected is null ? "" : $"{collected.Asked} of {collected.Configured} sources asked, {collected.New} new articles, {collected.Revised} revised; ") + Count(troubles.Count, "trouble"));
    }

    private void PrintPublished(PublishReport report)
    {
        if (report.Result is PublishResult.Published or PublishResult.DryRun)
        {
            PrintThemes(report.Digest!);
            PrintForeign(report.Digest!);
        }

        foreach (var correction in report.Digest?.News.Corrections ?? [])
            Console.WriteLine(Told(correction, report.Week.Zone));
        foreach (var edit in report.Edits.Where(edit => edit.Why is not null))
            Console.Error.WriteLine($"{WeekEdits.PathOf(desk.Settings.Digests, report.Week.Label)}:{edit.Line}: not applied: {edit}");
        if (report.Edits.Count > 0)
            Console.WriteLine($"{report.Edits.Count(edit => edit.Why is null)} of {Count(report.Edits.Count, "edit")} applied");
        if (report.WrittenBy is { } version && version != DigestWriter.Version)
            Console.WriteLine($"{report.Week.Label} was written by version {version} of the writer; this is version {DigestWriter.Version}, so that pages may differ though the news does not");
        foreach (var file in report.EditedByHand)
            Console.Error.WriteLine($"edited by hand since it was written: {Path.Combine(desk.Settings.Digests, file)}");
        if (report.Result != PublishResult.Published && report.Adoption is { } adoption)
            Print(adoption, WeekEdits.PathOf(desk.Settings.Digests, report.Week.Label));
        Console.WriteLine(Verdict(report));
    }

    private static void Print(Adoption adoption, string file)
    {
        if (adoption.Edits.Count > 0)
            Console.Error.WriteLine($"as edits, which every rebuild keeps; --adopt writes them into {file}:\n{adoption.Snippet.TrimEnd('\n')}");
        foreach (var left in adoption.Left)
            Console.Error.WriteLine($"no edit can say this: {left}");
    }

    /// <summary>One line: the day in the week's zone, what happened, to what.</summary>
    public static string Told(Correction correction, TimeZoneInfo zone) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(correction.Kind == CorrectionKind.Withdrawn ? "withdrawn" : "changed")} since publication, seen {TimeZoneInfo.ConvertTime(correction.Seen, zone):yyyy-MM-dd}: {correction.Article.Publisher}, {correction.Article.Title} ({correction.Article.Url})");

    public static JsonObject Json(Correction correction) => new()
    {
        ["url"] = correction.Article.Url,
        ["title"] = correction.Article.Title,
        ["publisher"] = correction.Article.Publisher,
        ["kind"] = JsonNamingPolicy.KebabCaseLower.ConvertName(correction.Kind.ToString()),
        ["seen"] = Output.Instant(correction.Seen),
    };

    private string Verdict(PublishReport report) => report.Result switch
    {
        PublishResult.Published => $"{report.Week.Label} published, {Count(report.Changed.Count, "file")} changed: {DigestPath(report)}",
        PublishResult.AlreadyPublished => $"{report.Week.Label} is already published and was left alone; 'pipeline rebuild {report.Week.Label}' builds it again",
        PublishResult.NoItems => $"{report.Week.Label} has no items; nothing was published",
        PublishResult.DryRun => $"{report.Week.Label}: {Count(report.Changed.Count, "file")} would change{string.Concat(report.Changed.Select(path => $"\n  {path}"))}",
        _ => $"{report.Week.Label} was not written: {Count(report.EditedByHand.Count, "file")} edited by hand would be lost: the lines with - above; {(report.Adoption?.Edits.Count > 0 ? $"'pipeline rebuild {report.Week.Label} --adopt' makes edits of them" : report.Adoption is { Left: [] } ? "the week's edits say them already, and --adopt rebuilds with these" : "no edit can say them")}, --force overwrites them",
    };

    private static void PrintEmbedding(EmbeddingWork work) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"embedding model: {work.Model ?? $"none of its vectors ({work.Failure}), stories are found by their words alone"}; {Count(work.Use.Requests, "request")}, {work.Use.Came} vectors came, {work.Use.Kept} kept ones, {work.Use.Tokens} tokens"));

    /// <summary>What it took, and whether the stories were found with it.</summary>
    public static JsonObject Json(EmbeddingWork work) => new()
    {
        ["model"] = work.Model,
        ["failure"] = work.Failure,
        ["requests"] = work.Use.Requests,
        ["vectors"] = work.Use.Came,
        ["kept"] = work.Use.Kept,
        ["tokens"] = work.Use.Tokens,
    };

    private static void PrintWork(ModelUse use, ModelWork work, int refused)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"language model: {(work.Models.Count == 0 ? "no reply" : string.Join(", ", work.Models))}; {Count(use.Requests, "request")}, {use.Kept} kept replies, {use.InputTokens} + {use.OutputTokens} tokens, {use.Money:0.####} in money; {Count(refused, "sentence")} refused"));
        if (work.StandIns.Count > 0)
            Console.WriteLine($"written by the extractive analyst instead: {string.Join(", ", work.StandIns.Select(part => $"{part.Part} ({part.Why})"))}");
    }

    /// <summary>What it took, and which parts it did not write.</summary>
    public static JsonObject Json(ModelUse use, ModelWork? work) => new()
    {
        ["models"] = Output.Array(work?.Models ?? [], model => model),
        ["requests"] = use.Requests,
        ["kept"] = use.Kept,
        ["repairs"] = work?.Repairs,
        ["inputTokens"] = use.InputTokens,
        ["outputTokens"] = use.OutputTokens,
        ["money"] = use.Money,
        ["standIns"] = Output.Array(work?.StandIns ?? [], part => new JsonObject { ["part"] = part.Part, ["why"] = part.Why }),
    };

    private static void PrintThemes(Digest digest)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "Theme", "Stories", "Publishers", "Claims");
        foreach (var brief in digest.Briefs)
        {
            table.AddRow(
                Markup.Escape(brief.Theme.Id), Markup.Escape(brief.Theme.Name), $"{brief.Theme.Stories.Count}",
                $"{brief.Theme.Articles.Select(article => article.Publisher).Distinct(StringComparer.Ordinal).Count()}",
                $"{brief.Chain.Count + brief.Impact.Count}");
        }

        table.AddRow("", "in no theme", $"{digest.News.Grouping.Remainder.Count}", "", "");
        table.AddRow("", "in all", $"{digest.News.Grouping.Stories.Count()}",
            $"{digest.News.Articles.Select(article => article.Publisher).Distinct(StringComparer.Ordinal).Count()}", $"{digest.Claims.Count()}");
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 120;
        console.Write(table);
    }

    /// <summary>The extractive analyst quotes what there is; the editor should know how much of it is in another language, and why.</summary>
    private static void PrintForeign(Digest digest)
    {
        var own = digest.News.Language[..2];
        var foreign = digest.Claims.Count(claim => claim.Language != own && claim.Language != digest.News.Language);
        if (foreign > 0 && digest.Work is null)
        {
            Console.WriteLine($"{foreign} of {digest.Claims.Count()} claims quote another language as it stands, marked: the extractive analyst translates nothing. "
                + "A language model would; see 'Analysts' in README.md.");
        }
    }

    private JsonObject Json(CollectReport? collected, PublishReport? published, ModelUse? use) => new()
    {
        ["collected"] = collected is null ? null : new JsonObject
        {
            ["configured"] = collected.Configured,
            ["asked"] = collected.Asked,
            ["new"] = collected.New,
            ["revised"] = collected.Revised,
            ["completed"] = collected.Sources.Sum(source => source.Completed),
            ["troubles"] = Output.Array(collected.Troubles, trouble => new JsonObject { ["where"] = trouble.Where, ["what"] = trouble.What, ["why"] = trouble.Why }),
        },
        ["published"] = published is null ? null : new JsonObject
        {
            ["week"] = published.Week.Label.ToString(),
            ["result"] = JsonNamingPolicy.KebabCaseLower.ConvertName(published.Result.ToString()),
            ["digest"] = published.Digest is null ? null : DigestPath(published),
            ["themes"] = published.Digest?.Briefs.Count ?? 0,
            ["claims"] = published.Digest?.Claims.Count() ?? 0,
            ["items"] = published.Digest?.News.Articles.Count ?? 0,
            ["model"] = use is null ? null : Json(use, published.Digest?.Work),
            ["embeddings"] = published.Embedding is null ? null : Json(published.Embedding),
            ["troubles"] = Output.Array(RunTroubles.OfPublishing(published, use), trouble => new JsonObject { ["where"] = trouble.Where, ["what"] = trouble.What, ["why"] = trouble.Why }),
            ["changed"] = Output.Array(published.Changed, path => path),
            ["edits"] = Output.Array(published.Edits, edit => new JsonObject { ["line"] = edit.Line, ["what"] = edit.What, ["why"] = edit.Why }),
            ["corrections"] = Output.Array(published.Digest?.News.Corrections ?? [], Json),
            ["editedByHand"] = Output.Array(published.EditedByHand, path => path),
            ["adoptable"] = Output.Array(published.Adoption?.Edits ?? [], edit => edit),
            ["notAdoptable"] = Output.Array(published.Adoption?.Left ?? [], left => left),
        },
    };

    private string DigestPath(PublishReport report) => Path.Combine(desk.Settings.Digests, report.Week.Label.ToString(), "index.md");

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
