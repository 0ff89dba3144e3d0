namespace Pipeline.Sources;

/// <summary>The mapping under <c>names:</c>: what something is called in digests of another language.</summary>
internal static class LanguageNames
{
    private static readonly string[] Languages = ["en", "zh"];

    /// <returns>By primary subtag; empty where there is no such mapping.</returns>
    public static IReadOnlyDictionary<string, string> Read(Section section)
    {
        var names = section.Below("names", Languages);
        return Languages.Select(language => (Language: language, Name: names.Text(language)))
            .Where(pair => pair.Name is not null).ToDictionary(pair => pair.Language, pair => pair.Name!.Value, StringComparer.Ordinal);
    }
}
