using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline.Analysis.Grounding;

/// <summary>Whether a sentence about the week itself is right: every figure is counted again, every number in it is one of the figures.</summary>
internal static partial class ComputedCheck
{
    private static readonly (Measure Measure, string[] Words)[] Units =
    [
        (Measure.Items, ["item", "条消息", "篇文章"]),
        (Measure.Publishers, ["publisher", "家发布方"]),
        (Measure.Sources, ["source", "个来源"]),
        (Measure.Stories, ["stor", "个事件"]),
        (Measure.Themes, ["theme", "条主轴"]),
        (Measure.Languages, ["language", "种语言"]),
    ];

    /// <param name="week">Null where nothing is known of the week: then only the text is compared with the figures.</param>
    public static IEnumerable<string> Faults(Claim claim, WeekTally? week)
    {
        var text = Folding.Fold(Unnamed(claim, week));
        if (week is null)
            return Misstated(text, claim.Figures);
        return [.. Strangers(claim, week), .. Miscounted(claim, week), .. Misstated(text, claim.Figures), .. Unknown(text), .. Headline(claim, week, text)];
    }

    /// <summary>The text without what the week's own data says: labels, themes' names, named articles' titles. The longest go first, for one may hold another.</summary>
    private static string Unnamed(Claim claim, WeekTally? week)
    {
        if (week is null)
            return Marked().Replace(claim.Text, " ");
        var named = claim.Articles.Select(week.Article).OfType<Counted>().SelectMany(article => new[] { article.Title, article.Publisher });
        var ids = claim.Articles.Concat(claim.Figures.SelectMany(figure => figure.Articles)).ToHashSet(StringComparer.Ordinal);
        var themes = week.Themes.Where(theme => theme.Articles.Any(ids.Contains)).Select(theme => theme.Name);
        return week.Labels.Concat(named).Concat(themes).Where(name => name.Length > 0).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)
            .Aggregate(claim.Text, (text, name) => text.Replace(name, " ", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Strangers(Claim claim, WeekTally week) =>
        claim.Articles.Concat(claim.Figures.SelectMany(figure => figure.Articles)).Distinct(StringComparer.Ordinal)
            .Where(id => week.Article(id) is null).Select(id => $"the article {id} is not of the week");

    private static IEnumerable<string> Miscounted(Claim claim, WeekTally week) =>
        from figure in claim.Figures
        let count = week.Count(figure.Measure, figure.Articles)
        where count != figure.Value
        select string.Create(CultureInfo.InvariantCulture, $"{figure.Value} {Label(figure.Measure)} are stated, {count} counted");

    private static IEnumerable<string> Misstated(string text, IReadOnlyList<Figure> figures)
    {
        foreach (var match in Number().Matches(Numerals.InDigits(text)).Cast<Match>())
        {
            var value = decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            var measure = MeasureOf(match.Groups[2].Value);
            if (!figures.Any(figure => figure.Value == value))
                yield return $"the number {match.Groups[1].Value} is none of the claim's figures";
            else if (measure is { } counted && !figures.Any(figure => figure.Value == value && figure.Measure == counted))
                yield return $"the number {match.Groups[1].Value} is no count of {Label(counted)}";
        }
    }

    private static IEnumerable<string> Unknown(string text)
    {
        var nothing = new Vocabulary([]);
        return Names.In(text).Where(name => !nothing.Supports(name)).Select(name => $"the name {name.Written} is not of the week")
            .Concat(QuotedWords.In(text).Select(words => $"the quotation '{words}' is no title of an article that the claim names"));
    }

    /// <summary>A headline without figures is made of themes' names and nothing else.</summary>
    private static IEnumerable<string> Headline(Claim claim, WeekTally week, string text)
    {
        if (claim.Kind != ClaimKind.Headline || claim.Figures.Count > 0)
            return [];
        if (!week.Themes.Any(theme => claim.Text.Contains(theme.Name, StringComparison.Ordinal)))
            return ["the headline names no theme of the week"];
        return Joining().Replace(text, " ").Trim() is { Length: > 0 } rest ? [$"'{rest}' is no theme of the articles that the headline names"] : [];
    }

    private static Measure? MeasureOf(string after)
    {
        foreach (var (measure, words) in Units)
            if (words.Any(word => after.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
                return measure;
        return null;
    }

    private static string Label(Measure measure) => measure.ToString().ToLowerInvariant();

    [GeneratedRegex("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(?: ?([A-Za-z\u4E00-\u9FFF]{1,12}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![A-Za-z])and(?![A-Za-z])|[、,，;；和与]", RegexOptions.CultureInvariant)]
    private static partial Regex Joining();

    /// <summary>Without the week's data, what is quoted can't be told from what is counted: it is left out.</summary>
    [GeneratedRegex("“[^”]{0,400}”|「[^」]{0,400}」|[0-9]{4}-W[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
