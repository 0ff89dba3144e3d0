using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Linguistics;

/// <summary>The addresses a text names: two texts that point at one page speak of one thing, in whatever language.</summary>
public static partial class Links
{
    /// <summary>The text with a space for each address, and the addresses as terms.</summary>
    public static (string Text, IReadOnlyList<string> Terms) Take(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
            return (text, []);
        var terms = new List<string>();
        var rest = new StringBuilder();
        var end = 0;
        for (var match = Pattern().Match(text); match.Success; match = match.NextMatch())
        {
            rest.Append(text, end, match.Index - end).Append(' ');
            end = match.Index + match.Length;
            // The front page of a site is no evidence of an event.
            if (match.Groups["path"].Value.TrimEnd('/', '.') is { Length: > 1 } path)
                terms.Add("url:" + match.Groups["host"].Value.ToLowerInvariant() + path);
        }

        return (rest.Append(text, end, text.Length - end).ToString(), terms);
    }

    [GeneratedRegex(@"https?://(?:www\.)?(?<host>[A-Za-z0-9.-]{1,253})(?<path>/[A-Za-z0-9._~/%-]{0,500})?(?:[?#][A-Za-z0-9._~/%=&;+?#-]{0,1000})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
