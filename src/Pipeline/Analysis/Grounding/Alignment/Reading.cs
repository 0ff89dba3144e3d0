namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>A text read for alignment: its tokens, its clauses.</summary>
internal sealed class Reading
{
    private readonly IReadOnlyList<int> _clauses;

    /// <param name="folded">See <see cref="Folding"/>.</param>
    public Reading(string folded)
    {
        Digits = Numerals.WithHalves(folded);
        (Tokens, _clauses) = TokenReader.Read(Digits);
    }

    public string Digits { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public bool IsHan => Tokens.Count(token => token.IsHan) * 2 > Tokens.Count;

    public int ClauseStart(int clause) => _clauses[clause];

    /// <summary>A clause with the words of grammar that are no tokens.</summary>
    public string ClauseText(int clause) => Digits[_clauses[clause]..(clause + 1 < _clauses.Count ? _clauses[clause + 1] : Digits.Length)];
}
