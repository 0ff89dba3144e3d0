using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>A role with its words made ready to be looked for.</summary>
internal sealed record RoleWords(Role Role, Lexicon Words, Lexicon Matters)
{
    public static IReadOnlyList<RoleWords> Of(IEnumerable<Role> roles) =>
        [.. roles.Select(role => new RoleWords(role, Lexicon(role.Words, role.Except), Lexicon(role.Matters, [])))];

    private static Lexicon Lexicon(IReadOnlyList<string> words, IReadOnlyList<string> except)
    {
        var ofHan = words.ToLookup(word => word.Any(Script.IsHan));
        return new Lexicon(Joined(ofHan[false]), Joined(ofHan[true]), string.Join('|', except));
    }

    /// <summary>What is in no text, where there is no word: an empty alternative would match everywhere.</summary>
    private static string Joined(IEnumerable<string> words) => string.Join('|', words) is { Length: > 0 } joined ? joined : "\u0000";
}
