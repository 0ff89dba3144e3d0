using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace Pipeline.Sources;

/// <summary>YAML → nodes with their places.</summary>
/// <remarks>
/// Built on the parser's events: the representation model stops at the first duplicate key and forgets where an alias stood,
/// and the object mapper takes an alias to a list for the text "(Collection)".
/// </remarks>
internal sealed class NodeReader
{
    /// <summary>The file needs four levels; a limit keeps the stack safe.</summary>
    private const int Deepest = 20;

    private readonly Faults faults;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private int end;

    public NodeReader(string yaml, Faults faults)
    {
        this.faults = faults;
        scanner = new Scanner(new StringReader(yaml));
        parser = new Parser(scanner);
    }

    /// <summary>The document, or null where the file holds none.</summary>
    public Node? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException fault) when (fault.Message.Contains("tab", StringComparison.Ordinal))
        {
            // It names the start of the mapping, which may be a hundred lines above.
            throw faults.Stop(PlaceOf(scanner.CurrentPosition), "a tab stands here", "indent with spaces, never tabs");
        }
        catch (YamlException fault)
        {
            throw faults.Stop(PlaceOf(fault.Start), "this is no YAML: " + OneLine(fault.Message),
                "look for uneven indentation, an open quotation mark or bracket, and quote a text that holds ': ' or ' #' or begins with a sign");
        }
        catch (ArgumentException)
        {
            // What the parser (18.1.0) makes of a tag that is no URI.
            throw faults.Stop(PlaceOf(scanner.CurrentPosition), "this is no YAML: a '!' begins a tag that can't be read", "quote the text that it belongs to");
        }
        catch (InvalidOperationException)
        {
            // What the scanner (18.1.0) makes of a key that follows an unclosed bracket: its stack is empty.
            throw faults.Stop(PlaceOf(scanner.CurrentPosition), "this is no YAML: a bracket or a brace above isn't closed", "close it, or quote the text that it belongs to");
        }
    }

    private Node? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return null;
        parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            faults.Add(PlaceOf(second.Start), "a second document begins here", "keep everything in one, and take the line '---' out");
        return root;
    }

    private Node ReadNode(int depth)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return Refuse(alias, $"the alias '*{alias.Value}' can't be used here");
        if (parser.Accept<NodeEvent>(out var node) && !node.Anchor.IsEmpty)
            Refuse(node, $"the anchor '&{node.Anchor.Value}' can't be used here");
        if (node is { Tag: { IsEmpty: false, IsNonSpecific: false } })
            Refuse(node, $"the tag '{node.Tag.Value}' can't be used here");
        if (depth > Deepest)
            throw faults.Stop(PlaceOf(parser.Current!.Start), "nested too deeply", "see the commented sources.yaml for the form");
        if (parser.TryConsume<SequenceStart>(out var sequence))
            return ReadSequence(sequence, depth);
        if (parser.TryConsume<MappingStart>(out var mapping))
            return new Mapping(PlaceOf(mapping.Start), [.. ReadPairs(depth, mapping.Style == MappingStyle.Flow)]) { End = end };
        var scalar = parser.Consume<YamlScalar>();
        end = (int)scalar.End.Index;
        return new Scalar(PlaceOf(scalar.Start), scalar.Value, scalar.Style != ScalarStyle.Plain) { End = end };
    }

    private Sequence ReadSequence(SequenceStart start, int depth)
    {
        var inBrackets = start.Style == SequenceStyle.Flow;
        return new Sequence(PlaceOf(start.Start), [.. ReadItems(depth, inBrackets)]) { InBrackets = inBrackets, End = end };
    }

    private IEnumerable<Node> ReadItems(int depth, bool inBrackets)
    {
        while (!parser.Accept<SequenceEnd>(out _))
            yield return ReadNode(depth + 1);
        Close(parser.Consume<SequenceEnd>(), inBrackets);
    }

    private IEnumerable<(Scalar Key, Node Value)> ReadPairs(int depth, bool inBraces)
    {
        while (!parser.Accept<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is Scalar name)
                yield return (name, value);
            else if (key is not Unusable)
                faults.Add(key.Place, "a key must be a word", "quote a text that begins with a bracket or a brace");
        }

        Close(parser.Consume<MappingEnd>(), inBraces);
    }

    /// <summary>A closing sign is where a thing ends; without one it ends with what it holds, though the parser names where the next begins.</summary>
    private void Close(ParsingEvent close, bool withSign)
    {
        if (withSign)
            end = (int)close.Start.Index + 1;
    }

    private Unusable Refuse(ParsingEvent node, string what)
    {
        faults.Add(PlaceOf(node.Start), what, "write the value out, or quote it where the sign belongs to the text");
        return new Unusable(PlaceOf(node.Start));
    }

    private static Place PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
