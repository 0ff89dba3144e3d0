using System.Collections.ObjectModel;
using System.Text.RegularExpressions;

namespace Pipeline.Sources;

/// <summary>The keys under a source's <c>headers:</c>, which are the editor's own. No fault ever shows a value: it may be a password.</summary>
/// <param name="variable">The environment's variables by name; null where <c>${NAME}</c> stays as it is.</param>
internal sealed partial class HeadersSection(Func<string, string?>? variable)
{
    private const int LongestValue = 4_000;

    public IReadOnlyDictionary<string, string> Read(Section source)
    {
        var node = source["headers"];
        if (node is null or Unusable)
            return ReadOnlyDictionary<string, string>.Empty;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (node is Mapping { Pairs.Count: > 0 } mapping)
            foreach (var (name, value) in mapping.Pairs)
                Keep(headers, name, value, source);
        else
            source.Faults.Add(node.Place, "'headers' must be names with values", "write one a line below it, such as Authorization: \"Bearer ${LAB_TOKEN}\"");
        return headers;
    }

    private void Keep(Dictionary<string, string> headers, Scalar name, Node node, Section source)
    {
        if (!Token().IsMatch(name.Value))
            source.Faults.Add(name.Place, "this is no name of a header", "use Latin letters, digits and '-', and the value after the colon");
        else if (Refused(name.Value) is { } why)
            source.Faults.Add(name.Place, $"the header {name.Shown} can't be set", why);
        else if (source.Text(node, $"the header {name.Shown}", LongestValue) is { } value
            && Resolved(value, name, source.Faults) is { } resolved && !headers.TryAdd(name.Value, resolved))
            source.Faults.Add(name.Place, $"the header {name.Shown} stands here twice", "keep one of the two: letter case doesn't matter");
    }

    private static string? Refused(string name) => name.ToLowerInvariant() switch
    {
        "host" => "take it out: it is the url's own",
        "user-agent" => "take it out: a publisher has to know who asks; 'contact' names a page about that",
        "accept-encoding" => "take it out: compression is asked for and undone already",
        "connection" or "transfer-encoding" or "te" or "trailer" or "upgrade" or "keep-alive" or "expect" => "take it out: it belongs to the connection, not to the request",
        var other when other.StartsWith("content-", StringComparison.Ordinal) => "take it out: a request for a feed has no content",
        var other when other.StartsWith("if-", StringComparison.Ordinal) => "take it out: whether a feed has changed is asked for already",
        var other when other.StartsWith("proxy-", StringComparison.Ordinal) => "take it out: no proxy is used",
        _ => null,
    };

    /// <summary>The value with the environment's variables put in; null where it can't be used, which is then reported.</summary>
    private string? Resolved(Scalar value, Scalar name, Faults faults)
    {
        if (Variable().Replace(value.Value, "").Contains("${", StringComparison.Ordinal))
            return Refuse(value, "has '${' without a name and '}' after it", "write ${NAME}, with letters, digits and '_' in the name");
        var missing = variable is null ? null : Variable().Matches(value.Value).Select(match => match.Groups[1].Value).FirstOrDefault(one => string.IsNullOrEmpty(variable(one)));
        if (missing is not null)
            return Refuse(value, $"needs the environment variable {missing}, which is not set", "set it where pipeline runs, or take the header out");
        var resolved = variable is null ? value.Value : Variable().Replace(value.Value, match => variable(match.Groups[1].Value)!);
        return resolved.All(character => character is >= ' ' and <= '~' or '\t')
            ? resolved
            : Refuse(value, "has a character in it that no header may have", "use ASCII letters, digits and signs on one line; look at the variable's value where it comes from one");

        string? Refuse(Scalar at, string what, string remedy)
        {
            faults.Add(at.Place, $"the header {name.Shown} {what}", remedy);
            return null;
        }
    }

    /// <summary>RFC 9110, section 5.6.2.</summary>
    [GeneratedRegex(@"\A[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
