using System.Globalization;
using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>What models replied, by the hash of what they were asked: texts of language models, vectors of embedding models.</summary>
internal static class ReplyTable
{
    private const int Batch = 32;

    private static readonly string[] Names = [.. Enumerable.Range(0, Batch).Select(at => string.Create(CultureInfo.InvariantCulture, $"@request{at}"))];

    private static readonly string FindSql = $"SELECT document FROM reply WHERE request IN ({string.Join(", ", Names)})";

    /// <remarks>Many at a time, for a server's sake, that may be far away; always as many, so that the statement stays the same.</remarks>
    public static async Task<IReadOnlyList<ModelReply>> FindAsync(Session session, IReadOnlyCollection<string> requests)
    {
        var found = new List<ModelReply>();
        foreach (var some in requests.Chunk(Batch))
        {
            found.AddRange(await session.QueryPreparedAsync(
                FindSql, reader => Document.Read<ModelReply>(reader.GetString(0)), [.. Names.Select((name, at) => (name, (object?)some.ElementAtOrDefault(at)))]));
        }

        return found;
    }

    public static async Task KeepAsync(Session session, IReadOnlyCollection<ModelReply> replies)
    {
        foreach (var reply in replies)
        {
            await session.ExecutePreparedAsync(
                "INSERT INTO reply (request, document) VALUES (@request, @document) ON CONFLICT (request) DO UPDATE SET document = excluded.document",
                ("@request", reply.Request),
                ("@document", Document.Of(reply)));
        }
    }
}
