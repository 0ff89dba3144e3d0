using System.Globalization;
using System.Text.Json;
using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>How much a week's digest holds.</summary>
public sealed record ManifestCounts(int Items, int Publishers, int Stories, int Themes, int Claims);

/// <summary>A published week: where its files stand, and the SHA-256 (lower-case hex) of each by its path.</summary>
/// <param name="Start">The window's start, RFC 3339 in UTC; <paramref name="End"/> is outside it.</param>
public sealed record ManifestWeek(
    string Week, string Title, string Date, string Start, string End, string Digest, string News, string Data,
    ManifestCounts Counts, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>The site generator that the pages were written for; Eleventy before there were others.</summary>
    public string Generator { get; init; } = "eleventy";

    /// <summary>The version of the writer: it grows when the same digest gives other bytes.</summary>
    public int Writer { get; init; } = 1;
}

/// <summary>All published weeks, the newest first.</summary>
public sealed record Manifest(int Version, IReadOnlyList<ManifestWeek> Weeks)
{
    public const int CurrentVersion = 1;

    public static Manifest Empty { get; } = new(CurrentVersion, []);

    /// <summary>Reads <c>manifest.json</c>; members it does not know are left aside.</summary>
    /// <exception cref="FormatException">It is no manifest: the message names line and member.</exception>
    public static Manifest Parse(string json)
    {
        try
        {
            var manifest = DigestJson.Read<Manifest>(json);
            return manifest.Version == CurrentVersion
                ? manifest
                : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"manifest.json: version is {manifest.Version}; this command reads version {CurrentVersion}"));
        }
        catch (JsonException failure)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"manifest.json, line {failure.LineNumber + 1 ?? 1}: {failure.Message}"), failure);
        }
    }

    public ManifestWeek? Find(WeekLabel week) => Weeks.FirstOrDefault(entry => entry.Week == week.ToString());

    internal Manifest With(ManifestWeek week) =>
        this with { Weeks = [.. Weeks.Where(other => other.Week != week.Week).Append(week).OrderByDescending(entry => entry.Week, StringComparer.Ordinal)] };
}
