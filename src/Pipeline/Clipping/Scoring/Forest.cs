using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Clipping.Scoring;

/// <summary>A forest of small trees that were boosted one after another: each adds its word for or against a line.</summary>
/// <remarks>
/// Read from <c>LineForest.txt</c>, which <c>tests/Pipeline.Benchmarks/train_clipper.py</c> writes and which says of itself when and on
/// how many pages it was trained. A line of that file is a tree, node after node, a node's left branch right behind it:
/// <c>12:0.5</c> asks whether feature 12 is at most 0.5 (left, else right), <c>=0.03</c> ends with that answer.
/// </remarks>
internal sealed partial class Forest
{
    private readonly List<Node> _nodes = [];
    private readonly List<int> _roots = [];

    /// <summary>What the forest was trained on, by name, in the order of a row.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Taken from what is kept is a line of this probability and more.</summary>
    public required float Threshold { get; init; }

    private float Base { get; init; }

    public static Forest OfLines { get; } = Load("LineForest.txt");

    public static Forest Read(TextReader file)
    {
        var lines = new List<string>();
        while (file.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                lines.Add(line);
        var forest = new Forest { Features = lines[0].Split(' '), Threshold = Number(lines[1]), Base = Number(lines[2]) };
        foreach (var line in lines.Skip(3))
            forest.Plant(line);
        return forest;
    }

    /// <summary>The probability that a line is the article's.</summary>
    public float Score(ReadOnlySpan<float> row)
    {
        var nodes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_nodes);
        double sum = Base;
        foreach (var root in _roots)
        {
            var at = root;
            while (nodes[at].Feature >= 0)
                at = row[nodes[at].Feature] <= nodes[at].Value ? at + 1 : nodes[at].Right;
            sum += nodes[at].Value;
        }

        return (float)(1 / (1 + Math.Exp(-sum)));
    }

    private void Plant(string tree)
    {
        _roots.Add(_nodes.Count);
        var open = new Stack<int>(); // Splits whose right branch is still to come.
        foreach (var text in tree.Split(' '))
        {
            var at = _nodes.Count;
            _nodes.Add(Parsed(text));
            if (text[0] != '=')
                open.Push(at);
            else if (open.TryPop(out var split))
                _nodes[split] = _nodes[split] with { Right = at + 1 };
        }
    }

    private static Node Parsed(string text)
    {
        var match = NodeText().Match(text);
        return match.Success
            ? new Node(match.Groups[1].Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : -1, Number(match.Groups[2].Value), 0)
            : throw new InvalidDataException($"the forest has a node that is none: {text}");
    }

    private static Forest Load(string name)
    {
        using var stream = typeof(Forest).Assembly.GetManifestResourceStream(typeof(Forest), name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the library");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?:([0-9]+):|=)(\S+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NodeText();

    /// <param name="Feature">-1 at a leaf.</param>
    /// <param name="Value">The most that goes left; at a leaf, the answer.</param>
    private readonly record struct Node(int Feature, float Value, int Right);
}
