using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Prompting;

/// <summary>Which text from outside may be shown to a language model, and how it is set apart.</summary>
internal static partial class Neutral
{
    /// <summary>Whether a sentence can be shown as it stands: one line of prose, that speaks to no machine.</summary>
    public static bool IsShowable(string sentence) => !Unfit().IsMatch(sentence) && !Addressed.Speaks(sentence);

    /// <summary>A name in one line, without what could pass for markup or a fence; empty where it speaks to a machine.</summary>
    public static string Name(string name) => Addressed.Matches(name) ? "" : Unfit().Replace(name, " ").Trim();

    /// <summary>
    /// Between two lines that no text inside can hold: their number is made of the text itself, so that whoever wrote a part of it
    /// can't know it.
    /// </summary>
    public static string Fence(string what, string text)
    {
        var number = Model.StableId.Of(text);
        return $"-----BEGIN {what} {number}-----\n{text}\n-----END {what} {number}-----";
    }

    /// <summary>Controls, invisible and private characters, surrogates (emoji), angle brackets, braces, bars, backticks, runs of dashes.</summary>
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>{}\\^`|~]|-{3,}|={3,}|#{2,}|https?:|www\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Unfit();
}
