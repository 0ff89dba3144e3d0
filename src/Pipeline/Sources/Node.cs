namespace Pipeline.Sources;

/// <summary>A piece of YAML and where it stands.</summary>
internal abstract record Node(Place Place)
{
    /// <summary>The offset behind its last character; remarks and blank lines that follow aren't in it.</summary>
    public int End { get; init; }
}

internal sealed record Scalar(Place Place, string Value, bool Quoted) : Node(Place)
{
    /// <summary>Nothing after the colon, or one of YAML's words for it.</summary>
    public bool IsNull => !Quoted && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The value as it is shown in a fault.</summary>
    public string Shown => Show(Value);

    public static string Show(string text) => text.Length <= 60 ? $"'{text}'" : $"'{text[..57]}…'";
}

internal sealed record Sequence(Place Place, IReadOnlyList<Node> Items) : Node(Place)
{
    /// <summary>Whether it is written in brackets.</summary>
    public bool InBrackets { get; init; }
}

/// <summary>Pairs as they stand in the file: a key may come twice.</summary>
internal sealed record Mapping(Place Place, IReadOnlyList<(Scalar Key, Node Value)> Pairs) : Node(Place);

/// <summary>What can't be used and was already reported.</summary>
internal sealed record Unusable(Place Place) : Node(Place);
