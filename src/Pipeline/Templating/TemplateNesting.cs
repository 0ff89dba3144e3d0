using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Templating;

/// <summary>Says where a template nests deeper, or a tag of it is longer, than the parser, which calls itself, can bear.</summary>
internal static partial class TemplateNesting
{
    public const int LargestFile = 1024 * 1024;
    private const int Deepest = 50;
    private const int LongestTag = 2000;

    /// <returns>The index of the tag, and what is wrong with it; null where nothing is.</returns>
    public static (int Index, string Mistake)? Find(string source)
    {
        var depth = 0;
        foreach (Match tag in Tags().Matches(source))
        {
            if (tag.Length > LongestTag)
                return (tag.Index, string.Create(CultureInfo.InvariantCulture, $"this tag is longer than {LongestTag} characters"));
            depth += tag.Groups["end"].Success ? -1 : tag.Groups["begin"].Success ? 1 : 0;
            if (depth > Deepest)
                return (tag.Index, string.Create(CultureInfo.InvariantCulture, $"tags are nested more than {Deepest} deep here"));
        }

        return null;
    }

    [GeneratedRegex(@"\{%-?\s*(?:(?<end>end[a-z]+)|(?<begin>(?:if|unless|case|for|tablerow|capture|comment|raw)\b)|).*?%\}|\{\{.*?\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();
}
