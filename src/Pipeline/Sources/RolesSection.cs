using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>The list under <c>roles:</c>: whom the digest advises.</summary>
internal static class RolesSection
{
    /// <summary>Null where the file names none.</summary>
    public static IReadOnlyList<Role>? Read(Section root)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return root.Sections("roles", "a role", "name", "names", "words", "except", "matters")?.Select(role => Read(role, taken)).OfType<Role>().ToList();
    }

    private static Role? Read(Section role, HashSet<string> taken)
    {
        role.Need("name", "say what the role is called").Need("words", "list the words by which news speaks of it");
        var (name, words, except, matters) = (role.Text("name"), role.Texts("words"), role.Texts("except"), role.Texts("matters"));
        if (name is not null && !taken.Add(name.Value))
            role.Faults.Add(name.Place, $"there is already a role {name.Shown}", "join the two, or rename one");
        var names = LanguageNames.Read(role);
        return name is null || words is null ? null : new Role(name.Value, [.. words.Select(word => word.Value)])
        {
            Names = names,
            Except = [.. (except ?? []).Select(word => word.Value)],
            Matters = [.. (matters ?? []).Select(word => word.Value)],
        };
    }
}
