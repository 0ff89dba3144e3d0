using AngleSharp.Dom;

namespace Pipeline.Clipping;

/// <summary>The article's lead picture: as declared, else the first one in its body that is no ornament.</summary>
internal static class ImageFinder
{
    private static readonly string[] MetaNames = ["og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"];

    private static readonly string[] Sources = ["data-src", "data-original", "src"];

    private static readonly string[] Ornaments = ["logo", "avatar", "icon", "sprite", "pixel", "spacer", "placeholder", "blank.", "qrcode", "qr.", "badge"];

    /// <summary>In CSS pixels: smaller ones are buttons.</summary>
    private const int LeastSide = 120;

    /// <returns>Absolute, http or https.</returns>
    public static string? Find(Page page, Body body)
    {
        var inBody = body.Evidence?.Rules.Body.Element.QuerySelectorAll("img").Take(20).Where(IsPicture).Select(Source) ?? [];
        foreach (var address in new[] { page.Meta.Get(MetaNames), page.Data.Image }.Concat(inBody))
            if (Links.Resolve(page.Url, address?.Trim()) is { } url)
                return url.AbsoluteUri;
        return null;
    }

    private static string? Source(IElement image) =>
        Sources.Select(image.GetAttribute).FirstOrDefault(source => !string.IsNullOrEmpty(source) && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase));

    private static bool IsPicture(IElement image) =>
        Source(image) is { } source && !IsSmall(image.GetAttribute("width")) && !IsSmall(image.GetAttribute("height"))
        && !Array.Exists(Ornaments, name => source.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsSmall(string? side) => int.TryParse(side, out var pixels) && pixels < LeastSide;
}
