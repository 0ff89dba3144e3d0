using System.Collections.Frozen;

namespace Pipeline.Linguistics;

/// <summary>English words whose full stop need not end a sentence.</summary>
internal static class Abbreviations
{
    /// <summary>Something always follows these.</summary>
    private static readonly FrozenSet<string> Binding = Words(
        "mr mrs ms dr prof rev hon gen col lt sgt capt cmdr adm sen rep gov pres st mt ft messrs e.g i.e eg ie cf vs v viz al approx ca resp");

    /// <summary>A number follows these, or they are words like any other.</summary>
    private static readonly FrozenSet<string> Numbered = Words(
        "no nos fig figs eq eqs sec vol pp p ch art ver jan feb mar apr jun jul aug sep sept oct nov dec");

    /// <summary>These may end a sentence or not: what follows decides.</summary>
    private static readonly FrozenSet<string> Open = Words(
        "inc ltd corp co llc plc bros jr sr etc est dept univ assn ph.d a.m p.m u.s u.k u.n e.u u.s.a d.c b.c a.d");

    private static readonly FrozenSet<string> Starters = Words(
        "the a an it its this that these those he she they we i you his her their our in on at as by for from with but and so if when while after before " +
        "however meanwhile although since there what who how why no not now last according also both some many most all one two both despite");

    /// <summary>Whether a full stop after <paramref name="word"/> leaves the sentence open, given what follows it.</summary>
    public static bool Continues(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (word.Length == 0 || next.Length == 0)
            return false;
        if (Has(Binding, word))
            return true;
        if (Has(Numbered, word))
            return char.IsAsciiDigit(next[0]);
        return (Has(Open, word) || IsInitials(word)) && !Has(Starters, next);
    }

    /// <summary><c>J</c>, <c>J.R</c>, <c>U.S.S</c>: single letters, one capital at least.</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
            if (i % 2 == 0 ? !char.IsUpper(word[i]) : word[i] != '.')
                return false;
        return word.Length % 2 == 1;
    }

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
