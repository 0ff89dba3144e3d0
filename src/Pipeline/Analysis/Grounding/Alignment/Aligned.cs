namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>A claim laid beside its passages, word by word.</summary>
internal sealed class Aligned
{
    private readonly Kinship[][][] _kin;

    public Aligned(Reading claim, IReadOnlyList<Reading> passages)
    {
        (Claim, Passages) = (claim, passages);
        _kin = [.. claim.Tokens.Select(token => passages.Select(passage => Row(token, passage)).ToArray())];
        Best = [.. _kin.Select(rows => rows.SelectMany(row => row).Select(kin => kin.Nearness).DefaultIfEmpty(0).Max())];
        Homes = Clauses().ToDictionary(clause => clause, Home);
    }

    public Reading Claim { get; }

    public IReadOnlyList<Reading> Passages { get; }

    /// <summary>Of each token of the claim, the nearness of the nearest word of any passage.</summary>
    public double[] Best { get; }

    /// <summary>Of each clause of the claim, the clause of a passage that holds most of it.</summary>
    public IReadOnlyDictionary<int, Place> Homes { get; }

    public Kinship Kin(int token, int passage, int other) => _kin[token][passage][other];

    /// <summary>The share of the claim's words, by weight, that the passages answer.</summary>
    public double Coverage()
    {
        double all = 0, held = 0;
        for (var i = 0; i < Claim.Tokens.Count; i++)
            if (Claim.Tokens[i] is { IsName: false, Weight: var weight })
                (all, held) = (all + weight, held + weight * Best[i]);
        return all == 0 ? 1 : held / all;
    }

    private double Nearest(int token, int passage, Func<Token, bool> where)
    {
        var (best, tokens) = (0.0, Passages[passage].Tokens);
        for (var j = 0; j < tokens.Count; j++)
            if (_kin[token][passage][j].Nearness > best && where(tokens[j]))
                best = _kin[token][passage][j].Nearness;
        return best;
    }

    public IEnumerable<int> Clauses() => Claim.Tokens.Select(token => token.Clause).Distinct();

    /// <summary>The places in a passage of the words nearest to a token of the claim, if near enough.</summary>
    public IEnumerable<int> Places(int token, int passage, double least = Kinship.Enough)
    {
        var row = _kin[token][passage];
        var most = row.Length == 0 ? 0 : row.Max(kin => kin.Nearness);
        return most < least ? [] : Enumerable.Range(0, row.Length).Where(j => row[j].Nearness >= most - 0.05);
    }

    private static Kinship[] Row(Token token, Reading passage)
    {
        var row = new Kinship[passage.Tokens.Count];
        for (var j = 0; j < row.Length; j++)
            row[j] = Kinship.Of(token, passage.Tokens[j]);
        // A Chinese word may be cut otherwise there, or be a name that no table has.
        if (token.IsHan && passage.Digits.IndexOf(token.Term, StringComparison.Ordinal) is >= 0 and var at)
            for (var j = 0; j < row.Length; j++)
                if (passage.Tokens[j] is var other && other.Start < at + token.Term.Length && other.Start + other.Written.Length > at)
                    row[j] = new Kinship(Kinship.Same, false);
        return row;
    }

    private Place Home(int clause)
    {
        var tokens = Enumerable.Range(0, Claim.Tokens.Count).Where(i => Claim.Tokens[i].Clause == clause && Claim.Tokens[i].Weight > 0).ToArray();
        var all = tokens.Sum(i => Claim.Tokens[i].Weight);
        var best = new Place(-1, -1, -1, 0);
        for (var p = 0; p < Passages.Count && all > 0; p++)
            foreach (var (sentence, part) in Passages[p].Tokens.Select(token => (token.Sentence, token.Clause)).Distinct())
            {
                var held = tokens.Sum(i => Claim.Tokens[i].Weight * (Nearest(i, p, token => token.Clause == part && token.Sentence == sentence) + 0.5 * Nearest(i, p, token => token.Sentence == sentence)));
                if (held / (1.5 * all) > best.Held + 1e-9)
                    best = new Place(p, sentence, part, held / (1.5 * all));
            }

        return best;
    }
}

/// <param name="Held">The share of the claim's clause that is there.</param>
internal readonly record struct Place(int Passage, int Sentence, int Clause, double Held);
