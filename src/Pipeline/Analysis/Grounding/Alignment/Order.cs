using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>Who does what to whom, by the order of the names and things about the verb.</summary>
internal static partial class Order
{
    public static IEnumerable<string> Faults(Aligned aligned)
    {
        var tokens = aligned.Claim.Tokens;
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Kind == 'v' && tokens[i].Weight > 0 && aligned.Best[i] >= Kinship.Enough && Reversed(aligned, i) is { } reason)
                yield return reason;
    }

    /// <summary>A thing before the verb and one behind it that have changed sides, unless the voice changed too.</summary>
    private static string? Reversed(Aligned aligned, int verb)
    {
        var tokens = aligned.Claim.Tokens;
        for (var p = 0; p < aligned.Passages.Count; p++)
            foreach (var at in aligned.Places(verb, p))
            {
                var sentence = aligned.Passages[p].Tokens[at].Sentence;
                var passive = IsPassive(aligned.Claim.Digits, tokens[verb]) != IsPassive(aligned.Passages[p].Digits, aligned.Passages[p].Tokens[at]);
                var before = Sides(aligned, verb, p, at, sentence, -1);
                var after = Sides(aligned, verb, p, at, sentence, 1);
                var (left, right) = (before.FindIndex(side => side.Side > 0), after.FindIndex(side => side.Side < 0));
                if (!passive && left >= 0 && right >= 0 && (tokens[before[left].Token].IsName || tokens[after[right].Token].IsName) && !before.Exists(side => side.Side < 0 && tokens[side.Token].Kind == 'x'))
                    return $"in the cited passage '{tokens[before[left].Token].Written}' and '{tokens[after[right].Token].Written}' have each other's part in '{tokens[verb].Written}'";
            }

        return null;
    }

    /// <summary>The claim's names and nouns on one side of its verb, in its clause, each with the side on which the passage has it.</summary>
    private static List<(int Token, int Side)> Sides(Aligned aligned, int verb, int passage, int at, int sentence, int step)
    {
        var found = new List<(int, int)>();
        var tokens = aligned.Claim.Tokens;
        for (var i = verb + step; i >= 0 && i < tokens.Count && Math.Abs(i - verb) <= 8; i += step)
        {
            if (tokens[i].Kind is not ('n' or 'x') || tokens[i].Weight == 0 || tokens[i].Sentence != tokens[verb].Sentence)
                continue;
            var places = aligned.Places(i, passage, 0.85).Where(j => aligned.Passages[passage].Tokens[j].Sentence == sentence && Math.Abs(j - at) <= 14 && j != at).ToList();
            if (places.Count == 0)
                continue;
            var side = places.TrueForAll(j => j > at) ? 1 : places.TrueForAll(j => j < at) ? -1 : 0;
            found.Add((i, side));
        }

        if (step < 0)
            found.Reverse();
        return found;
    }

    private static bool IsPassive(string text, Token verb)
    {
        var end = Math.Min(text.Length, verb.Start + verb.Written.Length + 30);
        return verb.IsHan
            ? text.AsSpan(Math.Max(0, verb.Start - 14), verb.Start - Math.Max(0, verb.Start - 14)).ContainsAny('被', '遭', '由')
            : Passive().IsMatch(text[Math.Max(0, verb.Start - 14)..end]);
    }

    [GeneratedRegex(@"\b(?:is|are|was|were|been|being|be)\b[^.,;]{0,14}[a-z]+(?:ed|en|t|ld|de|un|ught)\b[^.,;]{0,30}|\bby\b", RegexOptions.CultureInvariant)]
    private static partial Regex Passive();
}
