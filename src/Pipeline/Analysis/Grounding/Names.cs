using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>The Latin names, products and versions of a text: words with a capital, or with letters and digits together.</summary>
internal static partial class Names
{
    /// <summary>The names a claim states.</summary>
    /// <param name="folded">See <see cref="Folding"/>.</param>
    public static IEnumerable<Name> In(string folded)
    {
        foreach (var match in Tokens().Matches(folded).Where(match => IsName(match.Value)))
        {
            var written = Bare(match.Value);
            yield return new Name(written, Opens(folded, match.Index) && IsPlainWord(written), FollowingNumber(folded, match.Index + match.Length));
        }
    }

    /// <summary>The same without "AI", which in these news is a word like any other.</summary>
    public static IEnumerable<Name> Proper(string folded) => In(folded).Where(name => name.Written is not "AI");

    /// <summary>Every Latin word of a text, as it stands.</summary>
    public static IEnumerable<string> Words(string folded) => Tokens().Matches(folded).Select(match => Bare(match.Value));

    private static bool IsName(string token)
    {
        var bare = Bare(token);
        if (bare is "I" or "A" or "No" || (bare.Length == 5 && bare.EndsWith("0s", StringComparison.Ordinal)) || Calendar().IsMatch(bare) || (bare.Any(char.IsAsciiDigit) && Quantities.In(bare).Count > 0))
            return false;
        return bare.Any(char.IsUpper) || bare.Any(char.IsAsciiDigit);
    }

    private static bool IsPlainWord(string word) => word.Length > 1 && word.Skip(1).All(character => char.IsLower(character) || character is '-' or '\'');

    private static string Bare(string token) => token.EndsWith("'s", StringComparison.Ordinal) ? token[..^2] : token;

    /// <summary>Whether a sentence or a quotation begins at this place, so that the capital says nothing.</summary>
    public static bool Opens(string text, int place)
    {
        var before = text.AsSpan(0, place).TrimEnd(" \"“”'(（「[");
        return before.Length == 0 || ".!?:;。！？：；…".Contains(before[^1], StringComparison.Ordinal);
    }

    /// <summary>The 3 of "Sable 3" belongs to the name.</summary>
    public static bool IsVersion(string text, int start) => start > 1 && NameBefore().IsMatch(text[..start]);

    private static string FollowingNumber(string text, int place)
    {
        var match = Number().Match(text, place);
        return match.Success ? match.Groups[1].Value : "";
    }

    [GeneratedRegex(@"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]*(?:[-.+&/'_][A-Za-zÀ-ɏ0-9]+)*|(?<![0-9.])(?>[0-9]+(?:\.[0-9]+)*)-?[A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*|(?<![0-9.])[0-9]+(?>(?:\.[0-9]+){2,})", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"[A-Z][a-z]\w*[ -]$", RegexOptions.CultureInvariant)]
    private static partial Regex NameBefore();

    [GeneratedRegex(@"\G ([0-9]+(?:\.[0-9]+)*)(?![0-9,%A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:Q[1-4]|H[12]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|USD|EUR|GBP|RMB|CNY|HKD|[kKMGT]Wh?|[KMGTP]B|[kMG]Hz)$", RegexOptions.CultureInvariant)]
    private static partial Regex Calendar();
}

/// <param name="Opens">It begins a sentence and is a plain word: the capital may be the sentence's.</param>
/// <param name="Number">The number that follows it at once ("Windows 11"), else empty.</param>
internal sealed record Name(string Written, bool Opens, string Number);
