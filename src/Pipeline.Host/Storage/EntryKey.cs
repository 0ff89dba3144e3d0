using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Host.Storage;

/// <summary>
/// The keys of entries, by id or by link: 16 hex digits of the feed's SHA-256, so that a feed's entries lie side by side in an
/// index, then 48 of feed and id, for ids come from strangers, and two must never be forged into one.
/// </summary>
internal static class EntryKey
{
    private const int FeedDigits = 16, OwnDigits = 48;

    /// <remarks>A URL has no line break in it, so that no other pair makes the same text.</remarks>
    public static string Of(string feed, string id) => Hash(feed)[..FeedDigits] + Hash(Dialect.Portable($"{feed}\n{id}"))[..OwnDigits];

    public static string? OfLink(string feed, string? link) => link is null ? null : Of(feed, link);

    /// <summary>All of a feed's keys lie between these two.</summary>
    public static (string First, string Last) Range(string feed) => (Hash(feed)[..FeedDigits], Hash(feed)[..FeedDigits] + 'g');

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
