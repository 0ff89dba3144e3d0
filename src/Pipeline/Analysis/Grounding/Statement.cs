using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding;

/// <summary>A sentence as the gate compares it.</summary>
internal sealed partial record Statement(string Text)
{
    private readonly HashSet<string> _distinct = Analysis.Terms.Of(Text).ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<string> Terms { get; } = Analysis.Terms.Of(Text);

    public string Language { get; } = Script.LanguageOf(Text);

    public static IReadOnlyList<Statement> In(string text) => [.. Sentences.Split(text).Select(span => new Statement(span.Of(text)))];

    /// <summary>How much of another sentence this one holds.</summary>
    public double Holds(Statement other) => Analysis.Terms.Containment(other._distinct, _distinct);

    /// <summary>The words that the markers of a lexicon bear upon: the first after each, within its clause.</summary>
    public IReadOnlyList<string> Heads(Lexicon markers) =>
        [.. markers.In(Text).Select(marker => Head(Text[marker.End..])).OfType<string>()];

    /// <summary>All words that the markers may bear upon: from each to the end of its clause.</summary>
    public IReadOnlySet<string> Scope(Lexicon markers) =>
        markers.In(Text).SelectMany(marker => Analysis.Terms.Of(Clause().Match(Text[marker.End..]).Value)).ToHashSet(StringComparer.Ordinal);

    private static string? Head(string rest)
    {
        var clause = Clause().Match(rest).Value;
        var start = Fillers().Match(clause).Length;
        return Analysis.Terms.First(clause[start..]);
    }

    [GeneratedRegex("^(?:(?! but |但)[^,;:.!?，；：。！？、])*", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    /// <summary>Chinese auxiliaries and times between a marker and its verb; English auxiliaries are stop words.</summary>
    [GeneratedRegex(
        "^(?:[ 有会能将再得被可以是曾已经还在于就前内后]|要(?!求)|[0-9]+ ?[年月](?:[底初末中](?!学))|[0-9]+ ?[年月日号周天]|Q[1-4]|第? ?[0-9一二三四] ?季度|[上下本]个?(?:半年|季度|月|周)|[今明后]年|[年月季][底初末中]|[上中下]旬|最快|正式|全面)*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Fillers();
}
