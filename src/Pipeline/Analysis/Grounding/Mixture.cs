using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding;

/// <summary>Finds a claim that gives the number of one passage to the name of another.</summary>
internal static partial class Mixture
{
    /// <summary>By so much another passage has to hold more of a clause than the one that holds its number.</summary>
    private const double Margin = 0.2;

    public static IEnumerable<string> Faults(string claim, IReadOnlyList<string> cited)
    {
        foreach (var fault in Pairs(claim, cited))
            yield return fault;
        if (cited.Count < 2)
            yield break;
        var passages = cited.Select(passage => new Source(passage)).ToList();
        foreach (var clause in Clause.In(claim))
        {
            var names = Names.Proper(clause.Text).Where(name => !name.Opens || !CommonWords.Contains(name.Written)).ToList();
            foreach (var (quantity, _) in clause.Numbers.Where(number => !(Names.IsVersion(clause.Text, number.Start) && IsOfNamed(claim, clause.Text, passages))))
            {
                var bearers = passages.Where(passage => passage.Numbers.Any(number => number.Supports(quantity))).ToList();
                if (bearers.Count == 0 || bearers.Count == passages.Count)
                    continue;
                var strangers = names.Where(name => passages.Exists(passage => passage.Names.Supports(name))).ToList();
                if ((strangers.Count > 0 && !bearers.Exists(bearer => strangers.Exists(bearer.Names.Supports))) || IsOfOther(clause.Text, bearers, passages) || IsElsewhere(clause, bearers, passages))
                    yield return $"the passage with {quantity.Written} speaks of something else";
            }
        }
    }

    /// <summary>A number's own clause, or else its sentence, that names others but none whom the claim names beside it.</summary>
    public static IEnumerable<string> Owners(string claim, IReadOnlyList<string> cited)
    {
        var parts = cited.SelectMany(passage => Statement.In(passage)).SelectMany(sentence => Clause.In(sentence.Text).Select(part => (Part: part, Near: Namely(part.Text), Far: Namely(sentence.Text)))).ToList();
        var names = Namely(claim);
        foreach (var clause in Clause.In(claim))
        {
            var words = Small(clause.Text);
            foreach (var (quantity, _) in names.Count == 0 ? [] : clause.Numbers.Where(number => !Names.IsVersion(clause.Text, number.Start)))
            {
                var owners = parts.Where(part => part.Part.Numbers.Any(other => other.Quantity.Supports(quantity))).Select(part => part.Near.Count > 0 ? part.Near : part.Far).ToList();
                if (owners.Count > 0 && owners.TrueForAll(owner => owner.Count > 0 && !owner.Overlaps(names) && !owner.Overlaps(words) && !owner.Any(name => names.Any(other => AreKin(name, other)))))
                    yield return $"the cited passage gives {quantity.Written} to another";
            }
        }
    }

    /// <summary>Whether the numbered names of a clause stand so in a passage, and what the others say may well be said of them, as they name nobody else.</summary>
    private static bool IsOfNamed(string claim, string clause, List<Source> passages)
    {
        var (numbered, names) = (Names.In(clause).Where(name => name.Number.Length > 0).ToList(), Namely(claim));
        return numbered.TrueForAll(name => passages.Exists(passage => passage.Names.HasNumbered(name)))
            && passages.TrueForAll(passage => numbered.Exists(passage.Names.HasNumbered) || passage.NamesOnly(names));
    }

    private static HashSet<string> Small(string text)
    {
        var words = Lower().Matches(text).Select(match => match.Value).ToList();
        return [.. words, .. words.Where(word => word.Contains('-', StringComparison.Ordinal)).Select(word => string.Concat(word.Split('-').Select(part => part[0])))];
    }

    /// <summary>What the claim writes without a capital, and the passage perhaps with: "mixture-of-experts model".</summary>
    [GeneratedRegex(@"(?<![\w-])[a-z][a-z]+(?:-[a-z]+)*(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Lower();

    /// <summary>Kestovia and Kestovian.</summary>
    private static bool AreKin(string left, string right) =>
        left.AsSpan().CommonPrefixLength(right) is >= 4 and var common && common >= Math.Max(left.Length, right.Length) - 3;

    /// <summary>Two names in one clause that no passage names together, unless they are only listed.</summary>
    private static IEnumerable<string> Pairs(string claim, IReadOnlyList<string> cited)
    {
        var known = cited.Select(passage => new Vocabulary([passage])).ToList();
        var all = Namely(claim);
        var namesOthers = cited.Select(passage => Namely(passage).Except(all).Any()).ToList();
        // A passage that names nobody else may well speak of the other's deed.
        bool IsOfAnother(Name name) => known.Index().Where(passage => passage.Item.Supports(name)).All(passage => namesOthers[passage.Index]);
        foreach (var clause in Clause.In(claim))
        {
            var names = Names.Proper(clause.Text).Where(name => !name.Opens || !CommonWords.Contains(name.Written)).ToList();
            foreach (var (left, right) in names.Zip(names.Skip(1)))
                if (known.Exists(passage => passage.Supports(left)) && known.Exists(passage => passage.Supports(right)) && !known.Exists(passage => passage.Supports(left) && passage.Supports(right)) && IsOfAnother(left) && IsOfAnother(right) && !AreListed(clause.Text, left, right))
                    yield return $"no cited passage names {left.Written} and {right.Written} together";
        }
    }

    private static bool AreListed(string text, Name left, Name right)
    {
        var start = text.IndexOf(left.Written, StringComparison.Ordinal) + left.Written.Length;
        var end = text.IndexOf(right.Written, Math.Min(start, text.Length), StringComparison.Ordinal);
        return end < 0 || text[start..end].Trim() is "and" or "," or ", and" or "or" or "、" or "和" or "与" or "及" or "&";
    }

    private static HashSet<string> Namely(string text) =>
        Names.Proper(Speakers().Replace(text, " ")).Where(name => !name.Opens || !(CommonWords.Contains(name.Written) || KnownNames.IsWord(name))).Select(name => name.Written.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    /// <summary>Who says it owns no number.</summary>
    [GeneratedRegex(@"\b(?:said|says|told|according to|added)\b(?: the| [a-z' ]+,)?[^,.;]{0,60}(?:, [^,.;]{0,40})?|(?:[A-Z][\w-]+ )+(?=said|says|told|added)", RegexOptions.CultureInvariant)]
    private static partial Regex Speakers();

    /// <summary>A Chinese clause begins with whom it speaks of, or has it between quotation marks.</summary>
    private static bool IsOfOther(string clause, List<Source> bearers, List<Source> passages)
    {
        if (Script.LanguageOf(clause) != "zh" || passages.Exists(passage => passage.Language != "zh"))
            return false;
        var subject = clause.TrimStart(' ', '“', '《', '「');
        var whom = QuotedWords.In(clause).ToList();
        if (subject.Length > 2 && Script.IsHan(subject[0]) && Script.IsHan(subject[1]))
            whom.Add(subject[..2]);
        return whom.Exists(name => passages.Exists(passage => passage.Says(name)) && !bearers.Exists(bearer => bearer.Says(name)));
    }

    private static bool IsElsewhere(Clause clause, List<Source> bearers, List<Source> passages)
    {
        var statement = new Statement(clause.Text);
        if (passages.Exists(passage => passage.Language != statement.Language))
            return false;
        return passages.Max(passage => passage.Coverage(statement)) - bearers.Max(passage => passage.Coverage(statement)) > Margin;
    }

    private sealed class Source(string folded)
    {
        private readonly IReadOnlyList<Statement> _sentences = [new Statement(folded)];

        public IReadOnlyList<Quantity> Numbers { get; } = Quantities.In(folded);

        public Vocabulary Names { get; } = new([folded]);

        public string Language => _sentences[0].Language;

        public bool NamesOnly(HashSet<string> names) => Namely(folded).IsSubsetOf(names);

        public bool Says(string words) => folded.Contains(words, StringComparison.Ordinal);

        public double Coverage(Statement statement) => Grounding.Coverage.Of(statement, _sentences);
    }
}
