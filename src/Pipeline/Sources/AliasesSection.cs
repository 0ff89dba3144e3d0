namespace Pipeline.Sources;

/// <summary>The list under <c>aliases:</c>: names and how else they are written.</summary>
internal static class AliasesSection
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(Section root) =>
        [.. (root.Sections("aliases", "an alias", "name", "also") ?? []).Select(Spellings).OfType<IReadOnlyList<string>>()];

    private static string[]? Spellings(Section alias)
    {
        alias.Need("name", "say what is written in several ways").Need("also", "list how else it is written");
        return alias.Text("name") is { } name && alias.Texts("also") is { } also ? [name.Value, .. also.Select(spelling => spelling.Value)] : null;
    }
}
