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
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var spans = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : start + length;
            SplitLine(text.AsSpan(start, end - start), start, spans);
            start = end + 1;
        }

        return spans;
    }

    private static void SplitLine(ReadOnlySpan<char> line, int offset, List<TextSpan> spans)
    {
        var scanner = new SentenceScanner(line);
        while (scanner.Next(out var sentence))
            spans.Add(sentence with { Start = sentence.Start + offset });
    }
}
