using Pipeline.Analysis.Grounding.Alignment;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding;

/// <summary>Whether a sentence says no more than the passages it cites.</summary>
internal static class PassageCheck
{
    /// <summary>In characters. Evidence is sentences; comparing grows with the square of their number.</summary>
    private const int Longest = 20_000;

    public static IEnumerable<string> Faults(string claim, IReadOnlyList<string> passages)
    {
        if (passages.Any(passage => Trim(passage) == Trim(claim) || Typography.IsSame(passage, claim)) || Typography.IsSame(string.Join(": ", passages), claim))
            return [];
        if (passages.Sum(passage => passage.Length) > Longest)
            return ["the cited passages are too long to be compared: a claim names the sentences that it rests on"];
        var text = Folding.Fold(claim);
        var cited = passages.Select(Folding.Fold).ToList();
        return [.. Numbers(text, cited), .. Named(text, cited), .. Quoted(text, cited), .. Meaning(text, cited), .. NumberSense.Faults(text, cited), .. Rates.Faults(text, cited), .. Mixture.Faults(text, cited), .. ChineseNames.Faults(text, cited), .. Roles.Faults(text, cited), .. AlignmentCheck.Faults(text, cited)];
    }

    /// <summary>The claim's numbers, names and quotations, each with the first passage that bears it alone; what only several bear together has none.</summary>
    public static IReadOnlyList<Comparison> Compared(string claim, IReadOnlyList<string> passages)
    {
        var text = Folding.Fold(claim);
        var cited = passages.Select(Folding.Fold).ToList();
        var vocabularies = cited.ConvertAll(passage => new Vocabulary([passage]));
        var quantities = cited.ConvertAll(Quantities.In);
        int? First(Func<int, bool> bears) => Enumerable.Range(0, cited.Count).Where(bears).Select(at => (int?)at + 1).FirstOrDefault();
        var names = Names.In(text).ToList();
        var versions = names.Where(name => vocabularies.Exists(vocabulary => vocabulary.HasNumbered(name))).Select(name => name.Number).ToHashSet(StringComparer.Ordinal);
        return [.. Quantities.In(text).Where(quantity => !versions.Contains(quantity.Written))
                .Select(quantity => new Comparison("number", quantity.Written, First(at => quantities[at].Any(other => other.Supports(quantity)))))
            .Concat(names.Select(name => new Comparison("name", name.Number.Length > 0 ? $"{name.Written} {name.Number}" : name.Written, First(at => vocabularies[at].Supports(name)))))
            .Concat(QuotedWords.In(text).Select(words => new Comparison("quotation", words, First(at => QuotedWords.StandIn(words, [cited[at]])))))
            .Distinct()];
    }

    private static string Trim(string text) => Folding.Fold(text).Trim(' ', '.', '。', '!', '！');

    private static IEnumerable<string> Numbers(string claim, IReadOnlyList<string> cited)
    {
        var known = new StatedNumbers(cited);
        var vocabulary = new Vocabulary(cited);
        var versions = Names.In(claim).Where(name => vocabulary.HasNumbered(name)).Select(name => name.Number).ToHashSet(StringComparer.Ordinal);
        var digits = Numerals.WithHalves(claim);
        return Quantities.Placed(digits)
            .Where(placed => !versions.Contains(placed.Quantity.Written) && !known.Support(placed.Quantity, IsRough(digits, placed)))
            .Select(placed => placed.Quantity.Written).Distinct(StringComparer.Ordinal)
            .Select(written => $"the number {written} is in no cited passage");
    }

    private static bool IsRough(string digits, (Quantity Quantity, int Start) placed)
    {
        var end = Math.Min(digits.Length, placed.Start + placed.Quantity.Written.Length + 3);
        return Roughly.Matches(digits[Math.Max(0, placed.Start - 16)..end]);
    }

    private static readonly Lexicon Roughly = new("about|around|some|roughly|nearly|almost|approximately|over|more than|under|close to|up to", "约|近|大约|左右|将近|超|逾|多|余|上下");

    private static IEnumerable<string> Named(string claim, IReadOnlyList<string> cited)
    {
        var known = new KnownNames(cited);
        return Names.In(claim).Where(name => !known.Support(name, claim) && !(KnownNames.IsWord(name) && (name.Opens || KnownNames.StandsAlone(name, claim)))).Select(name => name.Written).Distinct(StringComparer.Ordinal)
            .Select(name => $"the name {name} is in no cited passage");
    }

    private static IEnumerable<string> Quoted(string claim, IReadOnlyList<string> cited) =>
        QuotedWords.In(claim).Where(words => !QuotedWords.StandIn(words, cited)).Select(words => $"the quotation '{words}' is in no cited passage");

    private static IEnumerable<string> Meaning(string claim, IReadOnlyList<string> cited)
    {
        var passages = cited.SelectMany(Statement.In).ToList();
        var words = new Cited(passages);
        foreach (var sentence in Statement.In(claim))
        {
            foreach (var fault in Polarity.Faults(sentence, words).Concat(Direction.Faults(sentence, passages)).Concat(Certainty.Faults(sentence, words)))
                yield return fault;
        }
    }
}
