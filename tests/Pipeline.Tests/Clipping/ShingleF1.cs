using System.Text.RegularExpressions;

namespace Pipeline.Tests.Clipping;

/// <summary>How alike two texts are: F1 over the multisets of their four-token shingles; a Han character, kana or Hangul syllable is a token.</summary>
internal static partial class ShingleF1
{
    public static double Of(string wanted, string got)
    {
        var (one, other) = (Shingles(wanted), Shingles(got));
        var shared = one.Sum(shingle => Math.Min(shingle.Value, other.GetValueOrDefault(shingle.Key)));
        return 2.0 * shared / Math.Max(1, one.Values.Sum() + other.Values.Sum());
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var tokens = Token().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        return Enumerable.Range(0, Math.Max(1, tokens.Count - 3)).CountBy(at => string.Join(' ', tokens.Skip(at).Take(4)), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
