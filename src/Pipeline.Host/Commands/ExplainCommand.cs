using System.CommandLine;
using Pipeline.Model;

namespace Pipeline.Host.Commands;

/// <summary>What a claim of a published digest rests on. It needs the files alone, not the archive.</summary>
internal static class ExplainCommand
{
    private const string Examples =
        """
        pipeline explain 2026-W06 t1-case-1
        pipeline explain last "412 votes"      the claim that says so
        pipeline explain last t1-case-1 --json
        """;

    /// <summary>So many ids can be looked through.</summary>
    private const int MostNamed = 12;

    public static Command Create()
    {
        var common = new CommonOptions();
        var week = new Argument<string>("WEEK") { Description = "2026-W06, 'this' or 'last'" };
        var claim = new Argument<string>("CLAIM") { Description = "the claim's id in the week's data file, or some words of it" };
        var command = new ExampledCommand("explain", "Show a claim's evidence, the passages, and what the gate compared.", Examples) { week, claim };
        common.AddTo(command);
        command.SetAction((parsed, _) => Exit.Guard(() => Task.FromResult(Run(common.Read(parsed), parsed.GetValue(week)!, parsed.GetValue(claim)!))));
        return command;
    }

    private static int Run(Request request, string word, string named)
    {
        var settings = Desk.LoadSettings(request);
        var week = Request.Week(word, settings.Week, TimeProvider.System.GetUtcNow());
        var claims = PublishedClaims.Read(settings.Digests, week)
            ?? throw new TroubleException($"{week} is not among the weeks published in {settings.Digests}; 'pipeline status' lists them");
        var claim = Find(claims, named, week);
        var explanation = ClaimExplanation.Of(claim);
        Console.WriteLine(request.Json ? explanation.ToJson(week).ToJsonString(Output.Readable) : explanation.ToText(week));
        return Exit.Done;
    }

    /// <summary>By id, else by words that one claim alone has.</summary>
    public static PublishedClaim Find(IReadOnlyList<PublishedClaim> claims, string named, WeekLabel week)
    {
        if (claims.FirstOrDefault(claim => claim.Id.Equals(named, StringComparison.OrdinalIgnoreCase)) is { } meant)
            return meant;
        if (string.IsNullOrWhiteSpace(named))
            throw new UsageException($"name a claim of {week} by its id or by some words of it; its ids are {Ids(claims)}");
        var saying = claims.Where(claim => claim.Text.Contains(named, StringComparison.OrdinalIgnoreCase)).ToList();
        return saying.Count switch
        {
            1 => saying[0],
            0 => throw new UsageException($"no claim of {week} has the id or the words '{named}'; its ids are {Ids(claims)}"),
            _ => throw new UsageException($"'{named}' is said by {saying.Count} claims of {week}: {Ids(saying.Take(MostNamed))}{(saying.Count > MostNamed ? ", …" : "")}; name one"),
        };
    }

    private static string Ids(IEnumerable<PublishedClaim> claims) => string.Join(", ", claims.Select(claim => claim.Id));
}
