using System.Text.RegularExpressions;
using Pipeline.Digests.Checking;

namespace Pipeline.Digests.Adopting;

/// <summary>What a stretch of the digest page is about.</summary>
/// <param name="Name"><c>introduction</c>, <c>theme</c>, <c>advice</c>, <c>outlook</c>, <c>closing</c>, <c>references</c>; <c>other</c> under a heading of somebody's own.</param>
/// <param name="Theme">The theme's id.</param>
internal sealed record PagePart(string Name, string? Theme = null)
{
    public static PagePart Introduction { get; } = new("introduction");
}

/// <summary>A block with the part that it stands in.</summary>
internal sealed record PlacedBlock(PageBlock Block, PagePart Part);

/// <summary>Tells the parts of a digest page apart: themes by their anchors, the rest by the claims that stand there or by a heading's words.</summary>
internal sealed partial class PageParts
{
    private readonly List<PlacedBlock> blocks = [];

    /// <param name="headings">The parts by their headings' words, as another page of the same templates has them.</param>
    public PageParts(Page page, DigestData data, IReadOnlyDictionary<string, PagePart>? headings = null)
    {
        var claims = ClaimParts(data);
        var places = ClaimPlaces.Find(page, data).ToLookup(pair => pair.Value.Block, pair => claims[pair.Key]);
        var part = PagePart.Introduction;
        for (var at = 0; at < page.Blocks.Count; at++)
        {
            var block = page.Blocks[at];
            if (block.Level > 1)
            {
                part = Part(page.Blocks, at, places, headings);
                Headings.TryAdd(block.Text, part);
            }

            blocks.Add(new PlacedBlock(block, part));
        }
    }

    public IReadOnlyList<PlacedBlock> Blocks => blocks;

    public Dictionary<string, PagePart> Headings { get; } = new(StringComparer.Ordinal);

    /// <summary>The themes' ids in the order in which they stand.</summary>
    public IReadOnlyList<string> Themes => [.. blocks.Select(placed => placed.Part.Theme).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The part of each claim but the headline.</summary>
    public static Dictionary<string, PagePart> ClaimParts(DigestData data)
    {
        var parts = data.Claims.ToDictionary(claim => claim.Id, _ => PagePart.Introduction, StringComparer.Ordinal);
        foreach (var theme in data.Themes)
            foreach (var id in theme.Claims)
                parts[id] = new PagePart("theme", theme.Id);
        foreach (var id in data.Advice.SelectMany(advice => advice.Claims))
            parts[id] = new PagePart("advice");
        foreach (var id in data.Outlook.SelectMany(outlook => new[] { outlook.Trend, outlook.Signal }).OfType<string>())
            parts[id] = new PagePart("outlook");
        foreach (var id in data.Closing)
            parts[id] = new PagePart("closing");
        return parts;
    }

    private static PagePart Part(IReadOnlyList<PageBlock> all, int at, ILookup<PageBlock, PagePart> places, IReadOnlyDictionary<string, PagePart>? headings)
    {
        PageBlock[] own = [.. all.Skip(at + 1).TakeWhile(block => block.Level == 0)];
        var anchors = own.Take(1).SelectMany(block => block.Anchors).Select(anchor => anchor.Id).Append(all[at].Id ?? "");
        if (anchors.FirstOrDefault(id => ThemeId().IsMatch(id)) is { } theme)
            return new PagePart("theme", theme);
        return headings?.GetValueOrDefault(all[at].Text) ?? own.SelectMany(block => places[block]).FirstOrDefault(part => part.Name is not ("theme" or "introduction"))
            ?? new PagePart(headings is null ? "references" : "other");
    }

    [GeneratedRegex(@"\At[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ThemeId();
}
