using System.Buffers;
using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis;

/// <summary>Words and phrases of both languages that say one thing, and those that only look like them.</summary>
/// <remarks>
/// English is matched as whole words, a final <c>*</c> standing for any ending; Chinese is matched anywhere, so that what
/// holds a word by accident (不断 holds 不) has to stand among the exceptions.
/// </remarks>
internal sealed class Lexicon
{
    /// <summary>Made when it is first needed: a run needs some of the patterns, and making all takes longer than its texts do.</summary>
    private readonly Lazy<Regex> _pattern;

    /// <summary>The phrases up to where their ending is free: a text that holds none of them holds none of the words, which is told many times faster than by the pattern.</summary>
    private readonly SearchValues<string> _latin, _han;

    /// <param name="english">Phrases, divided by <c>|</c>; so the other two.</param>
    public Lexicon(string english, string chinese, string exceptions = "")
    {
        var words = $"(?<![A-Za-z]){Any(english)}(?![A-Za-z])|{Any(chinese)}";
        var pattern = exceptions.Length == 0 ? $"(?<hit>{words})" : $"{Any(exceptions)}|(?<hit>{words})";
        _pattern = new(() => new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase));
        _latin = SearchValues.Create([.. Phrases(english).Select(phrase => phrase.Split('*')[0])], StringComparison.OrdinalIgnoreCase);
        // Characters have no case, and to look for them without it is faster.
        _han = SearchValues.Create([.. Phrases(chinese)], chinese.Any(char.IsAsciiLetter) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    public bool Matches(string text)
    {
        if (!MayHold(text))
            return false;
        var match = _pattern.Value.Match(text);
        while (match.Success && !match.Groups["hit"].Success)
            match = match.NextMatch();
        return match.Success;
    }

    public int Count(string text) => In(text).Count();

    /// <summary>Where the words stand.</summary>
    public IEnumerable<TextSpan> In(string text)
    {
        if (!MayHold(text))
            yield break;
        for (var match = _pattern.Value.Match(text); match.Success; match = match.NextMatch())
            if (match.Groups["hit"].Success)
                yield return new TextSpan(match.Index, match.Length);
    }

    private bool MayHold(ReadOnlySpan<char> text) =>
        text.ContainsAny(_latin) || (text.ContainsAnyExceptInRange('\0', '\x7F') && text.ContainsAny(_han));

    /// <summary>The text with a space for each of the words.</summary>
    public string Without(string text)
    {
        foreach (var span in In(text).Reverse())
            text = string.Concat(text.AsSpan(0, span.Start), " ", text.AsSpan(span.End));
        return text;
    }

    private static string Any(string phrases)
    {
        var literals = Phrases(phrases).Select(phrase => Regex.Escape(phrase).Replace(@"\*", "[a-z]*", StringComparison.Ordinal));
        return $"(?:{string.Join('|', literals)})";
    }

    private static IEnumerable<string> Phrases(string phrases) => phrases.Split('|').Select(phrase => phrase.Trim());
}
