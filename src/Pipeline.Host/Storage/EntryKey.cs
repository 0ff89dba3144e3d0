using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Host.Storage;

/// <summary>An entry's keys: SHA-256 of feed and id or link, for these come from strangers, and two must never be forged into one.</summary>
internal static class EntryKey
{
    /// <remarks>A URL has no line break in it, so that no other pair makes the same text.</remarks>
    public static string Of(string feed, string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{feed}\n{id}")));

    public static string? OfLink(string feed, string? link) => link is null ? null : Of(feed, link);
}
