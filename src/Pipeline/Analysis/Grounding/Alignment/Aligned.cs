namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>A claim laid beside its passages, word by word.</summary>
internal sealed class Aligned
{
    private readonly Kinship[][][] _kin;
    private readonly Dictionary<int, Place[]> _places;

    public Aligned(Reading claim, IReadOnlyList<Reading> passages)
    {
        (Claim, Passages) = (claim, passages);
        _kin = [.. claim.Tokens.Select(token => passages.Select(passage => Row(token, passage)).ToArray())];
        Best = [.. _kin.Select(rows => rows.SelectMany(row => row).Select(kin => kin.Nearness).DefaultIfEmpty(0).Max())];
        Parts = [.. passages.SelectMany((passage, p) => passage.Tokens.Select(token => new Part(p, token.Sentence, token.Clause)).Distinct())];
        var nearest = NearestInParts();
        _places = Clauses().ToDictionary(clause => clause, clause => PlacesOf(clause, nearest));
        Homes = _places.ToDictionary(pair => pair.Key, pair => pair.Value.DefaultIfEmpty().MaxBy(place => place.Held));
    }

    public Reading Claim { get; }

    public IReadOnlyList<Reading> Passages { get; }

    /// <summary>Whether any passage is in the other language than the claim.</summary>
    public bool IsAcross => Passages.Any(passage => passage.IsHan != Claim.IsHan);

    /// <summary>Of each token of the claim, the nearness of the nearest word of any passage.</summary>
    public double[] Best { get; }

    /// <summary>The clauses of the passages.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Of each clause of the claim, the clause of a passage that holds most of it, the first of several.</summary>
    public IReadOnlyDictionary<int, Place> Homes { get; }

    public Kinship Kin(int token, int passage, int other) => _kin[token][passage][other];

    /// <summary>For a clause of the claim, how much of it each of the <see cref="Parts"/> holds.</summary>
    public IReadOnlyList<Place> PlacesOf(int clause) => _places[clause];

    /// <summary>The share of the claim's words, by weight, that the passages answer.</summary>
    public double Coverage() => Coverage(Enumerable.Range(0, Claim.Tokens.Count));

    /// <returns>1 where none of the tokens has a weight.</returns>
    public double Coverage(IEnumerable<int> among)
    {
        double all = 0, held = 0;
        foreach (var i in among)
            if (Claim.Tokens[i] is { IsName: false, Weight: var weight })
                (all, held) = (all + weight, held + weight * Best[i]);
        return all == 0 ? 1 : held / all;
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

    /// <summary>Of each token of the claim and each of the <see cref="Parts"/>, the nearness of the part's nearest word and, by half, of its sentence's.</summary>
    private double[][] NearestInParts()
    {
        var at = Parts.Index().ToDictionary(part => part.Item, part => part.Index);
        var nearest = new double[Claim.Tokens.Count][];
        for (var i = 0; i < nearest.Length; i++)
        {
            var own = new double[Parts.Count];
            var sentences = new Dictionary<(int, int), double>();
            for (var p = 0; p < Passages.Count; p++)
                for (var j = 0; j < Passages[p].Tokens.Count; j++)
                {
                    var (token, nearness) = (Passages[p].Tokens[j], _kin[i][p][j].Nearness);
                    var part = at[new Part(p, token.Sentence, token.Clause)];
                    own[part] = Math.Max(own[part], nearness);
                    sentences[(p, token.Sentence)] = Math.Max(sentences.GetValueOrDefault((p, token.Sentence)), nearness);
                }

            nearest[i] = [.. own.Select((value, part) => value + 0.5 * sentences[(Parts[part].Passage, Parts[part].Sentence)])];
        }

        return nearest;
    }

    private Place[] PlacesOf(int clause, double[][] nearest)
    {
        var tokens = Enumerable.Range(0, Claim.Tokens.Count).Where(i => Claim.Tokens[i].Clause == clause && Claim.Tokens[i].Weight > 0).ToArray();
        var all = 1.5 * tokens.Sum(i => Claim.Tokens[i].Weight);
        return all == 0 ? [] : [.. Parts.Select((part, at) => new Place(part, Math.Round(tokens.Sum(i => Claim.Tokens[i].Weight * nearest[i][at]) / all, 9)))];
    }
}

/// <summary>A clause of a passage.</summary>
internal readonly record struct Part(int Passage, int Sentence, int Clause);

/// <param name="Held">The share of a clause of the claim that is there, what only its sentence has counting half; 0 where nothing is.</param>
internal readonly record struct Place(Part Part, double Held);
