using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Host.Storage;

/// <summary>How many rows the tables of an archive have, and a SHA-256 of all that stands in them: the same for SQLite and PostgreSQL.</summary>
internal sealed record ArchiveSummary(IReadOnlyDictionary<string, int> Rows, string Hash)
{
    public static async Task<ArchiveSummary> OfAsync(Session session)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in Schema.Tables)
        {
            rows[table] = 0;
            await foreach (var row in session.RowsAsync(table))
            {
                rows[table]++;
                foreach (var (_, value) in row)
                    Append(hash, value);
            }
        }

        return new ArchiveSummary(rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>With its length before it, so that no two rows read alike; a text as both databases can hold it.</summary>
    private static void Append(IncrementalHash hash, object? value)
    {
        var bytes = Encoding.UTF8.GetBytes(Dialect.Portable(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, value is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
