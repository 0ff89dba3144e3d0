namespace Pipeline.Linguistics;

/// <summary>What a word is, as far as its form tells.</summary>
public enum WordKind
{
    /// <summary>An English word's stem.</summary>
    Plain,

    /// <summary>A single Chinese character.</summary>
    Character,

    /// <summary>A pair of Chinese characters that stand together.</summary>
    Pair,

    /// <summary>A capitalised word inside a sentence, or a Latin word inside Chinese.</summary>
    Name,

    /// <summary>A name with a number, or with digits in it: <c>gpt-4.5</c>, <c>5g</c>.</summary>
    Version,

    /// <summary>A number with its unit, spelt one way.</summary>
    Amount,

    /// <summary>The address of a page.</summary>
    Link,

    /// <summary>A name that both languages write, each in its way.</summary>
    Alias,

    /// <summary>What a word of either language means, beside the word itself: for comparing across languages only.</summary>
    Meaning,
}

/// <summary>A feature of a text. Terms compare ordinally; those of kinds other than plain words are alike in every language.</summary>
public readonly record struct Word(string Term, WordKind Kind);

/// <summary>Reads texts of either language as words to compare them by. Keeps what it has stemmed: one per thread.</summary>
public sealed class Words(Aliases aliases)
{
    /// <summary>The longest alias, in Latin words.</summary>
    private const int MostAliasWords = 3;

    private readonly Stemmer _stemmer = new();

    public Words()
        : this(Aliases.Standard)
    {
    }

    /// <summary>Reads many texts, on every processor; the results stand in the texts' order.</summary>
    public static IReadOnlyList<TResult> Each<T, TResult>(IReadOnlyList<T> texts, Aliases aliases, Func<T, Words, TResult> read)
    {
        var results = new TResult[texts.Count];
        Parallel.For(0, texts.Count, () => new Words(aliases), (i, _, words) =>
        {
            results[i] = read(texts[i], words);
            return words;
        }, _ => { });
        return results;
    }

    /// <summary>The words of a text, in order of reading, repetitions included.</summary>
    /// <param name="most">How many characters are read: the rest of a long text tells little more of what it is about.</param>
    /// <param name="meanings">Whether <see cref="WordKind.Meaning"/> is among them.</param>
    public IReadOnlyList<Word> In(string text, int most = 4_000, bool meanings = true)
    {
        var (bare, links) = Links.Take(text.Length > most ? text[..most] : text);
        var plain = Simplification.Simplify(Normalization.Nfkc(bare));
        List<Word> words =
        [
            .. links.Select(link => new Word(link, WordKind.Link)),
            .. Amounts.In(plain).Select(amount => new Word(amount.Term, WordKind.Amount)),
            .. Versions.In(plain).Select(release => new Word(release.Term, WordKind.Version)),
        ];
        var runs = Runs.In(plain);
        var headline = IsHeadlineCase(runs);
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].IsCjk)
                AddCjk(words, runs[i].Text, meanings);
            else
                i += AddLatin(words, runs, i, headline, meanings);
        }

        return words;
    }

    /// <summary>Where nearly every word is capitalised, capitals tell nothing.</summary>
    private static bool IsHeadlineCase(IReadOnlyList<Run> runs)
    {
        var words = runs.Where(run => !run.IsCjk && run.Text.Length > 3 && char.IsLetter(run.Text[0])).ToList();
        return words.Count > 2 && words.Count(run => char.IsUpper(run.Text[0])) * 10 >= words.Count * 7;
    }

    /// <summary>Adds the word at <paramref name="at"/>, or the alias that starts there; says how many further runs it took.</summary>
    private int AddLatin(List<Word> words, IReadOnlyList<Run> runs, int at, bool headline, bool meanings)
    {
        if (AliasAt(runs, at) is var (term, taken))
        {
            words.Add(new Word("@" + term, WordKind.Alias));
            return taken - 1;
        }

        AddLatin(words, runs[at], Beside(runs, at), headline);
        if (meanings)
            AddMeanings(words, runs, at);
        return 0;
    }

    private void AddLatin(List<Word> words, Run run, bool inChinese, bool headline)
    {
        var lower = run.Text.ToLowerInvariant();
        if (StopWords.IsEnglish(lower) || lower.Length < 2)
            return;
        if (lower.AsSpan().ContainsAnyInRange('0', '9'))
            AddMixed(words, lower);
        else if (inChinese || (char.IsUpper(run.Text[0]) && !headline && !run.IsFirst) || HasUpper(run.Text.AsSpan(1)))
            words.Add(new Word(_stemmer.Stem(lower), WordKind.Name));
        else
            words.Add(new Word(_stemmer.Stem(lower), WordKind.Plain));
    }

    /// <summary>The meanings of the words that start there, in one, two and three.</summary>
    private void AddMeanings(List<Word> words, IReadOnlyList<Run> runs, int at)
    {
        var stems = "";
        for (var i = at; i < runs.Count && i < at + Glossary.LongestLatin && !runs[i].IsCjk; i++)
        {
            var stem = _stemmer.Stem(runs[i].Text.ToLowerInvariant());
            stems = i == at ? stem : $"{stems} {stem}";
            foreach (var meaning in Glossary.MeaningsOf(stems))
                words.Add(new Word(meaning, WordKind.Meaning));
            if (i == at && !Glossary.Opens(stem))
                return;
        }
    }

    /// <summary>Kept whole, and what comes before the digits is a word besides: <c>gpt-4.5</c> is also a <c>gpt</c>.</summary>
    private void AddMixed(List<Word> words, string lower)
    {
        if (!lower.Any(char.IsAsciiLetter))
            return;
        words.Add(new Word(lower, WordKind.Version));
        var name = lower.AsSpan().TrimEnd("0123456789.-").ToString();
        if (name.Length > 1 && name.Length < lower.Length && !name.Any(char.IsAsciiDigit))
            words.Add(new Word(_stemmer.Stem(name), WordKind.Name));
    }

    private (string Term, int Taken)? AliasAt(IReadOnlyList<Run> runs, int at)
    {
        for (var taken = aliases.Opens(runs[at].Text) ? Math.Min(MostAliasWords, runs.Count - at) : 1; taken > 1; taken--)
        {
            if (aliases.TermOf(string.Join(' ', runs.Skip(at).Take(taken).Select(run => run.Text))) is { } joined)
                return (joined, taken);
        }

        return aliases.TermOf(runs[at].Text) is { } term ? (term, 1) : null;
    }

    private static bool HasUpper(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsUpper(character))
                return true;
        }

        return false;
    }

    private static bool Beside(IReadOnlyList<Run> runs, int at) =>
        (at > 0 && runs[at - 1].IsCjk) || (at + 1 < runs.Count && runs[at + 1].IsCjk);

    /// <summary>Characters, pairs of them, and the aliases among them.</summary>
    private void AddCjk(List<Word> words, string run, bool meanings)
    {
        for (var i = 0; i < run.Length; i++)
        {
            for (var length = Math.Min(Aliases.Longest, run.Length - i); length > 1; length--)
            {
                if (aliases.TermOf(run.AsSpan(i, length)) is not { } term)
                    continue;
                words.Add(new Word("@" + term, WordKind.Alias));
                break;
            }

            for (var length = meanings ? Math.Min(Glossary.LongestHan, run.Length - i) : 0; length > 0; length--)
            {
                if (Glossary.MeaningOf(run.AsSpan(i, length)) is not { } meaning)
                    continue;
                words.Add(new Word(meaning, WordKind.Meaning));
                break;
            }

            if (StopWords.IsChinese(run[i]))
                continue;
            words.Add(new Word(run.Substring(i, 1), WordKind.Character));
            if (i + 1 < run.Length && !StopWords.IsChinese(run[i + 1]))
                words.Add(new Word(run.Substring(i, 2), WordKind.Pair));
        }
    }
}
