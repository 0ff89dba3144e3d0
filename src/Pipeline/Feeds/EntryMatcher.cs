using System.Text.RegularExpressions;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>Holds entries against one rule of one source.</summary>
internal sealed class EntryMatcher(EntryRule rule, string? language)
{
    /// <summary>Ample for a long article; a pattern that takes longer goes back and forth without end.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    /// <summary>After so many entries a pattern is given up for this feed: a long feed must not cost minutes.</summary>
    private const int MostTimeouts = 3;

    private readonly List<string> _words = [.. rule.Words.Select(EntryText.Folded).Where(word => word.Length > 0)];
    private readonly HashSet<string> _categories = [.. rule.Categories.Select(EntryText.Folded)];
    private readonly Regex? _pattern = rule.Pattern is null ? null : new Regex(rule.Pattern, RegexOptions.CultureInvariant, Longest);
    private int _timeouts;

    /// <summary>Whether any entry was left undecided.</summary>
    public bool GaveUp => _timeouts > 0;

    /// <summary>Null where that can't be said: only the pattern could tell, and it took too long.</summary>
    public bool? Matches(Entry entry, EntryText text) =>
        entry.Categories.Any(category => _categories.Contains(EntryText.Folded(category)))
        || _words.Any(text.Has)
        || (rule.Languages.Count > 0 && rule.Languages.Contains(Language(text), StringComparer.OrdinalIgnoreCase))
            ? true
            : MatchesPattern(text);

    private bool? MatchesPattern(EntryText text)
    {
        if (_pattern is null)
            return false;
        if (_timeouts >= MostTimeouts)
            return null;
        try
        {
            return text.Parts.Any(_pattern.IsMatch);
        }
        catch (RegexMatchTimeoutException)
        {
            _timeouts++;
            return null;
        }
    }

    private string Language(EntryText text) => Script.LanguageOf(string.Join('\n', text.Parts), language).Split('-')[0];
}
