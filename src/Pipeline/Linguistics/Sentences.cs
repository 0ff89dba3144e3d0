using System.Buffers;

namespace Pipeline.Linguistics;

/// <summary>Tells the sentences of English and Chinese text apart, in one pass.</summary>
public static class Sentences
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    /// <summary>
    /// The sentences in order, trimmed, with their places in <paramref name="text"/>: every character that is not white space
    /// lies in exactly one. A newline always ends a sentence; a short quotation or parenthesis never holds an end.
    /// </summary>
    /// <param name="most">So many are enough: the text is read no further.</param>
    public static IReadOnlyList<TextSpan> Split(string text, int most = int.MaxValue)
    {
        var spans = new List<TextSpan>();
        for (var start = 0; start < text.Length && spans.Count < most;)
        {
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : start + length;
            SplitLine(text.AsSpan(start, end - start), start, spans, most);
            start = end + 1;
        }

        return spans;
    }

    private static void SplitLine(ReadOnlySpan<char> line, int offset, List<TextSpan> spans, int most)
    {
        var scanner = new SentenceScanner(line);
        while (spans.Count < most && scanner.Next(out var sentence))
            spans.Add(sentence with { Start = sentence.Start + offset });
    }
}
