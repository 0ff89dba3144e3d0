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

    private readonly FrozenDictionary<string, string> _terms;

    private Aliases(IEnumerable<KeyValuePair<string, string>> terms) => _terms = terms.ToFrozenDictionary(StringComparer.Ordinal);

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
            var term = group.Select(TermOf).OfType<string>().FirstOrDefault() ?? (group.Count > 0 ? group[0] : "");
            foreach (var spelling in group)
                terms[Key(spelling)] = term;
        }

        return new Aliases(terms);
    }

    /// <summary>The term of a spelling; null where it is no alias.</summary>
    /// <param name="spelling">As written, words joined by one space.</param>
    public string? TermOf(string spelling) =>
        _terms.TryGetValue(spelling, out var term) || _terms.TryGetValue(spelling.ToLowerInvariant(), out term) ? term : null;

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
