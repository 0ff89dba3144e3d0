using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding;

/// <summary>Finds what English tells as a plan by an infinitive alone: a headline's "Halden to buy Fern", and "wants Halden to buy Fern".</summary>
internal static partial class Intentions
{
    private static readonly FrozenSet<string> NoSubject = Split(
        "how what why when where who whom which whether if that this these those a an the inside from in on at by with without over under after before as into onto about than or but not for " +
        "has have had is are was were be been being can could may might will would shall should must do does did need needs want wants able unable likely unlikely set due ready time times way ways " +
        "guide path road route plan plans ability right rights race push bid move effort efforts reason reasons tip tips step steps tool tools decision attempt attempts threat threats key answer answers access alternative " +
        "alternatives approach introduction intro response reaction welcome back next close closer return switch shift free easy hard first last nothing something anything everything more less up down out willing " +
        "going failure chance deal permission pressure refusal licence license power freedom desire struggle fight call calls order orders law rule rules bill proposal offer option options need opportunity pledge promise " +
        "vow vows i you we they he she it thanks according compared contrary similar up-to-date door face end start end-to-end day link links exposure risk risks limit limits change changes update updates damage support letter note");

    /// <summary>Nouns in small letters that act in headlines; others before a "to" rather say what a thing is for.</summary>
    private static readonly FrozenSet<string> Agents = Split(
        "company companies firm firms startup startups maker makers group giant unit arm bank banks government ministry minister regulator regulators watchdog court courts judge parliament lawmakers senate council union unions workers staff " +
        "investors shareholders operator operators developer developers carrier carriers airline airlines university city state states country countries agency agencies commission founder founders chief boss plant factory port " +
        "shares prices users customers students schools teams rivals rival partners supplier suppliers hospital hospitals publisher publishers lab labs");

    /// <summary>After "to" they begin no infinitive.</summary>
    private static readonly FrozenSet<string> NoVerb = Split("the its their his her this that these those all some any more most other our your my one two three four five six seven eight nine ten date and or which whom what both no every each another");

    /// <summary>With "will" for such a "to", by which the gate knows a plan.</summary>
    /// <param name="folded">See <see cref="Folding"/>.</param>
    public static string InFuture(string folded) =>
        folded.Contains(" to ", StringComparison.Ordinal) ? Wish().Replace(Headline().Replace(folded, match => IsPlan(match) ? Will(match) : match.Value), Will) : folded;

    private static string Will(Match match) => match.Value[..^4] + " will ";

    private static bool IsPlan(Match headline) => headline.Groups["verb"].Value is var verb && MayBeVerb(verb) && IsSubject(headline.Groups["who"].Value.Split(' '), char.IsAsciiLetterUpper(verb[0]));

    /// <summary>Whether the words are whom a headline speaks of, without article and verb.</summary>
    private static bool IsSubject(string[] words, bool hasCapitals) =>
        !words.Any(NoSubject.Contains) && words.All(word => char.IsAsciiLetterLower(word[0]) ? Agents.Contains(word) || word is "of" or "and" : !hasCapitals || Agents.Contains(word) || !(Inflected().IsMatch(word) && IsKnown(word)));

    /// <summary>In a headline all of whose words have capitals, a verb has one too, and may not be told from a name but by the thesaurus.</summary>
    private static bool MayBeVerb(string word) =>
        !NoVerb.Contains(word) && !Plural().IsMatch(word) && (char.IsAsciiLetterLower(word[0]) || IsKnown(word));

    private static bool IsKnown(string word) => Thesaurus.Standard.Find(new Stemmer().Stem(word.ToLowerInvariant())) is not null;

    private static FrozenSet<string> Split(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?:(?<=^|[.!?:;|–—]['""”]? |[""“])|(?<=^['""“]))(?<who>[A-Z][\w'&-]*(?:\.\w+)*\.?(?: (?:(?:[A-Z]\.){2,}|[\w'&-]+(?:\.\w+)*)){0,6}?) to (?=(?<verb>[A-Za-z]{2,})\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Headline();

    [GeneratedRegex(@"(?i)\b(?:wants?|wanted|asks?|asked|asking|urg(?:es?|ed|ing)|begs?|begged|lobb(?:y|ies|ied)|pleads? with|calls? (?:on|for)|called (?:on|for)|calling (?:on|for)|would like)(?: (?!to\b)[\w'&-]+){1,7} to (?=[a-z]{2,}\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Wish();

    [GeneratedRegex("(?:[^s]s|ed|ing)$", RegexOptions.CultureInvariant)]
    private static partial Regex Inflected();

    [GeneratedRegex("(?:[^su]s|ing)$", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();
}
