using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Clipping;

/// <summary>What language the page is in.</summary>
internal static partial class Languages
{
    /// <summary>As declared, unless the text's own script says that this can't be: templates say <c>en</c> of Chinese pages.</summary>
    public static string? Of(Page page, string text)
    {
        var declared = Declared(page);
        if (text.Length == 0)
            return declared;
        var primary = declared?.Split('-')[0].ToLowerInvariant();
        var seen = Script.LanguageOf(text.Length > 4000 ? text[..4000] : text, primary);
        return seen == primary ? declared : seen;
    }

    private static string? Declared(Page page)
    {
        foreach (var said in new[] { page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("xml:lang"), page.Meta.Get("content-language", "og:locale", "language") })
            if (Tag().Match(said?.Trim().Replace('_', '-') ?? "") is { Success: true } tag)
                return tag.Value;
        return null;
    }

    /// <summary>BCP 47: language, script, region.</summary>
    [GeneratedRegex(@"\A[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Za-z]{2}|-[0-9]{3})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
