using Pipeline.Linguistics;
using Pipeline.Stories;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Stories;

public class CrowdingTests
{
    private static readonly (double Least, double Most) Bounds = (0.2, 0.35);

    [Fact]
    public void Many_texts_of_a_kind_are_alike_by_chance() => Assert.All(Chances(shared: 0.55, count: 40), chance => Assert.Equal(1.1 * 0.55 * 0.55, chance, 6));

    [Fact]
    public void However_alike_chance_has_a_bound() => Assert.All(Chances(shared: 0.9, count: 40), chance => Assert.Equal(Bounds.Most, chance, 6));

    /// <summary>All of the nearest may be tellings of one event.</summary>
    [Fact]
    public void The_tellings_of_a_large_event_are_no_crowd() => Assert.All(Chances(shared: 0.9, count: 21), chance => Assert.Equal(Bounds.Least, chance, 6));

    [Fact]
    public void Other_languages_have_none() => Assert.All(Chances(shared: 0.9, count: 40, language: "en"), chance => Assert.Equal(0, chance));

    /// <summary>Of texts of one common term and one of their own, whose cosine is the square of the common one's weight.</summary>
    private static double[] Chances(double shared, int count, string language = "zh")
    {
        var none = new Dictionary<string, double>();
        var readings = Enumerable.Range(0, count).Select(_ => new Reading(Some.Article("") with { Language = language }, none, none, [])).ToList();
        return Crowding.Of(readings, [.. readings.Select((_, i) => TermVector.Of([0, i + 1], [shared, Math.Sqrt(1 - (shared * shared))]))], Bounds);
    }
}
