using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>Chooses the entries that a source's own rules let through.</summary>
public static class EntryFilter
{
    /// <summary>
    /// The entries that <see cref="Source.Keep"/> matches, or all where there is no such rule, without those that
    /// <see cref="Source.Drop"/> matches; in their order.
    /// </summary>
    /// <returns>Also what an editor has to be told, for people: an entry on which a pattern took too long is kept.</returns>
    public static (IReadOnlyList<Entry> Kept, IReadOnlyList<string> Troubles) Choose(IReadOnlyList<Entry> entries, Source source)
    {
        var keep = source.Keep is { } wanted ? new EntryMatcher(wanted, source.Language) : null;
        var drop = source.Drop is { } unwanted ? new EntryMatcher(unwanted, source.Language) : null;
        if (keep is null && drop is null)
            return (entries, []);
        List<Entry> kept = [.. entries.Where(entry => IsKept(entry, keep, drop))];
        return (kept, [.. Troubles("drop", drop), .. Troubles("keep", keep)]);
    }

    /// <summary>A hash of the rules by which the entries are chosen, whatever the order in which they are listed; null where there are none.</summary>
    public static string? Fingerprint(Source source) =>
        source is { Keep: null, Drop: null } ? null : StableId.Of($"keep {Text(source.Keep)} drop {Text(source.Drop)}");

    private static bool IsKept(Entry entry, EntryMatcher? keep, EntryMatcher? drop)
    {
        var text = new EntryText(entry);
        return drop?.Matches(entry, text) != true && keep?.Matches(entry, text) != false;
    }

    private static IEnumerable<string> Troubles(string rule, EntryMatcher? matcher) => matcher is { GaveUp: true }
        ? [$"the pattern under '{rule}' takes too long, and entries were taken without it; write it without repetitions inside each other, such as (a+)+"]
        : [];

    /// <summary>Every value with its length before it, so that no two rules read the same.</summary>
    private static string Text(EntryRule? rule) => rule is null ? "-" : string.Join(' ',
        Text(rule.Words), Text(rule.Pattern is null ? [] : [rule.Pattern]), Text(rule.Categories), Text(rule.Languages));

    private static string Text(IReadOnlyList<string> values) =>
        FormattableString.Invariant($"{values.Count}[{string.Join(',', values.Order(StringComparer.Ordinal).Select(value => FormattableString.Invariant($"{value.Length}:{value}")))}]");
}
