using System.Text.RegularExpressions;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>Whether a written sentence is one line of plain prose in the digest's language, before anybody asks whether it is true.</summary>
internal static partial class ClaimForm
{
    private const int Shortest = 4, Longest = 400, LongestHeadline = 120, MostEvidence = 6;

    public static IEnumerable<string> Faults(Claim claim, string language)
    {
        var text = claim.Text;
        if (claim.Evidence.Count == 0)
            yield return "it cites no passage that was shown";
        if (claim.Evidence.Count > MostEvidence)
            yield return $"it cites more than {MostEvidence} passages: a sentence that needs more says too much";
        if (text.Length < Shortest)
            yield return "it has no text";
        if (text.Length > (claim.Kind == ClaimKind.Headline ? LongestHeadline : Longest))
            yield return $"it is {text.Length} characters long";
        if (Markup().Match(text) is { Success: true } markup)
            yield return markup.Value.Any(char.IsAsciiLetter) ? "it has a link or an address in it" : $"it has '{Shown(markup.Value)}' in it, which is markup or no text";
        if (Script.LanguageOf(text) != language)
            yield return $"it is not written in {(language == "zh" ? "Chinese" : "English")}";
        if (Addressed.Speaks(text))
            yield return "it speaks to its reader or to a machine instead of reporting";
    }

    private static string Shown(string sign) => sign.Length == 1 && char.IsControl(sign[0]) ? "a control character" : sign;

    /// <summary>Addresses, markup of HTML, Markdown and template languages, invisible characters, emoji.</summary>
    [GeneratedRegex(
        @"[a-z]{2,12}:/{1,2}\S*|www\.\S*|(?:javascript|data|mailto|tel|file|vbscript)\s*:\S*|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\S*|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/\S*|&(?:[a-z]+|#[0-9a-fx]+);?(?<=;)|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>{}\[\]\\^`|~*#]|__",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
