using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Sources;

/// <summary>
/// A mapping being read: knows its keys, and reports what is unknown, double, missing or of the wrong form.
/// Every reading method gives null for what is absent and for what it had to report.
/// </summary>
internal sealed partial class Section
{
    private readonly Dictionary<string, Node> values = new(StringComparer.Ordinal);

    /// <summary>What misspelled keys were meant to be: those aren't reported as missing too.</summary>
    private readonly HashSet<string> meant = new(StringComparer.Ordinal);

    private readonly bool readable;

    public Section(Node? node, string name, Faults faults, params string[] keys)
    {
        (Name, Faults, Place, readable) = (name, faults, node?.Place ?? default, node is Mapping);
        if (node is Mapping mapping)
            foreach (var (key, value) in mapping.Pairs)
                Keep(key, value, keys);
        else if (node is not (null or Unusable))
            faults.Add(node.Place, node is Scalar { IsNull: true } ? $"{name} has no value" : $"{name} must be keys with values",
                $"give it some of {string.Join(", ", keys)}, indented below it");
    }

    public string Name { get; }

    public Place Place { get; }

    public Faults Faults { get; }

    public Node? this[string key] => values.GetValueOrDefault(key);

    /// <summary>Reports a key that must be there and isn't.</summary>
    public Section Need(string key, string remedy)
    {
        if (readable && !values.ContainsKey(key) && !meant.Contains(key))
            Faults.Add(Place, $"{Name} has no '{key}'", remedy);
        return this;
    }

    /// <summary>The section below a key; empty where there is none.</summary>
    public Section Below(string key, params string[] keys) => new(this[key], $"'{key}'", Faults, keys);

    public Scalar? Text(string key, int longest = 200) => this[key] is { } node ? Text(node, $"'{key}'", longest) : null;

    /// <summary>What a parser makes of a text; it reports for itself, and says null then.</summary>
    public T? Text<T>(string key, Func<Scalar, T?> read) => Text(key) is { } scalar ? read(scalar) : default;

    public TimeSpan? Duration(string key, DurationRange range) => Text(key) is { } scalar ? range.Read(scalar, $"'{key}'", Faults) : null;

    /// <summary>The name in <c>${NAME}</c>. No fault shows the value: it may be the secret itself.</summary>
    /// <param name="what">What must not stand in the file.</param>
    public string? Variable(string key, string what, string remedy)
    {
        if (Text(key) is not { } scalar)
            return null;
        if (Reference().Match(scalar.Value) is { Success: true } match)
            return match.Groups[1].Value;
        Faults.Add(scalar.Place, $"'{key}' must name a variable of the environment: {what}", remedy);
        return null;
    }

    public bool? Flag(string key)
    {
        if (Text(key) is not { } scalar)
            return null;
        if (scalar.Value is "true" or "True" or "TRUE")
            return true;
        if (scalar.Value is not ("false" or "False" or "FALSE"))
            Faults.Add(scalar.Place, $"'{key}' is {scalar.Shown}", "write true or false");
        return false;
    }

    public decimal? Number(string key, decimal least, decimal most, bool whole = false)
    {
        if (Text(key) is not { } scalar)
            return null;
        var style = whole ? NumberStyles.None : NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(scalar.Value, style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Faults.Add(scalar.Place, $"'{key}' is {scalar.Shown}",
            string.Create(CultureInfo.InvariantCulture, $"write a {(whole ? "whole " : "")}number from {least} to {most}, without a currency or separators"));
        return null;
    }

    /// <summary>The texts of a list, which must hold at least one.</summary>
    public IReadOnlyList<Scalar>? Texts(string key, int longest = 100) => List(key) is { } list
        ? [.. list.Select(item => Text(item, $"a value of '{key}'", longest)).OfType<Scalar>()]
        : null;

    /// <summary>The sections of a list, which must hold at least one.</summary>
    public IReadOnlyList<Section>? Sections(string key, string name, params string[] keys) =>
        List(key) is { } list ? [.. list.Select(item => new Section(item, name, Faults, keys))] : null;

    private IReadOnlyList<Node>? List(string key)
    {
        if (this[key] is Sequence { Items.Count: > 0 } sequence)
            return sequence.Items;
        if (this[key] is { } node and not Unusable)
            Faults.Add(node.Place, node is Sequence or Scalar { IsNull: true } ? $"'{key}' has no values" : $"'{key}' must be a list",
                "begin each of its values with '- ' on a line of its own");
        return null;
    }

    /// <summary>A node as one text; null where it is none, which is then reported.</summary>
    public Scalar? Text(Node node, string name, int longest)
    {
        if (node is not Scalar scalar)
            return node is Unusable ? null : Refuse(node, $"{name} must be one text, not {(node is Sequence ? "a list" : "keys with values")}", "quote it where brackets or braces belong to it");
        var text = scalar.Value.Trim();
        if (scalar.IsNull || text.Length == 0)
            return Refuse(node, $"{name} has no value", "give it one, or take the line out");
        if (text.Any(char.IsControl))
            return Refuse(node, $"{name} has a line break or a control character in it", "write it on one line");
        if (text.Length > longest)
            return Refuse(node, $"{name} is {text.Length} characters long", $"use at most {longest}");
        return scalar with { Value = text };
    }

    private Scalar? Refuse(Node node, string what, string remedy)
    {
        Faults.Add(node.Place, what, remedy);
        return null;
    }

    private void Keep(Scalar key, Node value, string[] keys)
    {
        if (keys.Contains(key.Value, StringComparer.Ordinal))
        {
            if (!values.TryAdd(key.Value, value))
                Faults.Add(key.Place, $"'{key.Value}' stands here twice", "keep one of the two");
            return;
        }

        var near = Spelling.Suggest(key.Value, keys);
        meant.Add(near ?? "");
        Faults.Add(key.Place, $"unknown key {key.Shown}", near is null ? $"known here are {string.Join(", ", keys)}" : $"did you mean '{near}'?");
    }

    [GeneratedRegex(@"\A\$\{([A-Za-z_][A-Za-z0-9_]*)\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
