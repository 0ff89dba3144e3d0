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
        if (IsQuoted(claim, passages))
            return [];
        if (passages.Sum(passage => passage.Length) > Longest)
            return ["the cited passages are too long to be compared: a claim names the sentences that it rests on"];
        var text = Plain(claim);
        var cited = passages.Select(passage => Intentions.InFuture(Plain(passage))).ToList();
        var across = passages.Any(passage => Script.LanguageOf(passage) != Script.LanguageOf(claim));
        var (contrary, unsure) = NumberSense.Faults(text, cited);
        return new Signs().Strong(Numbers(text, cited)).Strong(Named(text, cited)).Strong(Quoted(text, cited)).Strong(Rates.Faults(text, cited)).Strong(ChineseNames.Faults(text, cited)).Strong(Roles.Faults(text, cited))
            .Strong(contrary).Strong(Mixture.Faults(text, cited))
            .Where(across || Script.LanguageOf(claim) == "zh", unsure).Where(across, Mixture.Owners(text, cited)).With(Meaning(text, cited, across)).With(AlignmentCheck.Of(text, cited)).Reasons;
    }

    /// <summary>The claim's numbers, names and quotations, each with the first passage that bears it alone; what only several bear together has none.</summary>
    public static IReadOnlyList<Comparison> Compared(string claim, IReadOnlyList<string> passages)
    {
        var text = Plain(claim);
        var cited = passages.Select(Plain).ToList();
        var numbers = cited.ConvertAll(passage => new StatedNumbers([passage]));
        var names = cited.ConvertAll(passage => new KnownNames([passage]));
        int? First(Func<int, bool> bears) => Enumerable.Range(0, cited.Count).Where(bears).Select(at => (int?)at + 1).FirstOrDefault();
        return [.. Stated(text, cited).Select(placed => new Comparison("number", placed.Quantity.Written, First(at => numbers[at].Support(placed.Quantity, placed.Rough))))
            .Concat(Names.Proper(text).Where(name => !MayBeWord(name, text, names.TrueForAll(known => known.IsHan))).Select(name => new Comparison("name", name.Number.Length > 0 ? $"{name.Written} {name.Number}" : name.Written, First(at => names[at].Support(name, text)))))
            .Concat(QuotedWords.In(text).Select(words => new Comparison("quotation", words, First(at => QuotedWords.StandIn(words, [cited[at]])))))
            .Distinct()];
    }

    /// <summary>A passage as it stands, or one after another that says what it speaks of, with the colon of either language between them.</summary>
    private static bool IsQuoted(string claim, IReadOnlyList<string> passages) =>
        passages.Any(passage => Trim(passage) == Trim(claim) || Typography.IsSame(passage, claim))
        || (passages is [var title, var sentence] && !Typography.IsSame(title, sentence)
            && (Typography.IsSame($"{title}: {sentence}", claim) || Typography.IsSame($"{title}：{sentence}", claim)));

    /// <summary>Folded, and Traditional as Simplified: an article in the one may be told in the other.</summary>
    private static string Plain(string text) => Simplification.Simplify(Folding.Fold(text));

    private static string Trim(string text) => Folding.Fold(text).Trim(' ', '.', '。', '!', '！');

    private static IEnumerable<string> Numbers(string claim, IReadOnlyList<string> cited)
    {
        var known = new StatedNumbers(cited);
        return Stated(claim, cited).Where(stated => !known.Support(stated.Quantity, stated.Rough))
            .Select(stated => stated.Quantity.Written).Distinct(StringComparer.Ordinal)
            .Concat(Ordinals.In(claim).Where(ordinal => !known.Bear(ordinal.Value)).Select(ordinal => ordinal.Written))
            .Select(written => $"the number {written} is in no cited passage");
    }

    /// <summary>The claim's numbers without those that belong to a name, and what it says of them.</summary>
    private static IEnumerable<(Quantity Quantity, Roughness Rough)> Stated(string claim, IReadOnlyList<string> cited)
    {
        var vocabulary = new Vocabulary(cited);
        var versions = Names.In(claim).Where(vocabulary.HasNumbered).Select(name => name.Number).ToHashSet(StringComparer.Ordinal);
        var digits = Numerals.WithHalves(claim);
        return Quantities.Placed(digits).Where(placed => !versions.Contains(placed.Quantity.Written) && !digits.AsSpan(0, placed.Start).EndsWith("No. ")).Select(placed => (placed.Quantity, RoughnessOf(digits, placed)));
    }

    private static Roughness RoughnessOf(string digits, (Quantity Quantity, int Start) placed)
    {
        var end = Math.Min(digits.Length, placed.Start + placed.Quantity.Written.Length + 3);
        var around = digits[Math.Max(0, placed.Start - 16)..end];
        return More.Matches(around) ? Roughness.Over : Nearly.Matches(around) ? Roughness.Under : Roughly.Matches(around) ? Roughness.About : Roughness.None;
    }

    private static readonly Lexicon Roughly = new("about|around|some|roughly|approximately|close to", "约|大约|左右|上下");

    private static readonly Lexicon More = new("over|more than|above|at least|upwards of", "超|逾|多|余");

    private static readonly Lexicon Nearly = new("nearly|almost|under|close to|up to|just short of", "近|将近|接近");

    private static IEnumerable<string> Named(string claim, IReadOnlyList<string> cited)
    {
        var known = new KnownNames(cited);
        return Names.Proper(claim).Where(name => !known.Support(name, claim) && !MayBeWord(name, claim, known.IsHan)).Select(name => name.Written).Distinct(StringComparer.Ordinal)
            .Select(name => $"the name {name} is in no cited passage");
    }

    /// <summary>A capital that may be the sentence's, or a translator's: whether the word is borne is a matter of its meaning.</summary>
    /// <param name="isOfHan">Whether the passages are in Chinese, without a Latin name.</param>
    private static bool MayBeWord(Name name, string claim, bool isOfHan) => KnownNames.IsWord(name) && (isOfHan || name.Opens || KnownNames.StandsAlone(name, claim));

    private static IEnumerable<string> Quoted(string claim, IReadOnlyList<string> cited) =>
        QuotedWords.In(claim).Where(words => !QuotedWords.StandIn(words, cited) && !(QuotedWords.MayBeName(words, claim) && cited.All(passage => Script.LanguageOf(passage) != "zh"))).Select(words => $"the quotation '{words}' is in no cited passage");

    private static Signs Meaning(string claim, IReadOnlyList<string> cited, bool across)
    {
        var passages = cited.SelectMany(Statement.In).ToList();
        var words = new Cited(passages);
        var sentences = Statement.In(claim).ToList();
        var signs = new Signs();
        foreach (var sentence in sentences)
            signs.Strong(Direction.Faults(sentence, passages)).Strong(Comparatives.Faults(sentence, passages)).Strong(Polarity.Turned(sentence, words)).Strong(Certainty.Faults(sentence, words)).Strong(Polarity.Groundless(sentence, words));
        // Two sentences of which each shows the same weak sign show one kind of it.
        return signs.Where(across, sentences.SelectMany(sentence => Certainty.Plan(sentence, words))).Where(across, sentences.SelectMany(sentence => Polarity.Doubtful(sentence, words)));
    }
}
