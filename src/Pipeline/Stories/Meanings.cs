using System.Text;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Stories;

/// <summary>What an embedding model makes of a week's articles: all of them, or there are no meanings.</summary>
public sealed class Meanings
{
    /// <summary>An ASCII character counts one, any other three: some four hundred tokens, which the smallest models take.</summary>
    private const int Longest = 1_200, PerAscii = 1, PerOther = 3;

    private readonly IReadOnlyDictionary<string, MeaningVector> _vectors;
    private readonly Yardstick _yardstick;

    private Meanings(IReadOnlyDictionary<string, MeaningVector> vectors) =>
        (_vectors, _yardstick) = (vectors, Yardstick.Of(vectors.GetValueOrDefault));

    /// <summary>What a model is to be asked for, each text once, whatever the order of arrival.</summary>
    public static IReadOnlyList<string> Texts(IEnumerable<Article> articles) =>
        [.. Yardstick.Texts.Concat(articles.Select(Text).Where(IsSaying).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))];

    /// <param name="texts">From <see cref="Texts"/>.</param>
    /// <param name="vectors">Of each of them, in their order.</param>
    /// <returns>Null where they are not as many, not all as long, or one of them says nothing.</returns>
    public static Meanings? Of(IReadOnlyList<string> texts, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        if (texts.Count != vectors.Count)
            return null;
        var meant = new Dictionary<string, MeaningVector>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            if (MeaningVector.Of(vectors[i].Span) is not { } vector || vectors[i].Length != vectors[0].Length)
                return null;
            meant[texts[i]] = vector;
        }

        return new Meanings(meant);
    }

    /// <summary>Null for an article of which there is nothing to ask, since it says nothing.</summary>
    internal MeaningVector? Of(Article article) => _vectors.GetValueOrDefault(Text(article));

    /// <inheritdoc cref="Yardstick.Read"/>
    internal double? Likeness(Article one, Article other, double cosine) => _yardstick.Read(one.Language, other.Language, cosine);

    /// <summary>The title and the beginning of the text, in one piece for any wire: no control characters, no half of a pair.</summary>
    internal static string Text(Article article)
    {
        var text = new StringBuilder();
        var left = Longest;
        foreach (var rune in $"{Begun(article.Title)}\n{Begun(article.Text)}".EnumerateRunes())
        {
            left -= rune.IsAscii ? PerAscii : PerOther;
            if (left < 0)
                break;
            if (rune.Value == '\n' || !Rune.IsControl(rune))
                text.Append(rune);
        }

        return text.ToString().Trim();
    }

    private static ReadOnlySpan<char> Begun(string text) => text.AsSpan(0, Math.Min(text.Length, Longest));

    private static bool IsSaying(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
