namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>A text read for alignment: its tokens, its numbers with their places, its clauses.</summary>
internal sealed class Reading
{
    /// <param name="folded">See <see cref="Folding"/>.</param>
    public Reading(string folded)
    {
        Digits = Numerals.WithHalves(folded);
        Tokens = TokenReader.Read(Digits);
        Numbers = Quantities.Placed(Digits);
    }

    public string Digits { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<(Quantity Quantity, int Start)> Numbers { get; }

    public bool IsHan => Tokens.Count(token => token.IsHan) * 2 > Tokens.Count;

    /// <summary>The text of the clauses in which these tokens stand, from the first to the last of them.</summary>
    public string ClauseText(int clause)
    {
        int start = -1, end = Digits.Length;
        foreach (var token in Tokens)
        {
            if (token.Clause == clause && start < 0)
                start = token.Start;
            if (token.Clause > clause)
            {
                end = token.Start;
                break;
            }
        }

        return start < 0 ? "" : Digits[start..end];
    }
}
