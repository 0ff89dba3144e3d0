using Pipeline.Linguistics;

namespace Pipeline.Stories;

/// <summary>How alike two articles must be to tell of one event. The defaults were measured on weeks of headlines and of leads together.</summary>
public sealed record StoryOptions
{
    /// <summary>What a word of the title counts against one of the text. A title is where an editor says what happened.</summary>
    public double TitleWeight { get; init; } = 3;

    /// <summary>What a name, a version, an amount counts against a plain word. More than this, and everything about one company is one story.</summary>
    public double NameWeight { get; init; } = 1.2;

    /// <summary>What a Chinese character, and a pair of them, count. Characters alone tell one event from another better than pairs alone: a name is not always written in full.</summary>
    public double CharacterWeight { get; init; } = 1;

    public double PairWeight { get; init; } = 0.2;

    /// <summary>What the meaning of a plain word counts between languages, against a name's.</summary>
    public double MeaningWeight { get; init; } = 0.7;

    /// <summary>The names that are written in several ways.</summary>
    public Aliases Aliases { get; init; } = Aliases.Standard;

    /// <summary>The cosine that two Chinese texts have by chance, being written with few characters: at least, and at most where many alike are about.</summary>
    public (double Least, double Most) ChineseChance { get; init; } = (0.2, 0.35);

    /// <summary>The same of two long texts in other languages, which have much of a newspaper's common words. Shorter ones have less, by the square of their length.</summary>
    public double LongChance { get; init; } = 0.25;

    /// <summary>How many different terms make a text long.</summary>
    public int LongText { get; init; } = 120;

    /// <summary>The cosine from which two articles are neighbours. Lower, stories chain; higher, short headlines stay alone.</summary>
    public double Least { get; init; } = 0.15;

    /// <summary>The same of two Chinese articles, which is lower as their chance is higher.</summary>
    public double LeastChinese { get; init; } = 0.12;

    /// <summary>
    /// The same between languages, where only names, numbers and meanings can meet: with fewer words to agree on, they must agree more.
    /// </summary>
    public double LeastAcross { get; init; } = 0.2;

    /// <summary>
    /// Where an embedding model is asked, what its likeness counts against that of the words. Measured with a small English
    /// model: at a fifth, headlines gain six points of F1 and leads lose nothing; at two fifths, leads of one line of events chain.
    /// </summary>
    public double MeaningShare { get; init; } = 0.2;

    /// <summary>The same between languages, where few words can meet: two tellings that share none are just alike enough.</summary>
    public double MeaningShareAcross { get; init; } = 0.4;

    /// <summary>How many neighbours an article keeps: enough to hold a large story together, few enough to be linear.</summary>
    public int Neighbours { get; init; } = 15;

    /// <summary>
    /// The likeness that articles of one story have on average; beyond five it is asked towards five only, as an article of a
    /// large story resembles some of the others and not all. Unlike modularity this joins the same articles in a week of fifty and of fifty thousand.
    /// </summary>
    public Resistance Resistance { get; init; } = new(0.12, 5);

    /// <summary>
    /// Two tellings this far apart count about half of two at once: news of an event comes within a day, and the same words
    /// later are more often of the next event.
    /// </summary>
    public TimeSpan Day { get; init; } = TimeSpan.FromHours(12);

    /// <summary>
    /// The same in a week of few articles: where few report, those who do take longer. Between the two numbers of articles it
    /// falls from the one to the other with their logarithm.
    /// </summary>
    public TimeSpan SparseDay { get; init; } = TimeSpan.FromHours(30);

    public (int Sparse, int Dense) Articles { get; init; } = (200, 2_000);

    /// <summary>What is left of the likeness however far apart the tellings are.</summary>
    public double Timeless { get; init; } = 0.1;

    /// <summary>What is left of it where either instant is not known: no evidence that they were told at once, none that they weren't.</summary>
    public double Undated { get; init; } = 0.7;

    /// <summary>What is left of the likeness of two articles of one publisher, who tells an event once and a series in the same words each time.</summary>
    public double SamePublisher { get; init; } = 0.6;

    /// <summary>What is left of the likeness of two articles that contradict each other in version or amount.</summary>
    public double Contradicted { get; init; } = 0.1;

    internal TimeSpan DayOf(int articles)
    {
        var density = Math.Log((double)Math.Max(1, articles) / Articles.Sparse) / Math.Log((double)Articles.Dense / Articles.Sparse);
        return SparseDay + ((Day - SparseDay) * Math.Clamp(density, 0, 1));
    }
}
