using System.Collections.Frozen;

namespace Pipeline.Linguistics;

/// <summary>Names that are written differently in the two languages of the news.</summary>
/// <remarks>
/// A spelling all in capitals is matched in capitals only ("US" is no "us"). Han spellings are matched inside a run of characters.
/// </remarks>
public sealed class Aliases
{
    /// <summary>The longest spelling, in words or in Han characters.</summary>
    public const int Longest = 8;

    private const int LongestSpelling = 40;

    private readonly FrozenDictionary<string, string> _terms;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <summary>The first words of the spellings that have several, in lower case.</summary>
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _openings;

    private Aliases(IEnumerable<KeyValuePair<string, string>> terms)
    {
        _terms = terms.ToFrozenDictionary(StringComparer.Ordinal);
        _bySpan = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        _openings = _terms.Keys.Where(spelling => spelling.Contains(' ', StringComparison.Ordinal)).Select(spelling => spelling.Split(' ')[0].ToLowerInvariant())
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Those of <c>names.txt</c>.</summary>
    public static Aliases Standard { get; } = new(Read(WordList.Lines("names.txt")));

    /// <summary>These and an editor's own, which come first where a spelling is in both.</summary>
    /// <param name="groups">The spellings of one name each.</param>
    public Aliases With(IEnumerable<IReadOnlyList<string>> groups)
    {
        var terms = new Dictionary<string, string>(_terms, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            // A name that is known already stays one: the new spellings join the old ones.
            var term = group.Select(spelling => TermOf(spelling)).OfType<string>().FirstOrDefault() ?? (group.Count > 0 ? group[0] : "");
            foreach (var spelling in group)
                terms[Key(spelling)] = term;
        }

        return new Aliases(terms);
    }

    /// <summary>The term of a spelling; null where it is no alias.</summary>
    /// <param name="spelling">As written, words joined by one space.</param>
    public string? TermOf(ReadOnlySpan<char> spelling)
    {
        if (spelling.Length > LongestSpelling)
            return null;
        Span<char> lower = stackalloc char[spelling.Length];
        spelling.ToLowerInvariant(lower);
        return _bySpan.TryGetValue(spelling, out var term) || _bySpan.TryGetValue(lower, out term) ? term : null;
    }

    /// <summary>Whether a spelling of several words may begin with this one.</summary>
    public bool Opens(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestSpelling)
            return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return _openings.Contains(lower);
    }

    private static Dictionary<string, string> Read(IEnumerable<(string Left, IReadOnlyList<string> Right)> lines)
    {
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (term, spellings) in lines)
        {
            foreach (var spelling in spellings)
                terms.Add(Key(spelling), term);
        }

        return terms;
    }

    private static string Key(string spelling)
    {
        var plain = Simplification.Simplify(Normalization.Nfkc(spelling));
        return plain.Any(char.IsAsciiLetterLower) ? plain.ToLowerInvariant() : plain;
    }
}
