namespace Pipeline.Clipping.Scoring;

/// <summary>Finds the wordings of many kinds in one walk over a text, letters of ASCII in either case.</summary>
internal sealed class PhraseTrie
{
    private const int MostCounted = 9;

    /// <summary>By a wording's first character: its node, 0 where none begins so.</summary>
    private readonly int[] _roots = new int[char.MaxValue + 1];
    private readonly List<Node> _nodes = [new Node('\0')];

    /// <param name="kinds">The wordings of each kind, at most 32 kinds.</param>
    public PhraseTrie(IReadOnlyList<IReadOnlyList<string>> kinds)
    {
        for (var kind = 0; kind < kinds.Count; kind++)
            foreach (var phrase in kinds[kind])
                Add(phrase, kind);
    }

    /// <summary>By kind: at which character the first of its wordings begins, -1 where none does, and at how many characters one does, up to nine.</summary>
    public void Find(ReadOnlySpan<char> text, Span<int> first, Span<int> counts)
    {
        first.Fill(-1);
        counts.Clear();
        for (var at = 0; at < text.Length; at++)
            if (_roots[Small(text[at])] is not 0 and var root)
                for (var bits = Beginning(text[(at + 1)..], root); bits != 0; bits &= bits - 1)
                    Note(System.Numerics.BitOperations.TrailingZeroCount(bits), at, first, counts);
    }

    private static void Note(int kind, int at, Span<int> first, Span<int> counts)
    {
        first[kind] = first[kind] < 0 ? at : first[kind];
        counts[kind] = Math.Min(MostCounted, counts[kind] + 1);
    }

    /// <summary>The kinds of the wordings that begin with the node's character and go on like the text.</summary>
    private uint Beginning(ReadOnlySpan<char> rest, int node)
    {
        var kinds = _nodes[node].Kinds;
        for (var at = 0; at < rest.Length; at++)
        {
            node = _nodes[node].Child(Small(rest[at]), _nodes);
            if (node == 0)
                break;
            kinds |= _nodes[node].Kinds;
        }

        return kinds;
    }

    private void Add(string phrase, int kind)
    {
        ref var root = ref _roots[Small(phrase[0])];
        if (root == 0)
            root = Plant(phrase[0]);
        var node = root;
        foreach (var character in phrase.Skip(1))
            node = _nodes[node].Child(Small(character), _nodes) is not 0 and var child ? child : Grow(node, character);
        _nodes[node].Kinds |= 1u << kind;
    }

    private int Grow(int parent, char character)
    {
        var node = Plant(character);
        _nodes[node].Next = _nodes[parent].First;
        return _nodes[parent].First = node;
    }

    private int Plant(char character)
    {
        _nodes.Add(new Node(Small(character)));
        return _nodes.Count - 1;
    }

    private static char Small(char character) => character is >= 'A' and <= 'Z' ? (char)(character | 0x20) : character;

    /// <summary>A character, with its children as a list: few have more than four.</summary>
    private sealed class Node(char character)
    {
        public int First { get; set; }

        public int Next { get; set; }

        public uint Kinds { get; set; }

        public int Child(char wanted, List<Node> nodes)
        {
            var child = First;
            while (child != 0 && nodes[child].Character != wanted)
                child = nodes[child].Next;
            return child;
        }

        private char Character { get; } = character;
    }
}
