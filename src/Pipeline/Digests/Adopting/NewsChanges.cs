using System.Globalization;
using Pipeline.Digests.Checking;

namespace Pipeline.Digests.Adopting;

/// <summary>Reads from the raw-news page which items its editor does not want; what an item says is its publisher's, and no edit changes it.</summary>
internal static class NewsChanges
{
    public static Adoption Read(DigestData published, Page page)
    {
        var there = page.Anchors.Select(anchor => anchor.Id).ToHashSet(StringComparer.Ordinal);
        var gone = published.Items.Where(item => !there.Contains(item.Id)).Select(item => EditYaml.Write(new Model.DropItem(0, item.Id)));
        return new Adoption([.. gone], [.. published.Items.Where(item => there.Contains(item.Id)).SelectMany(item => Changed(item, page)), .. page.Strays.Select(stray => stray.ToString())]);
    }

    private static IEnumerable<string> Changed(DataItem item, Page page)
    {
        var own = page.Blocks.First(block => block.Anchors.Any(anchor => anchor.Id == item.Id));
        if (!own.Text.Contains(item.Label, StringComparison.Ordinal))
            yield return Said(own, $"the title of {item.Id}");
        if (item.Excerpt is { } excerpt && !page.Blocks.Any(block => block.Entry == own.Entry && block.Text.Contains(PlainText.Fold(excerpt), StringComparison.Ordinal)))
            yield return Said(own, $"the excerpt of {item.Id}");

        string Said(PageBlock block, string what) => string.Create(CultureInfo.InvariantCulture, $"{page.Path}:{block.Line}: {what}: it is the publisher's, and no edit changes it");
    }
}
