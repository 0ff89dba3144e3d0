using System.CommandLine;
using System.Text.Json.Nodes;
using Pipeline.Host.Storage;

namespace Pipeline.Host.Commands.Archive;

internal static class ArchiveVerify
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var command = new ExampledCommand("verify", "Read every row of the archive, and say what is wrong: torn files, documents that can't be read, items of published weeks that are not held any more; of a week whose texts were let go of, those that a claim cites.",
            """
            pipeline archive verify
            pipeline archive verify --archive /backups/monday.db --json
            """);
        common.AddTo(command, common.Strict);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, CancellationToken cancellation)
    {
        var settings = Desk.LoadSettings(request);
        var location = settings.Archive;
        using var progress = new ConsoleProgress();
        await using var archive = await SqlArchive.OpenExistingAsync(location, cancellation);
        var damages = await archive.CheckAsync(settings.Digests, progress, cancellation);
        var counts = await archive.CountsAsync(cancellation);
        progress.Dispose();
        if (request.Json)
            Console.WriteLine(Json(location, damages).ToJsonString(Output.Readable));
        else
            Print(location, damages, $"{counts.Entries} entries in {counts.Revisions} revisions, {counts.Weeks} weeks");
        return damages.Count == 0 ? Exit.Done : Exit.Failed;
    }

    private static void Print(string location, IReadOnlyList<Damage> damages, string read)
    {
        foreach (var damage in damages)
            Console.WriteLine($"{damage.Where}: {damage.What}");
        Console.WriteLine(damages.Count == 0
            ? $"{read} read: nothing wrong in {location}"
            : $"{read} read: {damages.Count} wrong in {location}. {ArchiveFault.Remedy}");
    }

    private static JsonObject Json(string location, IReadOnlyList<Damage> damages) => new()
    {
        ["archive"] = location,
        ["sound"] = damages.Count == 0,
        ["damages"] = Output.Array(damages, damage => new JsonObject { ["where"] = damage.Where, ["what"] = damage.What }),
    };
}
