using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>The Latin words that passages hold, to look a claim's names up in.</summary>
internal sealed partial class Vocabulary
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words run together with the next: "GPT 5", "GPT-5" and "GPT5" are one name.</summary>
    private readonly HashSet<string> _joined = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);

    public Vocabulary(IEnumerable<string> folded)
    {
        foreach (var passage in folded)
        {
            foreach (var word in Names.Words(passage))
                Add(word);
            Join(passage);
            _joined.UnionWith(Names.In(passage).Where(name => name.Number.Length > 0).Select(name => Squash(name.Written + name.Number)));
            _stems.UnionWith(Terms.Of(passage));
        }
    }

    public bool Supports(Name name) =>
        Has(name.Written) || _joined.Contains(Squash(name.Written)) || HasNumbered(name) || PartsHold(name.Written) || (name.Opens && IsWord(name.Written));

    /// <summary>Whether a name and the number after it stand together in the passages: "Atlas 3", "Atlas-3", "Atlas3".</summary>
    public bool HasNumbered(Name name) => name.Number.Length > 0 && _joined.Contains(Squash(name.Written + name.Number));

    private bool Has(string word) => _words.Contains(word) || _words.Contains(Singular(word));

    private bool IsWord(string word) => CommonWords.Contains(word) || Terms.Of(word).Any(_stems.Contains);

    private void Add(string word)
    {
        _words.Add(word);
        _words.Add(Singular(word));
        _joined.Add(Squash(word));
        if (!word.Any(char.IsAsciiDigit))
            _words.UnionWith(word.Split('-', '/', '&', '+'));
    }

    private void Join(string passage)
    {
        var runs = Runs().Matches(passage);
        for (var i = 0; i + 1 < runs.Count; i++)
            if (runs[i + 1].Index - runs[i].Index - runs[i].Length == 1 && passage[runs[i + 1].Index - 1] is ' ' or '-')
                _joined.Add(runs[i].Value + runs[i + 1].Value);
    }

    /// <summary>"Northlight-backed" is supported by its parts; "GPT-5" is not, for a version is part of the name.</summary>
    private bool PartsHold(string word)
    {
        var parts = word.Split('-', '/');
        return parts.Length > 1 && !word.Any(char.IsAsciiDigit) && parts.All(part => !part.Any(char.IsUpper) || Has(part));
    }

    private static string Squash(string word) => string.Concat(word.Where(character => char.IsLetterOrDigit(character) || character == '.'));

    /// <summary>GPUs, LLMs: a small s after capitals is a plural.</summary>
    private static string Singular(string word) => word.Length > 2 && word[^1] == 's' && char.IsUpper(word[^2]) ? word[..^1] : word;

    [GeneratedRegex(@"[A-Za-zÀ-ɏ0-9]+(?:\.[A-Za-zÀ-ɏ0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();
}
