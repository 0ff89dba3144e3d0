using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding;

/// <summary>Whether passages bear a claim's Latin name: as it stands, as an alias or an abbreviation, or in Chinese characters by their sound.</summary>
internal sealed partial class KnownNames
{
    private readonly Vocabulary _vocabulary;
    private readonly IReadOnlyList<string> _folded;
    private readonly List<List<string>> _runs;
    private readonly List<string> _words;
    private readonly Stemmer _stemmer = new();

    /// <param name="folded">See <see cref="Folding"/>.</param>
    public KnownNames(IReadOnlyList<string> folded)
    {
        _folded = folded;
        _vocabulary = new Vocabulary(folded);
        _runs = [.. folded.Select(passage => Latin().Matches(passage).Select(match => match.Value).ToList())];
        _words = [.. _runs.SelectMany(run => run).Distinct(StringComparer.Ordinal)];
        IsHan = !_words.Exists(word => char.IsUpper(word[0])) && folded.All(passage => Script.LanguageOf(passage) == "zh");
    }

    /// <summary>Whether all passages are in Chinese and write no name in Latin letters.</summary>
    public bool IsHan { get; }

    // Most names stand in the passages as they are: what follows is made for the others.
    private HashSet<string> Meanings => field ??= [.. _folded.SelectMany(passage => new Words().In(passage)).Where(word => word.Kind is WordKind.Alias or WordKind.Meaning).Select(word => word.Term)];

    private HashSet<string> KnownInitials => field ??= [.. _runs.SelectMany(Initials)];

    private HashSet<string> Glosses => field ??= [.. HanRuns().SelectMany(run => ChineseWords.Cut(run).Select(span => ChineseWords.Find(span.Of(run)))).OfType<ChineseWord>().SelectMany(word => word.Glosses.Concat(word.Loose))];

    private List<string[][]> Sounds => field ??= [.. HanRuns().Select(run => run.Select(SoundsOf).ToArray())];

    private IEnumerable<string> HanRuns() => _folded.SelectMany(passage => Han().Matches(passage)).Select(run => run.Value);

    public bool Support(Name name, string claim) =>
        _vocabulary.Supports(name) || IsUnit(name.Written, claim) || KnownInitials.Contains(name.Written) || IsDerived(name.Written) || IsSounded(name) || IsMeant(name.Written) || IsTranslated(name.Written);

    /// <summary>A word that the language has without a capital and that stands alone, with no other name or number beside it.</summary>
    public static bool StandsAlone(Name name, string claim)
    {
        var at = claim.IndexOf(name.Written, StringComparison.Ordinal);
        return at >= 0 && !Beside().IsMatch(claim[..at] + "\n" + claim[(at + name.Written.Length)..]);
    }

    /// <summary>A word that the language has without a capital, and no name for sure: whether it is borne is a matter of the words' meaning.</summary>
    public static bool IsWord(Name name) =>
        name.Written.Skip(1).All(character => char.IsLower(character) || character is '-') && name.Written.Split('-')[0].ToLowerInvariant() is var word && Thesaurus.Standard.Find(new Stemmer().Stem(word)) is not null;

    /// <summary>300 MW, SEK 2bn: the number is compared with its unit.</summary>
    private static bool IsUnit(string name, string claim)
    {
        var at = claim.IndexOf(name, StringComparison.Ordinal);
        return name.Length <= 3 && char.IsUpper(name[^1]) && at >= 0 && ((at > 1 && claim[at - 1] is ' ' && char.IsAsciiDigit(claim[at - 2])) || (at + name.Length + 1 < claim.Length && char.IsUpper(name[0]) && name.Length == 3 && char.IsAsciiDigit(claim[at + name.Length + 1])));
    }

    /// <summary>Norvanian of Norvania, Mirabeau's of Mirabeau.</summary>
    private bool IsDerived(string name) => name.Length > 4 && _words.Exists(word =>
    {
        var common = word.AsSpan().CommonPrefixLength(name);
        return common >= 4 && common >= word.Length - 2 && Ending().IsMatch(name[common..]);
    });

    private bool IsMeant(string name) => new Words().In(name).Any(word => word.Kind is WordKind.Alias or WordKind.Meaning && Meanings.Contains(word.Term));

    /// <summary>Technology of 科技, Auto of 汽车.</summary>
    private bool IsTranslated(string name)
    {
        if (Glosses.Count == 0)
            return false;
        var stem = _stemmer.Stem(name.ToLowerInvariant());
        return Glosses.Contains(stem) || (stem.Length > 3 && Glosses.Any(gloss => gloss.StartsWith(stem, StringComparison.Ordinal)));
    }

    /// <summary>Zhi'an, and Zhulang-2 where the number is stated too.</summary>
    private bool IsSounded(Name name)
    {
        var sounded = Sounded().Match(name.Written.ToLowerInvariant()).Value;
        var lower = sounded.Replace("'", "", StringComparison.Ordinal);
        return lower.Length > 1 && IsStated(name.Written[sounded.Length..].Trim('-', ' ')) && Sounds.Exists(run => Enumerable.Range(0, run.Length).Any(at => IsSounded(lower, run, at)));
    }

    /// <summary>Whether what a name has behind its sounds is nothing, or a number of the passages.</summary>
    private bool IsStated(string rest) =>
        rest.Length == 0 || (rest.All(char.IsAsciiDigit) && _folded.Any(passage => Number().Matches(Numerals.InDigits(passage)).Any(number => number.Value == rest)));

    private static bool IsSounded(string rest, string[][] run, int at)
    {
        if (rest.Length == 0)
            return true;
        return at < run.Length && run[at].Any(sound => rest.StartsWith(sound, StringComparison.Ordinal) && IsSounded(rest[sound.Length..], run, at + 1));
    }

    private static string[] SoundsOf(char han) => ChineseWords.Find(han.ToString())?.Sounds ?? [];

    private static IEnumerable<string> Initials(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var letters = "";
            for (var j = i; j < Math.Min(words.Count, i + 5); j++)
            {
                letters += char.ToUpperInvariant(words[j][0]);
                if (letters.Length > 1)
                    yield return letters;
            }
        }
    }

    [GeneratedRegex("^[a-z']+", RegexOptions.CultureInvariant)]
    private static partial Regex Sounded();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("[A-Za-zÀ-ɏ]+", RegexOptions.CultureInvariant)]
    private static partial Regex Latin();

    [GeneratedRegex("[一-鿿]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Han();

    [GeneratedRegex(@"[A-Z][\w'-]* \n|\n [A-Z0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex("^(?:s|n|an|ian|ean|ese|ish|i)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
