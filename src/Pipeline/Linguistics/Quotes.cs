namespace Pipeline.Linguistics;

/// <summary>Which brackets and quotation marks of a line belong together.</summary>
internal static class Quotes
{
    /// <summary>A longer quotation is a passage of its own, and its sentences are told apart.</summary>
    private const int Longest = 200;

    private const string Openers = "「『“（(【《〈[〔";
    private const string Closers = "」』”）)】》〉]〕";

    public static bool IsCloser(char character) => character is '"' or '’' or '\'' || Closers.Contains(character, StringComparison.Ordinal);

    public static bool IsParenthesis(char character) => character is '(' or '（' or '[' or '【' or '〔';

    /// <summary>For each place of the line the place of the mark that closes it, or 0: nothing is closed at 0.</summary>
    public static int[] Pairs(ReadOnlySpan<char> line)
    {
        var closing = new int[line.Length];
        var open = new Stack<int>();
        for (var i = 0; i < line.Length; i++)
        {
            if (Closes(line, i, open))
                Close(closing, open.Pop(), i);
            else if (Opens(line, i))
                open.Push(i);
        }

        return closing;
    }

    private static void Close(int[] closing, int start, int end)
    {
        if (end - start <= Longest)
            closing[start] = end;
    }

    /// <summary>A mark that fits no open one is passed over, so that one stray bracket does not undo the others.</summary>
    private static bool Closes(ReadOnlySpan<char> line, int i, Stack<int> open)
    {
        if (!open.TryPeek(out var start))
            return false;
        if (line[i] == '"')
            return line[start] == '"';
        var kind = Closers.IndexOf(line[i], StringComparison.Ordinal);
        return kind >= 0 && Openers[kind] == line[start];
    }

    /// <summary>A straight mark opens where a word can start; after a digit it is inches.</summary>
    private static bool Opens(ReadOnlySpan<char> line, int i) => line[i] == '"'
        ? i == 0 || !char.IsAsciiLetterOrDigit(line[i - 1])
        : Openers.Contains(line[i], StringComparison.Ordinal);
}
