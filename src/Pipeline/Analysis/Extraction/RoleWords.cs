using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>A role with its words made ready to be looked for.</summary>
internal sealed record RoleWords(Role Role, Lexicon Words)
{
    public static IReadOnlyList<RoleWords> Of(IEnumerable<Role> roles) => [.. roles.Select(role => new RoleWords(role, Lexicon(role)))];

    private static Lexicon Lexicon(Role role)
    {
        var words = role.Words.ToLookup(word => word.Any(Script.IsHan));
        return new Lexicon(Joined(words[false]), Joined(words[true]), string.Join('|', role.Except));
    }

    /// <summary>What is in no text, where there is no word: an empty alternative would match everywhere.</summary>
    private static string Joined(IEnumerable<string> words) => string.Join('|', words) is { Length: > 0 } joined ? joined : "\u0000";
}
