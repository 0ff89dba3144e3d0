using System.Text;

namespace Pipeline.Fetching.Robots;

/// <summary>What a robots.txt lets us ask for (RFC 9309): the rules of our own group, or of the one for all.</summary>
public sealed class RobotsRules
{
    /// <summary>Sites that forbid page by page have thousands; more would only cost.</summary>
    private const int MostRules = 10_000;

    /// <summary>In characters; a longer line is no path that anybody serves.</summary>
    private const int LongestLine = 2_000;

    private readonly IReadOnlyList<RobotsRule> rules;

    private RobotsRules(IReadOnlyList<RobotsRule> rules) => this.rules = rules;

    /// <param name="text">The file; what can't be read as a line of it is passed over.</param>
    /// <param name="product">Our product token, compared without regard to case.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var groups = Groups(text);
        // All groups that name us are one (section 2.2.1); only without one do those for everybody count.
        var own = groups.Where(group => group.Agents.Any(agent => agent.Equals(product, StringComparison.OrdinalIgnoreCase))).ToList();
        var chosen = own.Count > 0 ? own : groups.Where(group => group.Agents.Contains("*"));
        return new RobotsRules([.. chosen.SelectMany(group => group.Rules).Take(MostRules)]);
    }

    /// <summary>Whether the page may be asked for. The longest matching rule counts, of two as long the one that allows (section 2.2.2).</summary>
    public bool Allows(Uri page)
    {
        var path = RobotsRule.Normal(page.PathAndQuery);
        var rule = rules.Where(rule => rule.Matches(path)).OrderByDescending(rule => rule.Length).ThenByDescending(rule => rule.IsAllowed).FirstOrDefault();
        // The file itself may always be asked for.
        return rule is null || rule.IsAllowed || page.AbsolutePath == "/robots.txt";
    }

    /// <summary>Our own rules alone, as a robots.txt: what has to be remembered of a large file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("User-agent: *\n");
        foreach (var rule in rules)
            text.Append(rule).Append('\n');
        return text.ToString();
    }

    private static List<Group> Groups(string text)
    {
        var groups = new List<Group>();
        foreach (var (key, value) in text.Split('\n', '\r').Where(line => line.Length <= LongestLine).Select(Line))
        {
            if (key == "user-agent")
                Open(groups).Agents.Add(Token(value));
            else if (groups.Count > 0 && key is "allow" or "disallow" && value.Length > 0)
                groups[^1].Rules.Add(new RobotsRule(value, key == "allow"));
            // "Disallow:" with nothing after it forbids nothing, but ends the list of agents.
            else if (groups.Count > 0 && key is "allow" or "disallow")
                groups[^1].IsClosed = true;
        }
        return groups;
    }

    /// <summary>Names that follow each other share what comes after them.</summary>
    private static Group Open(List<Group> groups)
    {
        if (groups.Count == 0 || groups[^1].Rules.Count > 0 || groups[^1].IsClosed)
            groups.Add(new Group());
        return groups[^1];
    }

    private static (string Key, string Value) Line(string line)
    {
        var text = line.Split('#')[0];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (text[..colon].Trim('\uFEFF', ' ', '\t').ToLowerInvariant(), text[(colon + 1)..].Trim());
    }

    /// <summary>Many write a version after the name: only letters, underscores and hyphens make a token.</summary>
    private static string Token(string agent) =>
        agent == "*" ? agent : new string([.. agent.TakeWhile(character => char.IsAsciiLetter(character) || character is '_' or '-')]);

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<RobotsRule> Rules { get; } = [];

        public bool IsClosed { get; set; }
    }
}
