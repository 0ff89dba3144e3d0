using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>A word of a text, with what the tables know of it.</summary>
/// <param name="Term">An English word's stem, a Chinese word as it stands.</param>
/// <param name="Kind"><c>n</c>oun, <c>v</c>erb, <c>a</c>djective, <c>r</c> (adverb), <c>x</c> for a name.</param>
/// <param name="Weight">What it tells: the rarer, the more; 0 for words of grammar.</param>
internal sealed record Token(string Written, string Term, char Kind, bool IsHan, double Weight, int Start, int Clause, int Sentence)
{
    /// <summary>What it may mean, as synsets: its own, and those of words derived from it.</summary>
    public int[] Senses { get; init; } = [];

    /// <summary>The first of them, by which contraries and kinds are told.</summary>
    public int[] Main { get; init; } = [];

    /// <summary>The hypernyms of those.</summary>
    public int[] Above => field ??= [.. Main.Select(sense => Thesaurus.Standard[sense].Parent).Where(parent => parent >= 0).Distinct()];

    public ChineseWord? Chinese { get; init; }

    public IReadOnlyList<string> Meanings { get; init; } = [];

    /// <summary><c>l</c> for a word of rising, <c>r</c> of falling: any two of a way say much the same.</summary>
    public char? Course { get; init; }

    public bool IsName => Kind == 'x';
}
