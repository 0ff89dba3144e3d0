using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>The keys under a source's <c>keep:</c> or <c>drop:</c>.</summary>
internal static partial class RuleSection
{
    /// <summary>Null where there is no such rule.</summary>
    public static EntryRule? Read(Section source, string key)
    {
        if (source[key] is not { } node)
            return null;
        var section = source.Below(key, "words", "pattern", "categories", "language");
        if (node is Mapping { Pairs.Count: 0 })
            section.Faults.Add(node.Place, $"{section.Name} says nothing", "give it some of words, pattern, categories, language, or take it out");
        return new EntryRule
        {
            Words = Values(section, "words"),
            Pattern = section.Text("pattern", 1000) is { } pattern ? Pattern(pattern, section) : null,
            Categories = Values(section, "categories"),
            Languages = [.. (section.Texts("language") ?? []).Select(scalar => LanguageCode.Read(scalar, section.Faults)).OfType<string>()],
        };
    }

    private static List<string> Values(Section section, string key) => [.. (section.Texts(key) ?? []).Select(scalar => scalar.Value)];

    private static string? Pattern(Scalar scalar, Section section)
    {
        try
        {
            // Made only to find its faults, so it is never run.
            _ = new Regex(scalar.Value, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
            return scalar.Value;
        }
        catch (RegexParseException fault)
        {
            var what = string.Create(CultureInfo.InvariantCulture, $"{Inner().Replace(fault.Error.ToString(), " ").ToLowerInvariant()} at character {fault.Offset}");
            section.Faults.Add(scalar.Place, $"the pattern {scalar.Shown} can't be read: {what}", "write a regular expression of .NET; single quotes keep its backslashes");
            return null;
        }
    }

    /// <summary>Where a word begins inside a name such as InsufficientClosingParentheses.</summary>
    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Inner();
}
