using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>Reads a text as tokens, clause by clause.</summary>
internal sealed partial class TokenReader
{
    private readonly Stemmer _stemmer = new();
    private readonly List<Token> _tokens = [];
    private readonly List<int> _starts = [0];
    private int _sentence;

    private int ClauseNow => _starts.Count - 1;

    /// <param name="digits">See <see cref="Numerals.WithHalves"/>.</param>
    /// <returns>The tokens, and of each clause, the place where it begins.</returns>
    public static (IReadOnlyList<Token> Tokens, IReadOnlyList<int> Clauses) Read(string digits)
    {
        var reader = new TokenReader();
        foreach (var match in Pieces().EnumerateMatches(digits))
            reader.Add(digits, match.Index, match.Length);
        return (reader._tokens, reader._starts);
    }

    private void Add(string text, int start, int length)
    {
        var piece = text.Substring(start, length);
        if (Script.IsHan(piece[0]))
            AddHan(piece, start);
        else if (char.IsLetter(piece[0]) && !ClauseWords().IsMatch(piece))
            AddLatin(text, piece, start);
        else
            Close(text, piece, start);
    }

    private void Close(string text, string piece, int start)
    {
        if (piece[0] is ',' or '.' && start > 0 && start + 1 < text.Length && char.IsAsciiDigit(text[start - 1]) && char.IsAsciiDigit(text[start + 1]))
            return;
        _starts.Add(start);
        if (piece[0] is '.' or '。' or '!' or '?' or '！' or '？' or '；' or ';')
            _sentence++;
    }

    private void AddLatin(string text, string piece, int start)
    {
        var word = piece.EndsWith("'s", StringComparison.Ordinal) ? piece[..^2] : piece;
        var lower = word.ToLowerInvariant();
        if (lower is "m" or "bn" or "mn" or "tn" or "b" or "k" || Terms.First(lower) is not { } stem)
            return;
        var entry = Thesaurus.Standard.Find(stem) ?? Positive(lower);
        var isName = (char.IsUpper(word[0]) && (entry is null || !Names.Opens(text, start))) || word.Skip(1).Any(char.IsUpper);
        _tokens.Add(new Token(word, stem, isName ? 'x' : entry?.Kind ?? 'n', false, Coverage.IsReporting(lower) ? 0 : LatinWeight(entry), start, ClauseNow, _sentence)
        {
            Senses = Wide(entry?.Senses ?? []),
            Main = entry?.Senses.Take(4).ToArray() ?? [],
            Meanings = Glossary.MeaningsOf(stem),
            Course = Direction.CourseOf(word),
        });
    }

    private void AddHan(string run, int start)
    {
        foreach (var span in ChineseWords.Cut(run))
        {
            var text = span.Of(run);
            if (text.Length == 1 && "但而".Contains(text[0], StringComparison.Ordinal))
                _starts.Add(start + span.Start);
            var word = ChineseWords.Find(text);
            int[] main = word is null ? [] : [.. word.Glosses.Take(2).SelectMany(gloss => Thesaurus.Standard.Find(gloss)?.Senses.Take(3) ?? []).Distinct()];
            _tokens.Add(new Token(text, text, HanKind(word), true, HanWeight(word), start + span.Start, ClauseNow, _sentence)
            {
                Chinese = word,
                Course = Direction.CourseOf(text),
                Main = main,
                Senses = main,
                Meanings = Glossary.MeaningOf(text) is { } meaning ? [meaning] : [],
            });
        }
    }

    /// <summary>What a comparative is of: larger of large, bigger of big.</summary>
    private Thesaurus.Entry? Positive(string lower)
    {
        var ending = lower.EndsWith("est", StringComparison.Ordinal) ? 3 : lower.EndsWith("er", StringComparison.Ordinal) ? 2 : 0;
        if (ending == 0 || lower.Length < ending + 3)
            return null;
        var bare = lower[..^ending];
        string[] candidates = [bare, bare + "e", bare[^1] == 'i' ? bare[..^1] + "y" : bare, bare[^1] == bare[^2] ? bare[..^1] : bare];
        return candidates.Select(word => Thesaurus.Standard.Find(_stemmer.Stem(word))).FirstOrDefault(entry => entry?.Kind == 'a');
    }

    private static int[] Wide(int[] senses) => [.. senses.Concat(senses.Take(4).SelectMany(sense => Thesaurus.Standard[sense].Derived)).Distinct()];

    private static double LatinWeight(Thesaurus.Entry? entry) => Math.Max(0.6, 3 - 0.22 * Math.Log2((entry?.Count ?? 0) + 1));

    private static double HanWeight(ChineseWord? word) => word switch
    {
        null => 2,
        { Kind: 'u' or 'p' or 'c' or 'd' or 'r' or 'm' or 'q' or 'y' or 'f' or 'e' or 'o' or 'h' or 'k' } => 0,
        { Text.Length: 1, Frequency: > 14 } => 0.3,
        _ => Math.Max(0.6, 3.4 - 0.18 * word.Frequency),
    };

    private static char HanKind(ChineseWord? word) => word?.Kind switch
    {
        null => 'x',
        'v' => 'v',
        'a' or 'b' or 'z' => 'a',
        'd' => 'r',
        'u' or 'p' or 'c' or 'r' or 'm' or 'q' or 'y' or 'f' => 'g',
        _ => 'n',
    };

    [GeneratedRegex(@"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ0-9']*[A-Za-zÀ-ɏ0-9])?(?:\.[0-9]+)?|[\u4E00-\u9FFF\u3400-\u4DBF]+|[,，;；:：.。!！?？—、]", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    [GeneratedRegex("^(?:while|whereas|but|although|though|because|after|before|unless|if|when)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ClauseWords();
}
